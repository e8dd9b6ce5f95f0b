// Slips in drawn patterns: arrows, nodes without parentheses, numbers of steps.
#include "syntax/keyword_internal.h"
#include "syntax/syntax_error_internal.h"

namespace confer::engine::syntax {
namespace {

std::optional<Error> step_slip(const Stop& stop) {
    const std::size_t type = stop.words.type(stop.at);
    const std::size_t before = stop.at > 0 ? stop.words.type(stop.at - 1) : Lexer::EOF;
    const bool may_have_star =
        stop.expected.has(Lexer::STAR) && stop.expected.has(Lexer::RBRACKET) && !stop.expected.has(Lexer::OR);
    if (may_have_star && (type == Lexer::DOTDOT || type == Lexer::INTEGER || type == Lexer::FLOAT))
        return slip(place_of(stop), "the number of steps begins with `*`", "write for example `*1..3`",
                    ErrorCode::invalid_relationship_pattern);
    if (before == Lexer::INTEGER && (type == Lexer::MINUS || type == Lexer::COMMA) && stop.expected.has(Lexer::DOTDOT))
        return slip(place_of(stop), "the smallest and the largest number of steps have two dots between them",
                    "write for example `*1..3`", ErrorCode::invalid_relationship_pattern);
    if (before != Lexer::STAR || !stop.expected.has(Lexer::DOTDOT)) return std::nullopt;
    if (type == Lexer::MINUS)
        return slip(place_of(stop), "a number of steps can't be negative", "write for example `*1..3`",
                    ErrorCode::invalid_relationship_pattern);
    if (type == Lexer::FLOAT || type == Lexer::BAD_NUMBER)
        return slip(place_of(stop), "the numbers of steps are whole, with two dots between them",
                    "write for example `*1..3`", ErrorCode::invalid_relationship_pattern);
    return std::nullopt;
}

// Whether a relationship's bracket is the last one opened before the word.
bool in_relationship(const Words& words, std::size_t i) {
    while (i-- > 0) {
        switch (words.type(i)) {
            case Lexer::LBRACKET:
                return i > 0 && words.type(i - 1) == Lexer::MINUS;
            case Lexer::LPAREN:
            case Lexer::PATTERN_LPAREN:
            case Lexer::RBRACKET:
                return false;
            default:
                break;
        }
    }
    return false;
}

// [:R{1,3}], [:R]{1,3}->: inside the brackets the braces would hold properties.
std::optional<Error> quantifier_slip(const Stop& stop) {
    const std::size_t type = stop.words.type(stop.at);
    const std::size_t before = stop.at > 0 ? stop.words.type(stop.at - 1) : Lexer::EOF;
    const bool inside = before == Lexer::LBRACE && (type == Lexer::INTEGER || type == Lexer::COMMA) &&
                        in_relationship(stop.words, stop.at - 1);
    const bool early = before == Lexer::RBRACKET && type == Lexer::LBRACE && stop.expected.has(Lexer::MINUS) &&
                       !stop.expected.has(Lexer::OR);
    if (!inside && !early) return std::nullopt;
    return slip(stop.words.span(inside ? stop.at - 1 : stop.at), "how often to walk stands behind the arrow",
                "write `-[:TYPE]->{1,3}`, or `-[:TYPE*1..3]->`");
}

// [r:A:B], [r {x: 1}*2], [:R->(b)
std::optional<Error> detail_slip(const Stop& stop) {
    if (!stop.expected.has(Lexer::RBRACKET) || stop.expected.has(Lexer::OR)) return std::nullopt;
    const std::size_t type = stop.words.type(stop.at);
    if (type == Lexer::COLON && stop.expected.has(Lexer::BAR))
        return slip(place_of(stop), "a relationship has one type", "write `|` between types of which it may have any");
    if (type == Lexer::MINUS)
        return slip(place_of(stop), "the bracket of the relationship isn't closed before its arrow",
                    "write `]` before it, as in `-[:TYPE]->`");
    const bool after_properties = stop.at > 0 && stop.words.type(stop.at - 1) == Lexer::RBRACE;
    if (type == Lexer::STAR && after_properties)
        return slip(place_of(stop), "the number of steps comes before the properties",
                    "write for example `[:TYPE*1..3 {key: 'value'}]`", ErrorCode::invalid_relationship_pattern);
    return std::nullopt;
}

// (a)->(b), (a)-(b), (a)-[r](b), (a)=>(b)
std::optional<Error> arrow_slip(const Stop& stop) {
    const Words& words = stop.words;
    const std::size_t type = words.type(stop.at);
    const std::size_t before = stop.at > 0 ? words.type(stop.at - 1) : Lexer::EOF;
    if (stop.expected.has(Notion::relationship) && type == Lexer::EQ && words.type(stop.at + 1) == Lexer::GT)
        return slip(between(words, stop.at, stop.at + 1), "an arrow is drawn with dashes",
                    "write `-->` or `-[:TYPE]->`");
    if (stop.expected.has(Notion::relationship) && type == Lexer::LBRACKET)
        return slip(place_of(stop), "a relationship needs dashes around its brackets",
                    "write `-[ … ]->` or `<-[ … ]-`");
    const bool two_dashes = before == Lexer::MINUS && stop.expected.has(Notion::node);
    if (two_dashes && (type == Lexer::LBRACKET || type == Lexer::MINUS))
        return slip(place_of(stop), "there is one dash on each side of a relationship's brackets",
                    "write `-[:TYPE]->`, `<-[:TYPE]-` or `-[:TYPE]-`");
    const bool half_arrow = before == Lexer::MINUS && type == Lexer::GT;
    if (half_arrow && stop.at > 1 && words.type(stop.at - 2) == Lexer::RPAREN)
        return slip(between(words, stop.at - 1, stop.at), "an arrow has two dashes", "write `-->`, or `-[:TYPE]->`");
    if (!stop.expected.has(Lexer::MINUS) || stop.expected.has(Lexer::OR)) return std::nullopt;
    if (before == Lexer::RBRACKET && type == Lexer::EQ && words.type(stop.at + 1) == Lexer::GT)
        return slip(between(words, stop.at, stop.at + 1), "an arrow is drawn with dashes", "write `]->`");
    if (before == Lexer::RBRACKET && (type == Lexer::LPAREN || type == Lexer::PATTERN_LPAREN || type == Lexer::GT))
        return slip(place_of(stop), "the relationship isn't finished: a dash is missing after `]`",
                    "write `]->`, or `]-` if the direction doesn't matter");
    if (before == Lexer::MINUS && (type == Lexer::LPAREN || type == Lexer::PATTERN_LPAREN)) {
        const bool left = stop.at > 1 && words.type(stop.at - 2) == Lexer::LT;
        return slip(between(words, stop.at - (left ? 2 : 1), stop.at - 1), "a relationship has two dashes",
                    left ? "write `<--`, or `<-[:TYPE]-`" : "write `--`, `-->` or `-[:TYPE]->`");
    }
    return std::nullopt;
}

// (a)-:USES->(b), (a)-r->(b)
std::optional<Error> bare_relationship_slip(const Stop& stop) {
    const Words& words = stop.words;
    const std::size_t type = words.type(stop.at);
    if (stop.at == 0 || words.type(stop.at - 1) != Lexer::MINUS || !stop.expected.has(Lexer::LBRACKET) ||
        (type != Lexer::NAME && type != Lexer::COLON))
        return std::nullopt;
    std::size_t last = stop.at;
    while (words.type(last + 1) == Lexer::NAME || words.type(last + 1) == Lexer::COLON) ++last;
    const SourceSpan span = between(words, stop.at, last);
    const std::string first(words.text(stop.at));
    std::string inside = first.size() > 1 && first == upper_case(first) ? ":" : "";  // a type's name is in capitals
    for (std::size_t i = stop.at; i <= last; ++i) inside += words.text(i);
    return slip(span, "a relationship's name and type stand in square brackets", "write `-[" + inside + "]-`");
}

// (a)(b): the second would begin a path that is walked several times.
std::optional<Error> neighbour_slip(const Stop& stop) {
    const Words& words = stop.words;
    if (stop.at < 2) return std::nullopt;
    const std::size_t before = words.type(stop.at - 1), type = words.type(stop.at);
    const bool drawn_next = before == Lexer::RPAREN && type == Lexer::PATTERN_LPAREN;
    if (drawn_next && stop.expected.has(Notion::relationship))
        return slip(place_of(stop), "nothing is drawn between two nodes",
                    "write `-->` or `-[:TYPE]->` between them, or a comma");
    if (type == Lexer::AND && stop.expected.has(Notion::relationship) && stop.expected.has(Lexer::COMMA))
        return slip(place_of(stop), "paths are joined with a comma", "write `,` in its place");
    if (!stop.expected.has(Notion::node) || words.type(stop.at - 2) != Lexer::RPAREN) return std::nullopt;
    if (before != Lexer::LPAREN && before != Lexer::PATTERN_LPAREN) return std::nullopt;
    if (type != Lexer::NAME && type != Lexer::COLON && type != Lexer::RPAREN) return std::nullopt;
    return slip(words.span(stop.at - 1), "nothing is drawn between two nodes",
                "write `-->` or `-[:TYPE]->` between them, or a comma");
}

// MATCH a RETURN a; (a)-->b; CREATE a:Approach
std::optional<Error> bare_node_slip(const Stop& stop) {
    const Words& words = stop.words;
    std::size_t name = no_word;
    if (words.type(stop.at) == Lexer::NAME && stop.expected.has(Notion::node) && stop.at > 0) name = stop.at;
    if (stop.at > 1 && words.type(stop.at - 1) == Lexer::NAME && stop.expected.has(Lexer::EQ) &&
        stop.expected.tokens.size() == 1 &&
        (words.type(stop.at - 2) == Lexer::MATCH || words.type(stop.at - 2) == Lexer::COMMA ||
         words.type(stop.at - 2) == Lexer::CREATE || words.type(stop.at - 2) == Lexer::MERGE))
        name = stop.at - 1;
    if (name == no_word) return std::nullopt;
    const std::string text(words.text(name));
    const std::size_t next = words.type(name + 1);
    if (next == Lexer::LPAREN || next == Lexer::PATTERN_LPAREN) {
        const std::string word = upper_case(text);
        if (word == "SHORTESTPATH" || word == "ALLSHORTESTPATHS")
            return slip(words.span(name), "`" + text + "` has parentheses of its own around the whole path",
                        "write `" + text + "((a)-[*]-(b))`");
        return slip(words.span(name), "`" + text + "` can't stand before a node",
                    "leave it out; to name the path, write `" + text + " = (…)`");
    }
    if (next == Lexer::COLON && words.type(name + 2) != Lexer::NAME)
        return slip(words.span(name + 1), "a path is named with `=`", "write `" + text + " = (…)`");
    const bool labelled = words.type(name + 1) == Lexer::COLON && words.type(name + 2) == Lexer::NAME;
    const SourceSpan span = between(words, name, labelled ? name + 2 : name);
    const std::string label = labelled ? ":" + std::string(words.text(name + 2)) : "";
    return slip(span, "a node stands in parentheses", "write `(" + text + label + ")`");
}

}  // namespace

std::optional<Error> pattern_slip(const Stop& stop) {
    for (const auto find :
         {step_slip, quantifier_slip, detail_slip, arrow_slip, bare_relationship_slip, neighbour_slip, bare_node_slip})
        if (std::optional<Error> error = find(stop)) return error;
    return std::nullopt;
}

}  // namespace confer::engine::syntax
