// Slips of whole clauses: those of other languages, those in the wrong order, those that are missing.
#include "syntax/keyword_internal.h"
#include "syntax/syntax_error_internal.h"

namespace confer::engine::syntax {
namespace {

bool opens_reading(std::size_t type) {
    return type == Lexer::MATCH || type == Lexer::OPTIONAL || type == Lexer::UNWIND || type == Lexer::WITH ||
           type == Lexer::FILTER || type == Lexer::LET || type == Lexer::FOR || type == Lexer::CALL;
}

// Whether a value, a name or a bracket ends here, after which a clause may begin.
bool ends_clause(std::size_t type) {
    switch (type) {
        case Lexer::NAME:
        case Lexer::QUOTED_NAME:
        case Lexer::INTEGER:
        case Lexer::FLOAT:
        case Lexer::STRING:
        case Lexer::PARAMETER:
        case Lexer::TRUE_:
        case Lexer::FALSE_:
        case Lexer::NULL_:
        case Lexer::END:
        case Lexer::RPAREN:
        case Lexer::RBRACKET:
        case Lexer::RBRACE:
        case Lexer::STAR:
        case Lexer::ASC:
        case Lexer::ASCENDING:
        case Lexer::DESC:
        case Lexer::DESCENDING:
            return true;
        default:
            return is_keyword(type) && !is_reserved(type);
    }
}

// Words such as CALL and FILTER are names, too.
bool opens_clause_at(const Words& words, std::size_t i) {
    const std::size_t type = words.type(i);
    return opens_clause(type) && (is_reserved(type) || i == 0 || ends_clause(words.type(i - 1)));
}

// The word before says that it doesn't open a clause: STARTS WITH, ON CREATE SET.
bool is_joined(std::size_t before, std::size_t type) {
    if (before == Lexer::STARTS || before == Lexer::ENDS || before == Lexer::ON) return true;
    return type == Lexer::DELETE && before == Lexer::DETACH;
}

bool belongs_to_return(std::size_t type) {
    return type == Lexer::RETURN || type == Lexer::ORDER || type == Lexer::SKIP_ || type == Lexer::LIMIT;
}

// "ORDER BY"
std::string clause_name(std::size_t type) {
    return written(type) + (type == Lexer::ORDER ? " BY" : "");
}

std::optional<Error> misplaced_where(const Stop& stop, std::size_t clause) {
    const SourceSpan span = place_of(stop);
    if (clause == no_word)
        return slip(span, "`WHERE` comes after `MATCH`", "begin with `MATCH` and a pattern, then `WHERE`");
    const std::size_t type = stop.words.type(clause);
    if (type == Lexer::WHERE) return slip(span, "there is a `WHERE` here already", "join the conditions with `AND`");
    if (belongs_to_return(type))
        return slip(span, "`WHERE` comes before `RETURN`",
                    "move it after the pattern; to filter what is computed, write `WITH … WHERE …` and then `RETURN`");
    if (type == Lexer::FILTER)
        return slip(span, "`FILTER` has its condition already", "join the conditions with `AND`");
    if (type == Lexer::CALL)
        return slip(span, "`WHERE` comes after `YIELD`", "name what is called for: `CALL … YIELD name WHERE …`");
    if (type == Lexer::UNWIND || type == Lexer::LET || type == Lexer::FOR)
        return slip(span, "`WHERE` belongs to `MATCH` or `WITH`", "write `FILTER` in its place");
    if (opens_update(type))
        return slip(span, "`WHERE` belongs to `MATCH` or `WITH`",
                    "write `WITH * WHERE …` before `" + written(type) + "`");
    return std::nullopt;
}

Error nothing_follows_return(SourceSpan span) {
    return slip(span, "nothing but `UNION` can follow `RETURN`",
                "write `WITH` in its place to go on with what is found so far");
}

// After RETURN, WITH can only become WITH SOURCES: `RETURN a WITH b`.
bool goes_on_after_return(const Stop& stop) {
    if (stop.at == 0 || stop.words.type(stop.at - 1) != Lexer::WITH || !stop.expected.has(Lexer::SOURCES)) return false;
    const Stop before{stop.words, stop.at - 1, stop.expected, stop.fault};
    const std::size_t clause = clause_before(before);
    return clause != no_word && belongs_to_return(stop.words.type(clause));
}

// LIMIT 10 OFFSET 20
std::optional<Error> offset_slip(const Stop& stop) {
    if (stop.words.type(stop.at) != Lexer::OFFSET) return std::nullopt;
    const std::size_t clause = clause_before(stop);
    if (clause == no_word || !(belongs_to_return(stop.words.type(clause)) || stop.words.type(clause) == Lexer::WITH))
        return std::nullopt;
    return slip(place_of(stop), "rows are left out with `SKIP`, not `OFFSET`",
                "write `SKIP` and the number, before `LIMIT`");
}

// How the parts of a RETURN follow each other.
int rank(std::size_t type) {
    return type == Lexer::ORDER ? 1 : type == Lexer::SKIP_ ? 2 : type == Lexer::LIMIT ? 3 : 0;
}

}  // namespace

std::size_t clause_before(const Stop& stop) {
    std::size_t closed = 0;
    for (std::size_t i = std::min(stop.at, stop.words.size()); i-- > 0;) {
        const std::size_t type = stop.words.type(i);
        if (type == Lexer::RPAREN || type == Lexer::RBRACKET || type == Lexer::RBRACE) ++closed;
        const bool opener =
            type == Lexer::LPAREN || type == Lexer::PATTERN_LPAREN || type == Lexer::LBRACKET || type == Lexer::LBRACE;
        if (opener && closed > 0) --closed;
        const bool joined = i > 0 && is_joined(stop.words.type(i - 1), type);
        if (closed == 0 && opens_clause_at(stop.words, i) && !joined) return i;
    }
    return no_word;
}

// CREATE INDEX ON …, CREATE CONSTRAINT name FOR …: the word passes for a path's name.
std::optional<Error> index_slip(const Stop& stop) {
    if (stop.at < 2 || stop.words.type(stop.at - 2) != Lexer::CREATE) return std::nullopt;
    const std::string word = upper_case(stop.words.text(stop.at - 1));
    if (word != "INDEX" && word != "CONSTRAINT") return std::nullopt;
    return slip(stop.words.span(stop.at - 1), "there is no `CREATE " + word + "`",
                word == "INDEX" ? "leave it out: ids and names are found by an index that is always there"
                                : "the graph's schema says what its nodes and relationships must have");
}

std::optional<Error> foreign_clause_slip(const Stop& stop) {
    if (std::optional<Error> error = index_slip(stop)) return error;
    if (stop.at == 0 && stop.words.type(0) == Lexer::COLON)
        return slip(place_of(stop), "a colon begins the commands of the shell, not a statement",
                    "`confer shell` opens the shell; `:help` lists its commands there");
    const std::string word = upper_case(stop.words.text(stop.at));
    const bool may_open = stop.expected.has(Lexer::RETURN) || stop.at == 0 || stop.expected.has(Lexer::OR) ||
                          stop.expected.has(Lexer::EOF);
    if (!may_open) return std::nullopt;
    if (word == "INSERT") return slip(place_of(stop), "there is no `INSERT`", "write `CREATE (:Label {key: value})`");
    if (word == "UPDATE")
        return slip(place_of(stop), "there is no `UPDATE`", "write `MATCH (a) WHERE … SET a.key = value`");
    if (word == "DROP") return slip(place_of(stop), "there is no `DROP`", "write `MATCH (a) WHERE … DETACH DELETE a`");
    if (word == "FOREACH")
        return slip(place_of(stop), "there is no `FOREACH`", "write `UNWIND list AS x` and then `CREATE` or `SET`");
    if (word == "LOAD")
        return slip(
            place_of(stop), "there is no `LOAD`: no statement reads a file",
            "make a graph of the file with `confer convert`, or pass its rows as a parameter: `UNWIND $rows AS row`");
    return std::nullopt;
}

std::optional<Error> order_slip(const Stop& stop) {
    const std::size_t type = stop.words.type(stop.at);
    if (std::optional<Error> error = offset_slip(stop)) return error;
    if (goes_on_after_return(stop)) return nothing_follows_return(stop.words.span(stop.at - 1));
    if (stop.at == 0 && (type == Lexer::LPAREN || type == Lexer::PATTERN_LPAREN))
        return slip(place_of(stop), "a statement begins with a clause, not with a pattern", "write `MATCH` before it");
    const bool ends_operand = stop.expected.has(Lexer::OR) || stop.expected.has(Lexer::RETURN) || stop.at == 0 ||
                              stop.expected.has(Lexer::EOF);
    if (!opens_clause(type) || !ends_operand) return std::nullopt;
    const std::size_t clause = clause_before(stop);
    if (type == Lexer::WHERE) return misplaced_where(stop, clause);
    if (clause == no_word) return std::nullopt;
    const std::size_t before = stop.words.type(clause);
    const std::string name = clause_name(type);
    if (rank(type) > 0) {
        if (rank(before) >= rank(type))
            return slip(place_of(stop),
                        before == type ? "there is a `" + name + "` here already"
                                       : "`" + name + "` comes before `" + clause_name(before) + "`",
                        "the order is `ORDER BY`, `SKIP`, `LIMIT`");
        if (!belongs_to_return(before) && before != Lexer::WITH)
            return slip(place_of(stop), "`" + name + "` comes after `RETURN`",
                        "add `RETURN` and what you want to see before it");
    }
    if ((opens_reading(type) || opens_update(type) || type == Lexer::RETURN) && belongs_to_return(before))
        return nothing_follows_return(place_of(stop));
    return std::nullopt;
}

// EXISTS { MATCH (a) SET a.x = 1 }: queries inside expressions read.
std::optional<Error> inner_query_slip(const Stop& stop) {
    const Words& words = stop.words;
    // COUNT { CREATE (a): until the parenthesis it could be a map of the variable `COUNT`.
    const bool first_of_all = stop.at > 1 && words.type(stop.at - 2) == Lexer::LBRACE;
    const std::size_t at = first_of_all ? stop.at - 1 : stop.at;
    const std::size_t type = words.type(at);
    if (!opens_update(type)) return std::nullopt;
    std::size_t closed = 0;
    for (std::size_t i = at; i-- > 1;) {
        if (words.type(i) == Lexer::RBRACE) ++closed;
        if (words.type(i) != Lexer::LBRACE || closed-- > 0) continue;
        const std::size_t kind = words.type(i - 1);
        if (kind != Lexer::EXISTS && kind != Lexer::COUNT && kind != Lexer::COLLECT) return std::nullopt;
        return slip(words.span(at),
                    "`" + written(type) + "` can't stand in `" + written(kind) + " { … }`, which only reads",
                    "end the query inside before it, and write `" + written(type) + "` after the braces",
                    ErrorCode::invalid_clause_composition);
    }
    return std::nullopt;
}

// extract(x IN list | …), filter(x IN list WHERE …): comprehensions of older dialects.
std::optional<Error> old_comprehension(const Stop& stop) {
    if (stop.words.type(stop.at) != Lexer::BAR && stop.words.type(stop.at) != Lexer::WHERE) return std::nullopt;
    std::size_t closed = 0;
    for (std::size_t i = stop.at; i-- > 1;) {
        if (stop.words.type(i) == Lexer::RPAREN) ++closed;
        if (stop.words.type(i) != Lexer::LPAREN || closed-- > 0) continue;
        const std::string name = upper_case(stop.words.text(i - 1));
        if (name == "EXTRACT") return slip(stop.words.span(i - 1), "there is no `extract`", "write `[x IN list | …]`");
        if (name == "FILTER")
            return slip(stop.words.span(i - 1), "there is no `filter`", "write `[x IN list WHERE …]`");
        break;
    }
    return std::nullopt;
}

std::optional<Error> call_slip(const Stop& stop) {
    if (std::optional<Error> error = old_comprehension(stop)) return error;
    const std::size_t type = stop.words.type(stop.at);
    const std::size_t before = stop.at > 0 ? stop.words.type(stop.at - 1) : Lexer::EOF;
    if (before == Lexer::EXISTS && type == Lexer::PATTERN_LPAREN)
        return slip(place_of(stop), "the pattern after `EXISTS` stands in braces",
                    "write for example `EXISTS { (a)-[:USES]->() }`, or leave `EXISTS` out");
    if (before == Lexer::CALL && (type == Lexer::LBRACE || type == Lexer::LPAREN) &&
        stop.expected.has(Notion::procedure))
        return slip(place_of(stop), "`CALL` is followed by the name of a procedure",
                    "a query inside another stands in an expression: `EXISTS { … }` or `COUNT { … }`");
    return std::nullopt;
}

std::optional<Error> ending_slip(const Stop& stop) {
    if (stop.at > 0 && stop.words.type(stop.at - 1) == Lexer::SEMICOLON)
        return slip(place_of(stop), "there is a second statement after the semicolon", "send one statement at a time");
    return std::nullopt;
}

Error nothing_returned(std::uint32_t end) {
    return slip({end, end}, "the statement says what to find, but not what to return",
                "end it with `RETURN` and what you want to see, for example `RETURN *`");
}

}  // namespace confer::engine::syntax
