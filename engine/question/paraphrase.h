#pragma once
// paraphrase: a Meaning in plain English, so that people see what was understood.
#include <string>
#include <vector>

#include "question/bind.h"
#include "question/meaning.h"

namespace confer::engine::question {

// "approaches that use Mindfulness and treat Depression but do not use Homework"
std::string paraphrase(const Bound& bound);

// Whole sentences: what is meant to include what is narrower.
std::vector<std::string> inclusions(const Bound& bound);

}  // namespace confer::engine::question
