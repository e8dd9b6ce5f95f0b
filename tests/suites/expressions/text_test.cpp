#include "exec/expr/part_search.h"
#include "suites/expressions/evaluate.h"

namespace confer::engine::expressions {

TEST_CASE("STARTS WITH, ENDS WITH and CONTAINS compare bytes", "[expr][text]") {
    expect({
        {"'Gestalt' STARTS WITH 'Ge'", "true"},
        {"'Gestalt' STARTS WITH 'ge'", "false"},
        {"'Gestalt' STARTS WITH ''", "true"},
        {"'Gestalt' ENDS WITH 'alt'", "true"},
        {"'Gestalt' ENDS WITH 'Gestalt!'", "false"},
        {"'Gestalt' CONTAINS 'stal'", "true"},
        {"'Gestalt' CONTAINS ''", "true"},
        {"'' CONTAINS 'a'", "false"},
        {"'é' CONTAINS 'é'", "true"},
    });
}

TEST_CASE("a part is found wherever it stands, however long both are", "[expr][text]") {
    const std::string text = "abcabdabcabeabcabfabcabgabcabhabcabiabcabjabcabkabcabl";
    for (std::size_t size = 0; size <= text.size(); ++size) {
        for (std::size_t first = 0; first + size <= text.size(); ++first) {
            const std::string part = text.substr(first, size), other = part + "!";
            for (std::size_t end = 0; end <= text.size(); end += 5) {
                const std::string some = text.substr(0, end);
                REQUIRE(exec::PartSearch(part).is_in(some) == (some.find(part) != std::string::npos));
                REQUIRE_FALSE(exec::PartSearch(other).is_in(some));
            }
        }
    }
}

TEST_CASE("what is not a text gives null", "[expr][text]") {
    expect({{"null STARTS WITH 'a'", "null"}, {"'a' ENDS WITH null", "null"}, {"null CONTAINS null", "null"}});
    const Parameters parameters{{"p", Value(1)}};
    CHECK(evaluate("$p STARTS WITH 'a'", parameters) == "null");
    CHECK(evaluate("'a' CONTAINS $p", parameters) == "null");
    CHECK(evaluate("$p =~ 'a'", parameters) == "null");
}

TEST_CASE("=~ looks at the whole text", "[expr][text]") {
    expect({
        {"'Gestalt' =~ 'Ge.*'", "true"},
        {"'Gestalt' =~ 'Ge'", "false"},
        {"'Gestalt' =~ '(?i)gESTALT'", "true"},
        {"null =~ 'a'", "null"},
        {"'a' =~ null", "null"},
        {"'a' =~ '('", "error: invalid-argument-value"},
    });
}

TEST_CASE("text conditions on columns", "[expr][text]") {
    expect_over_graph({
        {"n.name CONTAINS 'therapy'", "true; true; true; null"},
        {"n.name STARTS WITH 'G'", "false; true; false; null"},
        {"n.name ENDS WITH n.name", "true; true; true; null"},
        {"n.name =~ '.*behaviou?ral.*'", "true; false; true; null"},
        {"n.name =~ n.name", "true; true; true; null"},
        {"n.name = 'Gestalt therapy'", "false; true; false; null"},
        {"'Gestalt therapy' <> n.name", "true; false; true; null"},
        {"n.name = 'nobody'", "false; false; false; null"},
        {"n.name < m.name", "true; false; null; null"},
    });
}
}  // namespace confer::engine::expressions
