// What `:explain CODE` says. docs/errors.md holds the same text, and suites/base/error_code_test.cpp
// holds the two together.
#include "base/error_code.h"

namespace confer::engine {

std::string_view explain(ErrorCode code) {
    switch (code) {
        case ErrorCode::syntax:
            return R"(The statement doesn't follow the grammar at the marked place: a word is missing, misspelt or in the
wrong order, or a bracket or quotation mark isn't closed. Look at what stands at the caret and just
before it; the hints name what could stand there.

    MATCH (a:Approach RETURN a.name       // the node lacks its `)`
    MATCH (a:Approach) RETURN a.name)";
        case ErrorCode::unknown_name:
            return R"(A question speaks of something by a name that no node carries as its id, name or alias. Case,
hyphens and British or American spelling don't matter; letters do. Take one of the nearest names from
the hint, or look the thing up with `LIST`.

    WHICH approaches use mindfullness?    // nothing is called so
    WHICH approaches use mindfulness?)";
        case ErrorCode::ambiguous_name:
            return R"(A name stands for several nodes, and the question doesn't tell which is meant. Abbreviations often
do: several approaches are called `EFT`. Write the full name or the id; the hints list the candidates.

    DESCRIBE EFT
    DESCRIBE "emotionally focused therapy")";
        case ErrorCode::unknown_label:
            return R"(A pattern asks for a label, or a question for a kind of thing, that the graph's schema doesn't have, so
it could never match. Labels are case-sensitive. Take the nearest one from the hint; a graph without a
schema accepts any label.

    MATCH (a:Aproach) RETURN a            // there is no such label
    MATCH (a:Approach) RETURN a)";
        case ErrorCode::unknown_relationship_type:
            return R"(A pattern asks for a relationship type, or a question uses a verb, that the graph's schema doesn't have,
so it could never match. Types are case-sensitive and usually in capitals. Take the nearest one from the
hint; a graph without a schema accepts any type.

    MATCH (a)-[:USE]->(t) RETURN t        // there is no such type
    MATCH (a)-[:USES]->(t) RETURN t)";
        case ErrorCode::unknown_property:
            return R"(A statement reads a property that the graph's schema doesn't declare, so it would always be null.
Property names are case-sensitive. Take the nearest one from the hint; a graph without a schema accepts
any property.

    MATCH (a:Approach) RETURN a.nmae      // approaches have no such property
    MATCH (a:Approach) RETURN a.name)";
        case ErrorCode::unknown_function:
            return R"(A statement calls a function that doesn't exist. Functions may be written in any case, but not
misspelt; some come from plugins, which have to be loaded first. Take the nearest name from the hint,
or see `:help functions`.

    RETURN lenght('graph')                // there is no such function
    RETURN size('graph'))";
        case ErrorCode::unknown_procedure:
            return R"(A statement calls a procedure that doesn't exist. Procedures may be written in any case, but not misspelt;
some come from plugins, which have to be loaded first. Take the nearest name from the hint, or see
`CALL confer.procedures()`. What stands inside an expression is a function, and needs no `CALL`.

    CALL db.lables()                      // there is no such procedure
    CALL db.labels())";
        case ErrorCode::unknown_question:
            return R"(The statement begins like a question, but has none of the forms that questions can have. The hints
show the forms that come nearest; docs/questions.md describes all of them.

    WHICH approaches are the best?        // the graph doesn't rank approaches
    WHICH approaches treat insomnia?)";
        case ErrorCode::unfitting_words:
            return R"(The words of a question are known, but they don't go together: a verb is said of things that it doesn't
join, or a verb is missing where there are several ways to join the things. The message says what the verb
joins, and the hints what can be said instead.

    WHICH conditions use mindfulness?     // approaches use techniques
    WHICH approaches use mindfulness?)";
        case ErrorCode::undefined_variable:
            return R"(A variable is used where none of that name is in scope. Either it is misspelt, or a `WITH` before it
left it out: after `WITH` only the variables that it lists exist.

    MATCH (a)-->(t) WITH a RETURN t       // WITH left `t` out
    MATCH (a)-->(t) WITH a, t RETURN t)";
        case ErrorCode::variable_type_conflict:
            return R"(One variable is used for things of different kinds, for example as a node in one place and as a
relationship or a number in another. Give the second one a name of its own.

    MATCH (a)-[a]->(b) RETURN a           // `a` is a node already
    MATCH (a)-[r]->(b) RETURN a, r)";
        case ErrorCode::variable_already_bound:
            return R"(A clause introduces a variable that exists already. Clauses that create need new variables for what
they create, and a pattern may name a relationship or path only once. Choose another name.

    MATCH (a:Approach) CREATE (a:Theory)       // `a` is taken
    MATCH (a:Approach) CREATE (t:Theory))";
        case ErrorCode::no_variables_in_scope:
            return R"(`*` stands for all variables in scope, but there is none. Name what to return, or give the pattern a
variable.

    MATCH () RETURN *                     // the pattern has no variable
    MATCH (a) RETURN *)";
        case ErrorCode::column_name_conflict:
            return R"(Two columns of the result, or two variables of a `WITH`, have the same name. Rename one with `AS`.

    MATCH (a)-->(b) RETURN a.name AS name, b.name AS name
    MATCH (a)-->(b) RETURN a.name AS approach, b.name AS component)";
        case ErrorCode::no_expression_alias:
            return R"(An expression in `WITH` has no name, so that nothing after it could refer to it. Only plain variables
may stand alone there; name everything else with `AS`.

    MATCH (a) WITH a.name RETURN 1        // a.name has no name here
    MATCH (a) WITH a.name AS name RETURN name)";
        case ErrorCode::invalid_aggregation:
            return R"(An aggregate such as `count` or `collect` stands where rows are looked at one by one: in `WHERE`, in
`ORDER BY` of a result without aggregation, in a list comprehension, or in a pattern. Aggregate in a
`WITH` first, then use the result.

    MATCH (a)-->(t) WHERE count(t) > 3 RETURN a
    MATCH (a)-->(t) WITH a, count(t) AS n WHERE n > 3 RETURN a)";
        case ErrorCode::ambiguous_aggregation:
            return R"(An expression mixes an aggregate with something that isn't grouped by, so that it isn't clear which
row's value is meant. Return that other part as a column of its own, or compute it in a `WITH` before.

    MATCH (a)-->(t) RETURN a.year + count(t)
    MATCH (a)-->(t) RETURN a.year, a.year + count(t))";
        case ErrorCode::nested_aggregation:
            return R"(An aggregate stands inside another. One round of grouping can't do both: make the inner one in a
`WITH` first.

    MATCH (a)-->(t) RETURN max(count(t))
    MATCH (a)-->(t) WITH a, count(t) AS n RETURN max(n))";
        case ErrorCode::non_constant_expression:
            return R"(`SKIP`, `LIMIT` and the like need a number that is known before the first row, but the expression
depends on a row or changes with every call. Write a number, a parameter, or an expression of these.

    MATCH (a) RETURN a LIMIT a.year
    MATCH (a) RETURN a LIMIT $most)";
        case ErrorCode::invalid_clause_composition:
            return R"(Clauses stand in an order that has no meaning: something after `RETURN`, a reading clause after a
writing one without a `WITH` between them, a writing clause inside `EXISTS { … }`, `UNION` mixed with
`UNION ALL`, or a statement that ends before it returns or writes anything.

    CREATE (a:Approach) MATCH (b) RETURN b
    CREATE (a:Approach) WITH a MATCH (b) RETURN b)";
        case ErrorCode::different_columns_in_union:
            return R"(The parts of a `UNION` return different columns, so they can't be put under each other. Let all parts
return the same names in the same order.

    MATCH (a:Approach) RETURN a.name UNION MATCH (t:Technique) RETURN t.id
    MATCH (a:Approach) RETURN a.name AS name UNION MATCH (t:Technique) RETURN t.name AS name)";
        case ErrorCode::relationship_uniqueness:
            return R"(One relationship variable stands in two places of the same `MATCH`. In a match each relationship occurs
at most once, so this could never hold. Use two variables, or two `MATCH` clauses.

    MATCH (a)-[r]->(b)-[r]->(c) RETURN a
    MATCH (a)-[r]->(b)-[s]->(c) RETURN a)";
        case ErrorCode::invalid_argument_type:
            return R"(A function or operator is given something that it can't work with, whatever the data: a node where a
text is needed, a text where a list is needed. The message says what it takes. Convert the argument, or
check which variable was meant.

    MATCH (a) RETURN size(a)              // a node has no size
    MATCH (a) RETURN size(a.name))";
        case ErrorCode::invalid_argument_value:
            return R"(While the statement ran, a function came upon a value that it can't work with. That happens where the
kind of a value isn't known before, as with properties, parameters and elements of mixed lists. Leave
such rows out, or use the variants that give null, such as `toIntegerOrNull`.

    UNWIND [1, true] AS x RETURN toInteger(x)
    UNWIND [1, true] AS x RETURN toIntegerOrNull(x))";
        case ErrorCode::invalid_range_argument:
            return R"(`range` was given something else than integers. Floats don't do even when they are whole numbers:
convert them.

    RETURN range(1, 10 / 2.0)
    RETURN range(1, toInteger(10 / 2.0)))";
        case ErrorCode::invalid_number_of_arguments:
            return R"(A function or procedure is called with more or fewer arguments than it takes. The message says how many;
`:help NAME` shows what each of them means.

    RETURN left('graph')
    RETURN left('graph', 2))";
        case ErrorCode::invalid_argument_passing_mode:
            return R"(A `CALL` inside a longer statement leaves the parentheses with the arguments out. Only a `CALL` that is the
whole statement may do so: then it takes its arguments from the parameters called like its inputs.

    MATCH (a) CALL db.labels YIELD label RETURN a, label
    MATCH (a) CALL db.labels() YIELD label RETURN a, label)";
        case ErrorCode::negative_integer_argument:
            return R"(A number that counts something is below zero, as in `SKIP`, `LIMIT` or the length of a path. Write zero
or more.

    MATCH (a) RETURN a LIMIT -1
    MATCH (a) RETURN a LIMIT 1)";
        case ErrorCode::invalid_row_count:
            return R"(`SKIP` or `LIMIT` is given something that isn't a whole number: a float, a text, or null. Write a whole number,
or round what you have.

    MATCH (a) RETURN a LIMIT 2.5
    MATCH (a) RETURN a LIMIT toInteger(2.5))";
        case ErrorCode::number_out_of_range:
            return R"(A number lies outside what the function allows: a percentile must be from 0 to 1, the step of `range`
can't be 0, lengths and positions in texts can't be negative.

    MATCH (a) RETURN percentileCont(a.year, 95)
    MATCH (a) RETURN percentileCont(a.year, 0.95))";
        case ErrorCode::no_properties:
            return R"(Only nodes, relationships and maps have properties: a number, a text, true or false, or a list has none.
Name the thing the property belongs to; for the elements of a list, go through them.

    WITH ['a', 'b'] AS names RETURN names.length
    WITH ['a', 'b'] AS names RETURN size(names))";
        case ErrorCode::list_element_access_by_non_integer:
            return R"(An element of a list is asked for by something else than an integer. Elements are numbered from 0, from
the end with -1 on; parts of maps, nodes and relationships go by name instead.

    RETURN ['a', 'b']['first']
    RETURN ['a', 'b'][0])";
        case ErrorCode::map_element_access_by_non_string:
            return R"(An entry of a map, or a property of a node or relationship, is asked for by something else than its
name. Only lists go by number.

    RETURN {year: 1951}[0]
    RETURN {year: 1951}['year'])";
        case ErrorCode::integer_overflow:
            return R"(An integer doesn't fit into 64 bits: it is below -9223372036854775808 or above 9223372036854775807.
Where exactness isn't needed, calculate with floats.

    RETURN 9223372036854775807 + 1
    RETURN 9223372036854775807.0 + 1)";
        case ErrorCode::floating_point_overflow:
            return R"(A number with a point or exponent is too large for a float, which ends near 1.8e308. Check the exponent.

    RETURN 1e400
    RETURN 1e300)";
        case ErrorCode::division_by_zero:
            return R"(An integer is divided by zero, with `/` or `%`, which has no answer. Leave such rows out with `WHERE`, or
divide floats, where the answer is an infinity or NaN.

    UNWIND [2, 0] AS n RETURN 10 / n
    UNWIND [2, 0] AS n WITH n WHERE n <> 0 RETURN 10 / n)";
        case ErrorCode::invalid_number_literal:
            return R"(Something begins like a number, but isn't one: letters follow the digits, or a prefix such as `0x` isn't
followed by digits. A name that begins with a digit needs backticks.

    RETURN 12abc
    RETURN 12 AS abc)";
        case ErrorCode::invalid_unicode_literal:
            return R"(After `\u` in a text there must be four hexadecimal digits, after `\U` eight, and they must stand for a
character that exists. To write a backslash itself, double it.

    RETURN '\uH'
    RETURN '\u0048')";
        case ErrorCode::invalid_unicode_character:
            return R"(A character stands in the statement that looks like an operator or quotation mark but isn't, often from
a word processor: a long dash for a minus, curly quotation marks for straight ones. Type the plain one;
inside of texts every character is fine.

    RETURN 42 — 41
    RETURN 42 - 41)";
        case ErrorCode::missing_parameter:
            return R"(The statement uses a parameter that was given no value. Give one, on the command line with `-p`, in the
shell with `:param`, or take the parameter out.

    confer 'MATCH (a) WHERE a.year > $year RETURN a'
    confer -p year=1990 'MATCH (a) WHERE a.year > $year RETURN a')";
        case ErrorCode::invalid_parameter_use:
            return R"(A parameter stands where one isn't allowed, for example in place of all the properties of a pattern.
Parameters stand for values: name the properties one by one.

    MATCH (a $properties) RETURN a
    MATCH (a {name: $name}) RETURN a)";
        case ErrorCode::invalid_relationship_pattern:
            return R"(A relationship in a pattern has parts that don't go together: bounds of a length in the wrong order, a quantifier inside what
is quantified already, a length on a shortest path between more than two nodes.

    MATCH p = shortestPath((a)-[*]->(b)-[*]->(c)) RETURN p
    MATCH p = shortestPath((a)-[*]->(c)) RETURN p

    MATCH (a)((b)-->{2}(c)){1,3}(d) RETURN d
    MATCH (a)((b)-->()-->(c)){1,3}(d) RETURN d)";
        case ErrorCode::read_only:
            return R"(The statement would change the graph, but it was opened for reading only. Leave `--read-only` away to
work on a graph of your own; a server that others use is better left as it is.

    confer --read-only 'CREATE (:Approach)'
    confer --graph my.json 'CREATE (:Approach)')";
        case ErrorCode::no_single_relationship_type:
            return R"(`CREATE` or `MERGE` would make a relationship without a type, or leave open which of several types it is to
have. Give it exactly one.

    CREATE (:Approach)-[:USES|DRAWS_ON]->(:Technique)
    CREATE (:Approach)-[:USES]->(:Technique))";
        case ErrorCode::requires_directed_relationship:
            return R"(`CREATE` would make a relationship without a direction, or with two. Every relationship leads from one node to
another: draw one arrow. Only `MERGE` may leave the direction open; it then looks both ways and makes an arrow
to the right.

    CREATE (:Approach)-[:USES]-(:Technique)
    CREATE (:Approach)-[:USES]->(:Technique))";
        case ErrorCode::creating_var_length:
            return R"(`CREATE` or `MERGE` would make a relationship of variable length. What is made is drawn one relationship at a
time.

    CREATE (:Approach)-[:USES*2]->(:Technique)
    CREATE (:Approach)-[:USES]->()-[:USES]->(:Technique))";
        case ErrorCode::invalid_delete:
            return R"(`DELETE` is asked to delete a label. It deletes nodes, relationships and paths; labels and properties are taken
away with `REMOVE`.

    MATCH (a:Approach) DELETE a:Approach
    MATCH (a:Approach) REMOVE a:Approach)";
        case ErrorCode::merge_read_own_writes:
            return R"(`MERGE` looks for a property that is null. Nothing has a property that is null, so what `MERGE` makes could never
be found again. Leave such rows out before.

    UNWIND ['CBT', null] AS name MERGE (:Approach {name: name})
    UNWIND ['CBT', null] AS name WITH name WHERE name IS NOT NULL MERGE (:Approach {name: name}))";
        case ErrorCode::invalid_property_type:
            return R"(A property would get a value that properties can't hold. They hold booleans, integers, floats, strings, and lists
of these without nulls; not maps, nodes, relationships, paths, or lists inside lists. Store the parts one by one.

    CREATE (:Approach {origin: {year: 1960, place: 'Philadelphia'}})
    CREATE (:Approach {year: 1960, place: 'Philadelphia'}))";
        case ErrorCode::deleted_entity_access:
            return R"(The statement deleted a node or relationship and then asked for its properties or labels. Read what you need
before, in a `WITH`.

    MATCH (a:Approach) DELETE a RETURN a.name
    MATCH (a:Approach) WITH a, a.name AS name DELETE a RETURN name)";
        case ErrorCode::delete_connected_node:
            return R"(A node was deleted that still has relationships when the statement ends. Delete them too; `DETACH DELETE` does so
by itself. Nothing was changed.

    MATCH (a:Approach) DELETE a
    MATCH (a:Approach) DETACH DELETE a)";
        case ErrorCode::schema_violation:
            return R"(What the statement wrote doesn't fit the graph's schema when the statement ends: a property is missing that its
label or type requires, or has a value of another type, or a relationship joins nodes that its type doesn't join.
Nothing was changed. `:schema` shows what is declared.

    MATCH (a:Approach) SET a.name = 42
    MATCH (a:Approach) SET a.name = 'CBT')";
        case ErrorCode::statement_too_large:
            return R"(The statement is longer than a statement may be, reads with more clauses, nodes, relationships and labels than
can be planned, or needs a plan of too many steps. Large data doesn't belong into its text: load it as a
graph, or pass it as a parameter.

    UNWIND [1, 2, … a million numbers …] AS x RETURN x
    UNWIND $numbers AS x RETURN x)";
        case ErrorCode::nesting_too_deep:
            return R"(Brackets, `CASE`, `NOT` or values are nested deeper than can be followed safely. Split the expression
with `WITH`, or build a flat list instead of lists inside lists.

    RETURN ((((… hundreds of brackets …))))
    WITH 1 + 2 AS part RETURN part * 3)";
        case ErrorCode::bad_data:
            return R"(The graph's data isn't as it should be: broken JSON, an id twice, an edge to a node that doesn't exist, a
missing property, a label that the schema doesn't know. Every problem is listed with its file, line and
JSON pointer, and nothing is loaded while there is one. docs/data.md describes the form.

    {"edges": [{"from": "cbt", "type": "USES", "to": "exposre"}]}
    {"edges": [{"from": "cbt", "type": "USES", "to": "exposure"}]})";
        case ErrorCode::cannot_read:
            return R"(A file or folder can't be read: it doesn't exist, is empty, or its permissions forbid it. Check the
spelling of the path and from which folder it is meant.

    confer --graph grpah.json 'RETURN 1'
    confer --graph graph.json 'RETURN 1')";
        case ErrorCode::cannot_write:
            return R"(A file can't be written: its folder doesn't exist, the disk is full, or permissions forbid it. Choose
another place for it.

    confer -o /no/such/folder/out.csv 'RETURN 1'
    confer -o out.csv 'RETURN 1')";
        case ErrorCode::usage:
            return R"(The command line has an option or argument that the command doesn't know, or lacks one that it needs.
`confer help` lists them.

    confer --fromat csv 'RETURN 1'
    confer --format csv 'RETURN 1')";
        case ErrorCode::protocol:
            return R"(A line sent to `confer pipe` isn't a request: it isn't one JSON object, asks for nothing that is known, or
holds a number that doesn't fit. Send one object a line, as docs/pipe.md describes.

    {"id": 1, "ask": "RETURN 1"}
    {"id": 1, "query": "RETURN 1"})";
        case ErrorCode::timeout:
            return R"(The statement took longer than it was allowed to. Narrow it down: begin from a named node, bound paths of
variable length, put `LIMIT` early; or allow more time with `--timeout`.

    MATCH p = (a)-[*]-(b) RETURN count(p)
    MATCH p = (a {id: 'cbt'})-[*..3]-(b) RETURN count(p))";
        case ErrorCode::memory_limit:
            return R"(The statement needs more memory than it was allowed to use, mostly for sorting, grouping or collecting.
Aggregate or limit earlier, return fewer columns, or allow more with `--max-memory`. What counts is what the
statement holds at once; the text into which an answer is written comes after that. Without a limit, no text
that a statement makes is longer than 64 MB, and no `range` a list of more than a hundred million numbers.

    MATCH (a), (b), (c) RETURN collect(a.name + b.name + c.name)
    MATCH (a) RETURN collect(a.name))";
        case ErrorCode::row_limit:
            return R"(The result has more rows than were allowed. Ask for fewer with `LIMIT`, or allow more with `--max-rows`.

    confer --max-rows 10 'MATCH (a) RETURN a'
    confer --max-rows 10 'MATCH (a) RETURN a LIMIT 10')";
        case ErrorCode::interrupted:
            return R"(The statement was stopped from outside, by Ctrl-C or by the program that runs it. Nothing was changed;
run it again when you like.

    MATCH (a), (b), (c) RETURN count(*)        // Ctrl-C)";
        case ErrorCode::plugin:
            return R"(A plugin couldn't be loaded, or failed while it worked. The message is its own. Check that the path is
right and that the plugin was built for this version.

    confer --plugin ./libalgorithms.so plugins)";
        case ErrorCode::internal:
            return R"(Confer itself went wrong; the statement and the data may be fine. Nothing was changed. Please report the
statement and the message, so that it can be mended.

    confer version                        // tells which version to name)";
    }
    return {};
}

}  // namespace confer::engine
