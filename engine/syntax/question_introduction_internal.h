#pragma once
// question_introduction: what somebody says before a question, and what of it the question takes up.
//
// Before a colon or a dash: "My client has OCD and tics - which treatments cover both?"; or of themselves before a
// comma: "I'm psychodynamically trained and see a patient with panic attacks, which techniques could I assimilate into
// my approach?"
//
// Source     docs/questions.md.
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "syntax/question_phrases_internal.h"

namespace confer::engine::syntax {

struct Introduced {
    std::size_t begin = 0;  // the question's first word
    std::size_t mark = 0;   // what ends the introduction
};
std::optional<Introduced> introduction(const std::vector<QuestionWord>& words);

// Puts names of the introduction, whose tokens are `before`, in place of words that refer to it: "both" at the end, "my
// approach"; and adds for whom something is to be integrated. What was taken up other than by "both", in ticks; empty:
// nothing.
std::string take_up(std::vector<QuestionToken>& tokens, const std::vector<QuestionWord>& words,
                    const std::vector<QuestionToken>& before);

}  // namespace confer::engine::syntax
