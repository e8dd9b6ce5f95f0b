#pragma once
// paraphrase: a Meaning in plain English, so that people see what was understood.
#include <string>
#include <string_view>
#include <vector>

#include "question/bind.h"
#include "question/meaning.h"

namespace confer::engine::question {

// "approaches that use Mindfulness and treat Depression but do not use Homework"
std::string paraphrase(const Bound& bound);

// A whole sentence, where years are asked for.
inline constexpr std::string_view undated_left_out =
    "What has no year recorded is left out: when it came about is unknown.";

// A whole sentence, where something is denied.
inline constexpr std::string_view unknown_is_not_no =
    "`not` goes by what is recorded: where nothing is, it may be so all the same.";

// Adds a sentence, unless it is there.
void add_sentence(std::vector<std::string>& sentences, std::string_view sentence);

// Whole sentences: what is meant to include what is narrower, and how words were read.
std::vector<std::string> inclusions(const Bound& bound);

}  // namespace confer::engine::question
