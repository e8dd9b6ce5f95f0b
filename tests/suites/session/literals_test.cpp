#include "session/literals.h"

#include <catch2/catch.hpp>

#include "syntax/parse.h"
#include "syntax/unparse.h"

using namespace confer::engine;

namespace {

// The texts that are left out, with their skeleton.
std::string parts(std::string_view statement) {
    const Skeleton skeleton = skeleton_of(statement);
    std::string out = skeleton.text;
    for (const Literal& literal : skeleton.literals) out += " | " + std::string(text_of(literal, statement));
    return out;
}

// The pattern with its lifted literals as they are written in `other`.
std::string lifted(const std::string& statement, const std::string& other) {
    auto parsed = syntax::parse(statement);
    REQUIRE(parsed.has_value());
    auto& query = std::get<ast::Query>(parsed.value().body);
    const std::vector<bool> which = lift(query, skeleton_of(statement).literals);
    return with_literals(syntax::unparse(query), which, skeleton_of(other).literals, other);
}

}  // namespace

TEST_CASE("a skeleton leaves out plain strings and whole numbers", "[session][literals]") {
    CHECK(parts("RETURN 'a b', \"c\", 12, 0") == "RETURN '', \"\", 0, 0 | a b | c | 12 | 0");
    CHECK(parts("MATCH (a {id: 'x'})-[*1..10]->(b)") == "MATCH (a {id: ''})-[*1..10]->(b) | x");
}

TEST_CASE("a skeleton keeps all else", "[session][literals]") {
    for (const std::string statement :
         {"RETURN 1.5, 0x1F, 1e3, 007, .5", "RETURN a1, $1, x_2, y.z3", "RETURN 'it\\'s'", "RETURN `12 'x'`",
          "RETURN a // 12 'x'", "RETURN /* 12 'x' */ a", "RETURN 'unclosed 12", "RETURN 1234567890123456789"}) {
        CHECK(parts(statement) == statement);
    }
}

TEST_CASE("what properties are compared with is lifted", "[session][literals]") {
    CHECK(lifted("MATCH (a {id: 'x'}) WHERE a.year > 1990 AND NOT a.name STARTS WITH 'B' RETURN a",
                 "MATCH (a {id: 'yy'}) WHERE a.year > 7 AND NOT a.name STARTS WITH '' RETURN a") ==
          "MATCH (a {id: 'yy'})\nWHERE a.year > 7 AND NOT a.name STARTS WITH ''\nRETURN a");
    CHECK(lifted("MATCH (a)-[r:R {n: 1}]->() WITH a WHERE 2 < a.n RETURN 3",
                 "MATCH (a)-[r:R {n: 4}]->() WITH a WHERE 5 < a.n RETURN 6") ==
          "MATCH (a)-[r:R {n: 4}]->()\nWITH a\nWHERE 5 < a.n\nRETURN 3");
}

TEST_CASE("what columns, limits and plans depend on is not lifted", "[session][literals]") {
    for (const std::string statement : {"MATCH (a) RETURN a.name = 'x'", "MATCH (a) RETURN a LIMIT 5",
                                        "MATCH (a) WHERE 1 = 1 RETURN a", "MATCH (a) WHERE a.name =~ 'x.*' RETURN a",
                                        "MATCH (a) WHERE a.n = -1 RETURN a", "MATCH (a) WHERE a.n IN [1, 2] RETURN a",
                                        "UNWIND [1, 2] AS x RETURN x", "MATCH (a) RETURN a ORDER BY a.n = 3"}) {
        auto parsed = syntax::parse(statement);
        REQUIRE(parsed.has_value());
        const std::vector<bool> which =
            lift(std::get<ast::Query>(parsed.value().body), skeleton_of(statement).literals);
        INFO(statement);
        CHECK(std::find(which.begin(), which.end(), true) == which.end());
    }
}

TEST_CASE("a place moves with the literals before it", "[session][literals]") {
    const std::vector<Literal> from = skeleton_of("= 'abc' + x + 12 + y").literals;
    const std::vector<Literal> to = skeleton_of("= 'a' + x + 12345 + y").literals;
    const auto begin_of = [&](std::uint32_t begin) { return moved({begin, begin + 1}, from, to).begin; };
    CHECK(begin_of(0) == 0);
    CHECK(begin_of(2) == 2);   // the string
    CHECK(begin_of(10) == 8);  // x
    CHECK(begin_of(14) == 12);
    CHECK(begin_of(19) == 20);  // y
    CHECK(moved({2, 7}, from, to).end == 5);
}
