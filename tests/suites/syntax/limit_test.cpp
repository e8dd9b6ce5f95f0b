// Size, nesting and encoding: what is refused before or while reading, and what isn't.
#include "ast_shape.h"

using confer::engine::ErrorCode;
using confer::engine::syntax::max_nesting;
using confer::engine::syntax::max_statement_bytes;
using confer::engine::syntax::parse;

namespace {

std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
}

std::string nested(std::string_view open, std::string_view inside, std::string_view close, std::size_t times) {
    return "RETURN " + repeated(open, times) + std::string(inside) + repeated(close, times);
}

ErrorCode code_of(const std::string& text) {
    const auto statement = parse(text);
    REQUIRE_FALSE(statement.has_value());
    return statement.error().code;
}

}  // namespace

TEST_CASE("a thousand levels of any bracket are read", "[syntax][limit]") {
    CHECK(parse(nested("(", "1", ")", max_nesting)).has_value());
    CHECK(parse(nested("[", "1", "]", max_nesting)).has_value());
    CHECK(parse(nested("{a: ", "1", "}", max_nesting)).has_value());
    CHECK(parse(nested("f(", "1", ")", max_nesting)).has_value());
    CHECK(parse(nested("a[", "1", "]", max_nesting)).has_value());
    CHECK(parse(nested("[x IN ", "y", "]", max_nesting)).has_value());
    CHECK(parse(nested("CASE WHEN true THEN ", "1", " END", max_nesting)).has_value());
    CHECK(parse(nested("(1 + ", "1", ")", max_nesting)).has_value());
    CHECK(parse(nested("({a: ", "1", "})", max_nesting / 2)).has_value());
    CHECK(parse("MATCH (a:" + repeated("(", 900) + "A" + repeated(")", 900) + ") RETURN a").has_value());
}

TEST_CASE("a thousand prefix operators are read", "[syntax][limit]") {
    CHECK(parse("RETURN " + repeated("NOT ", max_nesting) + "true").has_value());
    CHECK(parse("RETURN " + repeated("-", max_nesting) + "a").has_value());
    CHECK(parse("MATCH (a:" + repeated("!", max_nesting) + "A) RETURN a").has_value());
}

TEST_CASE("a calculation may be as long as a statement, for it is one level", "[syntax][limit]") {
    CHECK(parse("RETURN 1" + repeated(" + 1", 5'000)).has_value());
}

TEST_CASE("more than a thousand levels are refused", "[syntax][limit]") {
    CHECK(code_of(nested("(", "1", ")", max_nesting + 1)) == ErrorCode::nesting_too_deep);
    CHECK(code_of(nested("[", "1", "]", 100'000)) == ErrorCode::nesting_too_deep);
    CHECK(code_of(nested("CASE WHEN true THEN ", "1", " END", 5'000)) == ErrorCode::nesting_too_deep);
    CHECK(code_of("RETURN " + repeated("NOT ", 100'000) + "true") == ErrorCode::nesting_too_deep);
    CHECK(code_of("RETURN a" + repeated(".b", 5'000)) == ErrorCode::nesting_too_deep);
    CHECK(code_of("RETURN a" + repeated(" IS NULL", 5'000)) == ErrorCode::nesting_too_deep);
    CHECK(code_of("RETURN " + repeated("[", 600) + repeated("(NOT ", 600) + "true" + repeated(")", 600) +
                  repeated("]", 600)) == ErrorCode::nesting_too_deep);
}

TEST_CASE("the error for too many levels shows where", "[syntax][limit]") {
    const auto statement = parse(nested("(", "1", ")", max_nesting + 1));
    REQUIRE(statement.error().span.has_value());
    CHECK(statement.error().span->begin == 7 + max_nesting);
}

TEST_CASE("`case` and `end` as property keys don't count as brackets", "[syntax][limit]") {
    CHECK(parse("RETURN [" + repeated("n.case, n.end, ", 2'000) + "1]").has_value());
}

TEST_CASE("long chains of AND and OR, long lists and long statements are read", "[syntax][limit]") {
    CHECK(parse("RETURN " + repeated("a.x = 1 OR ", 5'000) + "true").has_value());
    CHECK(parse("RETURN [" + repeated("1, ", 20'000) + "1]").has_value());
    CHECK(parse(repeated("MATCH (n) ", 1'000) + "RETURN n").has_value());
    CHECK(parse("MATCH (n)" + repeated("-->()", 1'000) + " RETURN n").has_value());
    CHECK(parse("RETURN 1" + repeated(" < 2", 5'000)).has_value());
}

TEST_CASE("brackets left open by the hundred are refused at once", "[syntax][limit]") {
    CHECK(code_of("RETURN " + repeated("(", 900)) == ErrorCode::syntax);
    CHECK(code_of("RETURN " + repeated("[a, ", 900)) == ErrorCode::syntax);
}

TEST_CASE("a statement may have one mebibyte", "[syntax][limit]") {
    std::string text = "RETURN 1 //";
    text.resize(max_statement_bytes, 'x');
    CHECK(parse(text).has_value());
    CHECK(code_of(text + 'x') == ErrorCode::statement_too_large);
}

TEST_CASE("text that isn't UTF-8 is refused, and the place shown", "[syntax][limit]") {
    const auto statement = parse("RETURN 'a\xFF'");
    REQUIRE_FALSE(statement.has_value());
    CHECK(statement.error().code == ErrorCode::invalid_unicode_character);
    CHECK(statement.error().span == confer::engine::SourceSpan{9, 10});
}
