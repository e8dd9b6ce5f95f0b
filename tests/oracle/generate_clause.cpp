// Random clauses that read, and whole statements.
#include <algorithm>

#include "generate.h"
#include "generate_internal.h"

namespace confer::oracle {

std::string Generator::match() {
    std::string clause = random_.percent(25) ? "OPTIONAL MATCH " : "MATCH ";
    clause += patterns();
    if (random_.percent(22)) clause += " WHERE " + condition(2);
    return clause + " ";
}

std::string Generator::unwind() {
    const bool numbers = random_.percent(60);
    const std::string source =
        numbers ? random_.pick({"[1, 2]", "[0, 1, 2, null]", "range(0, 2)", "[1, 1, 3]", "[]"}) : list(1);
    if (random_.percent(30)) {
        std::string clause = "FOR " + new_name(numbers ? Sort::number : Sort::any) + " IN " + source;
        if (random_.percent(50))
            clause += random_.pick({" WITH ORDINALITY ", " WITH OFFSET "}) + new_name(Sort::number);
        return clause + " ";
    }
    return "UNWIND " + source + " AS " + new_name(numbers ? Sort::number : Sort::any) + " ";
}

std::string Generator::call() {
    const unsigned chance = percent();
    if (chance < 10) return "CALL test.nothing(" + number(0) + ") ";
    std::string clause;
    if (chance < 60) {
        const std::string of = random_.percent(50) && has(Sort::node) ? variable(Sort::node)->name + ".k" : number(1);
        clause = "CALL test.next(" + of + ") YIELD number AS " + new_name(Sort::any);
    } else {
        clause = "CALL test.words() YIELD ";
        if (random_.percent(60)) clause += "word AS " + new_name(Sort::any) + ", ";
        clause += "number AS " + new_name(Sort::any);
    }
    if (random_.percent(20)) clause += " WHERE " + condition(0);
    return clause + " ";
}

std::string Generator::let() {
    std::string clause = "LET ";
    for (std::size_t i = 1 + random_.below(2); i > 0; --i) {
        const Sort sort = random_.percent(50) ? Sort::number : random_.percent(70) ? Sort::any : Sort::list;
        const std::string expr = of_sort(sort, 1);
        clause += new_name(sort) + " = " + expr + (i > 1 ? ", " : " ");
    }
    return clause;
}

std::string Generator::clause() {
    const unsigned chance = percent();
    if (chance < 60) return match();
    if (chance < 75) return unwind();
    if (chance < 82) return call();
    if (chance < 91) return let();
    return "FILTER " + condition(1) + " ";
}

std::string Generator::aggregate() {
    const std::string distinct = random_.percent(30) ? "DISTINCT " : "";
    const unsigned chance = percent();
    if (chance < 30) return "count(*)";
    if (chance < 50) return "count(" + distinct + any(1) + ")";
    if (chance < 60) return "sum(" + distinct + number(1) + ")";
    if (chance < 67) return "min(" + any(1) + ")";
    if (chance < 74) return "max(" + any(1) + ")";
    if (chance < 80) return "avg(" + distinct + number(1) + ")";
    if (chance < 90) return "collect(" + distinct + any(1) + ")";
    if (chance < 94) return "size(collect(" + distinct + any(0) + "))";
    if (chance < 97) return "count(*) + 1";
    return random_.pick({"stDev(", "stDevP("}) + number(0) + ")";
}

// Items, and what they are called and give.
std::string Generator::items(bool aggregating, std::vector<Variable>& columns) {
    std::string out;
    const std::size_t count = 1 + random_.below(3);
    const std::size_t place = aggregating ? random_.below(count) : count;
    for (std::size_t i = 0; i < count; ++i) {
        out += i == 0 ? "" : ", ";
        if (i == place) {
            const std::string expr = aggregate();
            const bool gives_list = expr.rfind("collect", 0) == 0;
            const bool gives_number = expr.rfind("min", 0) != 0 && expr.rfind("max", 0) != 0;
            const std::string name = "n" + std::to_string(names_++);
            columns.push_back({name, gives_list ? Sort::list : gives_number ? Sort::number : Sort::any});
            out += expr + " AS " + name;
            continue;
        }
        if (random_.percent(60) && !scope_.empty()) {
            const Variable& kept = random_.pick(scope_);
            const bool twice = std::any_of(columns.begin(), columns.end(),
                                           [&](const Variable& column) { return column.name == kept.name; });
            if (!twice) {
                columns.push_back(kept);
                out += kept.name;
                continue;
            }
        }
        const Sort sort = random_.percent(50) ? Sort::number : random_.percent(80) ? Sort::any : Sort::list;
        const std::string name = "n" + std::to_string(names_++);
        out += of_sort(sort, 1) + " AS " + name;
        columns.push_back({name, sort});
    }
    return out;
}

std::string Generator::order(const std::vector<Variable>& columns) {
    std::string out;
    if (random_.percent(40) && !columns.empty()) {
        const std::size_t keys = 1 + random_.below(columns.size());
        for (std::size_t i = 0; i < keys; ++i) {
            out += (i == 0 ? " ORDER BY " : ", ") + columns[i].name + random_.pick({"", "", " DESC", " ASC"});
        }
    }
    if (random_.percent(6)) out += " SKIP " + random_.pick({"0", "1", "2", "$one"});
    if (random_.percent(14)) out += " LIMIT " + random_.pick({"0", "1", "2", "3", "5", "$two"});
    return out;
}

std::string Generator::with() {
    if (random_.percent(15)) {
        std::string clause = "WITH *";
        if (random_.percent(50)) {
            const std::string expr = number(1);
            clause += ", " + expr + " AS " + new_name(Sort::number);
        }
        if (random_.percent(50)) clause += " WHERE " + condition(1);
        return clause + " ";
    }
    std::vector<Variable> columns;
    const bool aggregating = random_.percent(35);
    const bool distinct = random_.percent(20);
    std::string clause = "WITH " + std::string(distinct ? "DISTINCT " : "") + items(aggregating, columns);
    scope_ = columns;
    clause += order(columns);
    if (random_.percent(25)) clause += " WHERE " + condition(1);
    return clause + " ";
}

// RETURN; `columns`: those that an earlier part of the UNION gave.
std::string Generator::last(const std::vector<Variable>* columns) {
    if (columns != nullptr) {
        std::string clause = "RETURN ";
        for (const Variable& column : *columns)
            clause += (&column == columns->data() ? "" : ", ") + of_sort(column.sort, 1) + " AS " + column.name;
        return clause;
    }
    std::vector<Variable> made;
    const bool distinct = random_.percent(20);
    std::string clause = "RETURN " + std::string(distinct ? "DISTINCT " : "");
    if (random_.percent(8) && !scope_.empty()) {
        clause += "*";
        made = scope_;
    } else {
        clause += items(random_.percent(40), made);
    }
    clause += order(made);
    scope_ = made;
    return clause;
}

// Clauses, with RETURN unless it is a subquery that does without.
std::string Generator::query(bool is_subquery) {
    ++subqueries_;
    const std::vector<Variable> before = scope_;
    std::string out;
    const std::size_t clauses = is_subquery ? 1 : 1 + random_.below(3);
    for (std::size_t i = 0; i < clauses; ++i) {
        if (i == 0) {
            out += random_.percent(88) || is_subquery ? match() : random_.percent(60) ? unwind() : call();
        } else {
            out += random_.percent(20) ? with() : clause();
        }
    }
    if (!is_subquery) {
        if (random_.percent(25)) out += with();
        out += last(nullptr);
    } else if (random_.percent(25)) {
        std::vector<Variable> columns;
        out += (random_.percent(50) ? "RETURN DISTINCT " : "RETURN ") + items(false, columns);
    }
    if (is_subquery) scope_ = before;
    --subqueries_;
    return out;
}

// What planners treat specially: grouped counts of common neighbours, what can be reached, counts of products, nodes of
// which only their surroundings are known.
std::string Generator::shaped_query() {
    if (random_.percent(15)) {
        const std::string from = new_name(Sort::node);
        std::string out = "MATCH (" + from + random_.pick({"", "", ":A"}) + ")";
        if (random_.percent(40)) out += relationship(true) + node(true);
        out += " WHERE ";
        for (std::size_t i = random_.percent(30) ? 2 : 1; i > 0; --i) {
            const std::string id = "{id: '" + random_.pick({"n0", "n1", "n2"}) + "'}";
            out += (random_.percent(10) ? "NOT (" : "(") + from + ")" + random_.pick({"-[:R]->", "<-[:R|S]-", "--"}) +
                   (random_.percent(20) ? "()-->" : "") + "(" + id + ")" + (i > 1 ? " AND " : " ");
        }
        return out + random_.pick({"RETURN ", "RETURN DISTINCT "}) + from + ", " + any(1) + " AS x";
    }
    std::string out = "MATCH " + shaped_patterns() + " ";
    const std::string where = random_.percent(50) ? "WHERE " + condition(1) + " " : "";
    std::vector<std::string> nodes;
    for (const Variable& variable : scope_) {
        if (variable.sort == Sort::node) nodes.push_back(variable.name);
    }
    const std::string a = random_.pick(nodes), b = random_.pick(nodes), x = random_.pick(nodes);
    const std::string distinct = random_.percent(30) ? "DISTINCT " : "";
    switch (random_.below(6)) {
        case 0:
            return out + where + "RETURN " + a + ".id AS a, count(" + distinct + x +
                   ") AS n ORDER BY n DESC, a LIMIT 3";
        case 1:
            return out + where + "RETURN " + a + " AS a, " + b + " AS b, count(" + distinct + x + ") AS n";
        case 2:
            return out + where + "RETURN count(*) AS n, count(" + distinct + x + ".k) AS m";
        case 3:
            return out + where + "RETURN DISTINCT " + a + " AS a, " + b + ".k AS b";
        case 4:
            return "MATCH (a)-[" + random_.pick({"", ":R", ":R|S"}) + random_.pick({"*", "*0..", "*1..3", "*2..3"}) +
                   random_.pick({"]->", "]-"}) + "(b) " + (random_.percent(50) ? "WHERE a.id = 'n0' " : "") +
                   random_.pick({"RETURN DISTINCT a, b", "RETURN DISTINCT b", "RETURN count(DISTINCT b) AS n",
                                 "RETURN a, count(DISTINCT b) AS n", "RETURN a.id AS a, collect(DISTINCT b.id) AS bs"});
        default:
            return out + where + "WITH " + a + " AS a, count(*) AS n WHERE n > 1 RETURN a, n ORDER BY n, a";
    }
}

std::string Generator::statement() {
    const unsigned chance = percent();
    if (chance < 20) return updating_statement();
    if (chance < 32) return shaped_query();
    if (chance < 33) return random_.pick({"CALL test.words()", "CALL test.next(1)", "CALL test.words() YIELD word"});
    std::string out = query(false);
    const std::vector<Variable> columns = scope_;
    const char* const keyword = random_.percent(50) ? " UNION " : " UNION ALL ";
    while (random_.percent(8)) {
        scope_.clear();
        out += keyword;
        out += random_.percent(85) ? match() : unwind();
        out += last(&columns);
    }
    return out;
}

Row parameters() {
    using engine::ValueList;
    return {{"one", Value(1)},
            {"two", Value(2)},
            {"nothing", Value()},
            {"word", Value(std::string_view("a"))},
            {"list", Value(ValueList{Value(1), Value(), Value(std::string_view("a"))})}};
}

std::string random_statement(Random& random) {
    return Generator(random).statement();
}

}  // namespace confer::oracle
