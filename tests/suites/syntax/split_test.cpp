// Scripts: where statements end, and whether one has ended.
#include <catch2/catch.hpp>

#include "syntax/parse.h"

using confer::engine::syntax::is_incomplete;
using confer::engine::syntax::split_statements;
using Pieces = std::vector<std::string_view>;

TEST_CASE("semicolons part statements", "[syntax][split]") {
    CHECK(split_statements("MATCH (a) RETURN a; RETURN 1;\nRETURN 2") ==
          Pieces{"MATCH (a) RETURN a", "RETURN 1", "RETURN 2"});
}

TEST_CASE("blank statements and comments alone are left out", "[syntax][split]") {
    CHECK(split_statements(" ;; // nothing; here\n/* ; */ RETURN 1 ; \n") == Pieces{"RETURN 1"});
    CHECK(split_statements("").empty());
}

TEST_CASE("semicolons in strings, names and comments are part of the statement", "[syntax][split]") {
    CHECK(split_statements("RETURN ';' AS `;` /* ; */ // ;\n; RETURN 1") ==
          Pieces{"RETURN ';' AS `;` /* ; */ // ;", "RETURN 1"});
    CHECK(split_statements(R"(RETURN 'it\';s'; RETURN 1)") == Pieces{R"(RETURN 'it\';s')", "RETURN 1"});
}

TEST_CASE("apostrophes in questions are letters", "[syntax][split]") {
    CHECK(split_statements("who developed Beck's therapy; RETURN 1") ==
          Pieces{"who developed Beck's therapy", "RETURN 1"});
    CHECK(split_statements("describe 'a; b'; RETURN 1") == Pieces{"describe 'a; b'", "RETURN 1"});
}

TEST_CASE("a question also ends with a question mark at the end of its line", "[syntax][split]") {
    CHECK(split_statements("what treats insomnia?\nMATCH (a) RETURN a") ==
          Pieces{"what treats insomnia?", "MATCH (a) RETURN a"});
    CHECK(split_statements("compare CBT,\n  gestalt therapy;") == Pieces{"compare CBT,\n  gestalt therapy"});
}

TEST_CASE("a pattern statement is complete at its semicolon", "[syntax][split]") {
    CHECK(is_incomplete("MATCH (a)"));
    CHECK(is_incomplete("MATCH (a) RETURN a"));
    CHECK(is_incomplete("MATCH (a) RETURN 'x;"));
    CHECK(is_incomplete("MATCH (a) RETURN a /* ;"));
    CHECK(is_incomplete("MATCH (a) RETURN a; RETURN 1"));
    CHECK(is_incomplete("EXPLAIN"));
    CHECK_FALSE(is_incomplete("MATCH (a) RETURN a;"));
    CHECK_FALSE(is_incomplete("MATCH (a) RETURN a; // done"));
    CHECK_FALSE(is_incomplete("MATCH (a RETURN a;"));
}

TEST_CASE("questions and blank lines are always complete", "[syntax][split]") {
    CHECK_FALSE(is_incomplete("which approaches use mindfulness"));
    CHECK_FALSE(is_incomplete("explain who developed Beck's therapy"));
    CHECK_FALSE(is_incomplete("  // only a comment"));
    CHECK_FALSE(is_incomplete(""));
}
