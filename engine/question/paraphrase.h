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

// Whole sentences: what is meant to include what is narrower, and how words were read.
std::vector<std::string> inclusions(const Bound& bound);

}  // namespace confer::engine::question
