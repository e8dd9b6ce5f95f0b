#pragma once
// Answers as rows of values, and whether two are the same.
#include <string>
#include <vector>

#include "confer/confer.hpp"

namespace confer::bench {

using Rows = std::vector<std::vector<Value>>;

// Every value of the answer, copied out.
Rows fetch(const Answer& answer);

// Numbers are the same when they differ by less than a millionth; rows in any order, unless `ordered`.
bool same_rows(Rows a, Rows b, bool ordered);

// The rows as JSON.
std::string to_json(const Rows& rows);

}  // namespace confer::bench
