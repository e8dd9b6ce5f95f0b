#pragma once
// guess_name: the names that unknown words of a question were probably meant to be.
//
// A misspelt name that has known words in it falls apart ("acceptence and commitment therapy"), so the words that
// follow are tried as part of it.
// Cost       a few look-ups of the nearest names.
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace confer::engine::syntax {

struct NameGuess {
    SourceSpan span;                // of the words that make the name
    std::vector<std::string> near;  // nearest first; none: nothing is near
};

// `unknown` counts from the same start as `question_begin`, where `question` begins. `nearest` gives the names nearest
// to some words. `extend`: whether the words that follow may belong to the name.
NameGuess guess_name(std::string_view question, std::uint32_t question_begin, SourceSpan unknown, bool extend,
                     const std::function<std::vector<std::string>(std::string_view)>& nearest);

}  // namespace confer::engine::syntax
