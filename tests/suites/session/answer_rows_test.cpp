#include "session/answer_rows.h"

#include <catch2/catch.hpp>
#include <string>

using namespace confer::engine;

namespace {

std::string text_of(const AnswerRows& rows) {
    std::string text;
    for (const AnswerRows::Row row : rows) {
        for (const Value& value : row) text += std::to_string(value.as_integer()) + " ";
        text += "/ ";
    }
    return text;
}

}  // namespace

TEST_CASE("rows are given as they were added", "[session][rows]") {
    AnswerRows rows;
    CHECK(rows.empty());
    rows.push_back({Value(1), Value(2)});
    for (int row = 1; row < 3; ++row) rows.add(2, [&](std::size_t i) { return Value(10 * row + static_cast<int>(i)); });
    CHECK(rows.size() == 3);
    CHECK(text_of(rows) == "1 2 / 10 11 / 20 21 / ");
    CHECK(rows[1][1].as_integer() == 11);
    CHECK(rows.back()[0].as_integer() == 20);
}

TEST_CASE("rows can lose a column, and all of them", "[session][rows]") {
    AnswerRows rows{{Value(1), Value(2), Value(3)}, {Value(4), Value(5), Value(6)}};
    rows.drop_column(1);
    CHECK(text_of(rows) == "1 3 / 4 6 / ");
    rows.drop_column(1);
    rows.drop_column(0);
    CHECK(rows.size() == 2);
    CHECK(text_of(rows) == "/ / ");
    rows.clear();
    rows.push_back({Value(7)});
    CHECK(text_of(rows) == "7 / ");
}
