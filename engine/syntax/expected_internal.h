#pragma once
// expected: what could stand at a place in a statement, asked of the grammar itself.
//
// Some rules are Notions, which people have a word for ("an expression", "a label"); the others are followed down to
// their tokens. Error messages and completion both read the answer.
//
// Cost       grows with the number of words before the place, sometimes with its square; nothing is answered past
//            most_words.
// Source     the idea of walking ANTLR's transition network is that of Mike Lischke's code completion core (antlr4-c3).
#include <cstdint>
#include <set>
#include <string_view>
#include <vector>

namespace confer::engine::syntax {

enum class Notion : std::uint8_t {
    expression,
    pattern,
    node,
    relationship,
    variable,
    label,
    relationship_type,
    property,
    function,
    procedure,
    procedure_output,
};

// "an expression", "a label" …
std::string_view words_for(Notion notion);

struct Expected {
    std::set<Notion> notions;
    std::set<std::size_t> tokens;  // outside the notions; EOF where the statement may end
    bool has(Notion notion) const { return notions.contains(notion); }
    bool has(std::size_t token) const { return tokens.contains(token); }
};

inline constexpr std::size_t most_words = 600;

// What may follow the words, given as token types, in a pattern statement.
Expected expected_after(const std::vector<std::size_t>& words);

// The same, with what notions can begin with in place of `expression`, `pattern` and `node`: finer, for completion.
Expected expected_in_detail_after(const std::vector<std::size_t>& words);

}  // namespace confer::engine::syntax
