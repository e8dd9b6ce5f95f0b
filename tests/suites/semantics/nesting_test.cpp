#include <catch2/catch.hpp>

#include "suites/semantics/analysed.h"

using namespace confer::engine;

namespace {

std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
}

}  // namespace

TEST_CASE("lists nested nine hundred deep are analysed", "[semantics][nesting]") {
    const typed::Query query = analysed("RETURN " + repeated("[", 900) + repeated("]", 900) + " AS x");
    CHECK(to_string(query.columns[0].type) == "List<List>");
}

TEST_CASE("a thousand conditions in a row become a shallow tree", "[semantics][nesting]") {
    CHECK_NOTHROW(analysed("MATCH (a) WHERE " + repeated("a.x = 1 OR ", 999) + "a.x = 2 RETURN a"));
}

TEST_CASE("a sum of hundreds of terms is analysed", "[semantics][nesting]") {
    CHECK(to_string(analysed("RETURN " + repeated("1 + ", 500) + "1 AS x").columns[0].type) == "Integer");
}

TEST_CASE("comparisons chained inside chains are bounded", "[semantics][nesting]") {
    const Fault f = fault("RETURN " + repeated("(1 < ", 40) + "2" + repeated(" < 3)", 40));
    CHECK(f.code == "nesting-too-deep");
    CHECK(f.hint == "join them with AND: `a < b AND b < c`");
}

TEST_CASE("subqueries nested past a hundred levels are refused", "[semantics][nesting]") {
    CHECK_NOTHROW(
        analysed("RETURN " + repeated("EXISTS { MATCH (a) WHERE ", 90) + "true" + repeated(" }", 90) + " AS x"));
    const Fault f = fault("RETURN " + repeated("EXISTS { MATCH (a) WHERE ", 101) + "true" + repeated(" }", 101));
    CHECK(f.code == "nesting-too-deep");
    CHECK(f.hint == "split the statement with WITH: name a part and use the name");
}
