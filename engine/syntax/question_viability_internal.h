#pragma once
// Viability: how far a row of tokens can be the beginning of a question, and which tokens could follow there.
//
// Cost       about linear in the tokens.
// Source     simulation of the grammar's transition network (ANTLR's ATN) on a graph-structured stack: Tomita,
//            "Efficient Parsing for Natural Language", 1985.
#include <compare>
#include <cstddef>
#include <set>
#include <vector>

namespace confer::engine::syntax {

// A token that may follow, in a rule of the grammar that another rule calls.
struct Expectation {
    std::size_t token, rule, caller;
    friend auto operator<=>(const Expectation&, const Expectation&) = default;
};

struct Viability {
    std::size_t viable = 0;          // how many tokens, from the first on, begin some question
    std::set<Expectation> expected;  // after those
    bool complete = false;           // whether those are a whole question
};

Viability question_viability(const std::vector<std::size_t>& token_types);

}  // namespace confer::engine::syntax
