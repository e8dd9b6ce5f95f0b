// Slips inside the parentheses of a node and the braces of a map: labels, properties, entries.
#include "syntax/syntax_error_internal.h"

namespace confer::engine::syntax {
namespace {

// Where a node's labels or properties may still come: after (a:A
bool inside_node(const Stop& stop) {
    return stop.expected.has(Lexer::RPAREN) && stop.expected.has(Lexer::LBRACE) && !stop.expected.has(Lexer::OR);
}

// (a:A, B), (a:A OR B), (a:A name: 'x'), (a:A (name: 'x')), (:A a), (a:Common factor)
std::optional<Error> node_slip(const Stop& stop) {
    const Words& words = stop.words;
    if (!inside_node(stop) || stop.at < 2) return std::nullopt;
    const std::size_t type = words.type(stop.at);
    const bool after_label = words.type(stop.at - 2) == Lexer::COLON;
    if (type == Lexer::COMMA && words.type(stop.at + 1) == Lexer::LBRACE)
        return slip(place_of(stop), "there is no comma before properties", "leave it out");
    if (after_label && (type == Lexer::COMMA || type == Lexer::OR || type == Lexer::AND))
        return slip(place_of(stop), "labels are joined by `|` where one is enough, by `&` where all are wanted",
                    "write for example `(a:Theory|Technique)`");
    const bool parenthesis = type == Lexer::LPAREN || type == Lexer::PATTERN_LPAREN;
    if ((parenthesis || type == Lexer::NAME) && words.type(stop.at + (parenthesis ? 2 : 1)) == Lexer::COLON &&
        (parenthesis || after_label))
        return slip(place_of(stop), "properties stand in braces",
                    "write for example `{" + std::string(words.text(stop.at + (parenthesis ? 1 : 0))) + ": …}`");
    if (!after_label || type != Lexer::NAME) return std::nullopt;
    const std::string label(words.text(stop.at - 1)), name(words.text(stop.at));
    if (stop.at > 2 && words.type(stop.at - 3) == Lexer::NAME)
        return slip(between(words, stop.at - 1, stop.at), "a label of several words stands between backticks",
                    "put backticks around it");
    return slip(place_of(stop), "a node's variable comes before its label", "write `(" + name + ":" + label + ")`");
}

// {name: 'x' year: 2}, {a.name}
std::optional<Error> map_slip(const Stop& stop) {
    const Words& words = stop.words;
    const std::size_t type = words.type(stop.at);
    if (type == Lexer::NAME && words.type(stop.at + 1) == Lexer::COLON && stop.expected.has(Lexer::RBRACE) &&
        stop.expected.has(Lexer::COMMA))
        return slip(place_of(stop), "a comma is missing before `" + std::string(words.text(stop.at)) + "`",
                    "put a comma between two entries");
    const bool after_key = stop.expected.has(Lexer::COLON) && stop.expected.tokens.size() == 1;
    if (type == Lexer::DOT && after_key && stop.at > 0 && words.type(stop.at + 1) == Lexer::NAME) {
        const std::string key(words.text(stop.at + 1));
        return slip(between(words, stop.at - 1, stop.at + 1), "each entry of a map has a name, and then its value",
                    "write `" + key + ": " + std::string(words.text(stop.at - 1)) + "." + key + "`");
    }
    return std::nullopt;
}

// a.*, REMOVE a
std::optional<Error> property_slip(const Stop& stop) {
    const Words& words = stop.words;
    if (stop.at < 2) return std::nullopt;
    const std::size_t before = words.type(stop.at - 1), type = words.type(stop.at);
    if (type == Lexer::STAR && before == Lexer::DOT) {
        const std::string object(words.text(stop.at - 2));
        return slip(between(words, stop.at - 1, stop.at), "there is no `.*` of all properties",
                    "write `" + object + "` for the whole of it, or `" + object + " {.*}` for a map");
    }
    const std::size_t clause = clause_before(stop);
    if (clause == no_word || words.type(clause) != Lexer::REMOVE || before != Lexer::NAME ||
        !stop.expected.has(Lexer::DOT) || !stop.expected.has(Lexer::COLON) || stop.expected.has(Lexer::COMMA))
        return std::nullopt;
    const std::string name(words.text(stop.at - 1));
    return slip(words.span(stop.at - 1), "`REMOVE` takes away properties and labels",
                "write `REMOVE " + name + ".key` or `REMOVE " + name + ":Label`; `DELETE " + name + "` deletes it");
}

}  // namespace

std::optional<Error> entry_slip(const Stop& stop) {
    for (const auto find : {node_slip, map_slip, property_slip})
        if (std::optional<Error> error = find(stop)) return error;
    return std::nullopt;
}

}  // namespace confer::engine::syntax
