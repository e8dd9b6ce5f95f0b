#include <catch2/catch.hpp>
#include <charconv>

#include "support/sample_values.h"
#include "value/format.h"

using namespace confer::engine;
using namespace confer::test;

TEST_CASE("a float keeps its point", "[values][format]") {
    CHECK(format_float(1.0) == "1.0");
    CHECK(format_float(-0.0) == "-0.0");
    CHECK(format_float(0.1) == "0.1");
    CHECK(format_float(100000.0) == "100000.0");
    CHECK(format_float(0.1 + 0.2) == "0.30000000000000004");
}

TEST_CASE("very large and very small floats have an exponent", "[values][format]") {
    CHECK(format_float(1e100) == "1e+100");
    CHECK(format_float(1.5e-7) == "1.5e-07");
    CHECK(format_float(1e15) == "1000000000000000.0");
    CHECK(format_float(1e16) == "1e+16");
}

TEST_CASE("what isn't finite has a name", "[values][format]") {
    CHECK(format_float(not_a_number) == "NaN");
    CHECK(format_float(infinity) == "Infinity");
    CHECK(format_float(-infinity) == "-Infinity");
}

TEST_CASE("a float reads back as itself", "[values][format]") {
    for (const double number : {0.1, 1.0 / 3, 5e-324, 1.7976931348623157e308, 123456789.125, 1e-5, 9.999e15, 1e22}) {
        const std::string text = format_float(number);
        double read = 0;
        std::from_chars(text.data(), text.data() + text.size(), read);
        CHECK(read == number);
    }
}

TEST_CASE("a text is quoted so that it can be typed", "[values][format]") {
    CHECK(quote("plain") == "'plain'");
    CHECK(quote("it's") == R"('it\'s')");
    CHECK(quote("a\\b\n\r\t\b\f") == R"('a\\b\n\r\t\b\f')");
    CHECK(quote(std::string_view("\0\x1F", 2)) == R"('\u0000\u001F')");
    CHECK(quote("naïve 漢") == "'naïve 漢'");
}

TEST_CASE("values read as in the language", "[values][format]") {
    CHECK(to_literal(Value()) == "null");
    CHECK(to_literal(Value(true)) == "true");
    CHECK(to_literal(integer(least)) == "-9223372036854775808");
    CHECK(to_literal(list({Value(1), text("a"), list()})) == "[1, 'a', []]");
    CHECK(to_literal(map({{"name", text("CBT")}, {"first year", Value(1976)}, {"a`b", Value()}})) ==
          "{`a``b`: null, `first year`: 1976, name: 'CBT'}");
    CHECK(to_literal(Value::node(7)) == "(#7)");
    CHECK(to_literal(Value::relationship(7)) == "[#7]");
    CHECK(to_literal(Value(PathValue{{1, 2}, {9}})) == "(#1)-[#9]-(#2)");
}
