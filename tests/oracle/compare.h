#pragma once
// compare: whether an answer is one of those that a statement may give.
//
// Rows that no ORDER BY tells apart may come in any order, and where SKIP and LIMIT cut through them, any of them.
#include <cstdint>
#include <string>
#include <vector>

#include "naive.h"
#include "names.h"

namespace confer::oracle {

struct AnswerRows {
    std::vector<std::string> columns;
    std::vector<std::vector<Value>> rows;
    Names names;  // of the elements in the rows
};

// How closely values are looked at: what a statement leaves open must not count.
enum class Look : std::uint8_t {
    exactly,         // floats to 9 digits
    lists_as_bags,   // the elements of lists in any order, as collect() gives them
    numbers_by_size  // that, and 1 and 1.0 for the same, as DISTINCT takes them
};

// `names`: of the elements in the expected rows.
bool agree(const Expected& expected, const Names& names, const AnswerRows& answer, Look look);

// For people, and so that two values have one text when they look the same.
std::string to_text(const Value& value, const Names& names, Look look = Look::exactly);

}  // namespace confer::oracle
