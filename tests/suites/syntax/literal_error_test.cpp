// Literals that mean nothing. Each message as a person sees it.
#include "ast_shape.h"

using confer::test::error_of;

TEST_CASE("numbers that aren't numbers", "[syntax][error]") {
    CHECK(error_of("RETURN 0x AS literal") ==
          R"q(error[invalid-number-literal]: `0x` is not a number
 --> query:1:8
1 | RETURN 0x AS literal
  |        ^^
hint: after `0x` come hexadecimal digits, as in `0x1F`)q");
    CHECK(error_of("RETURN 0x1A2b3j4D") ==
          R"q(error[invalid-number-literal]: `0x1A2b3j4D` is not a number
 --> query:1:8
1 | RETURN 0x1A2b3j4D
  |        ^^^^^^^^^^
hint: after `0x` come hexadecimal digits, as in `0x1F`)q");
    CHECK(error_of("RETURN 0o8") ==
          R"q(error[invalid-number-literal]: `0o8` is not a number
 --> query:1:8
1 | RETURN 0o8
  |        ^^^
hint: after `0o` come octal digits, as in `0o17`)q");
    CHECK(error_of("RETURN 9223372h54775808") ==
          R"q(error[invalid-number-literal]: `9223372h54775808` is not a number
 --> query:1:8
1 | RETURN 9223372h54775808
  |        ^^^^^^^^^^^^^^^^
hint: numbers are written like `42`, `0.5` or `1e-3`; a name can't begin with a digit)q");
    CHECK(error_of("RETURN 012") ==
          R"q(error[invalid-number-literal]: `012` is not a number
 --> query:1:8
1 | RETURN 012
  |        ^^^
hint: write it without leading zeros, as in `12`; an octal number begins with `0o`)q");
}

TEST_CASE("integers that don't fit", "[syntax][error]") {
    CHECK(error_of("RETURN 9223372036854775808") ==
          R"q(error[integer-overflow]: `9223372036854775808` does not fit into a 64-bit integer
 --> query:1:8
1 | RETURN 9223372036854775808
  |        ^^^^^^^^^^^^^^^^^^^
hint: integers go from -9223372036854775808 to 9223372036854775807; for a larger number write a float, as in `1e19`)q");
    CHECK(error_of("RETURN -9223372036854775809") ==
          R"q(error[integer-overflow]: `-9223372036854775809` does not fit into a 64-bit integer
 --> query:1:8
1 | RETURN -9223372036854775809
  |        ^^^^^^^^^^^^^^^^^^^^
hint: integers go from -9223372036854775808 to 9223372036854775807; for a larger number write a float, as in `1e19`)q");
    CHECK(error_of("RETURN 0x8000000000000000") ==
          R"q(error[integer-overflow]: `0x8000000000000000` does not fit into a 64-bit integer
 --> query:1:8
1 | RETURN 0x8000000000000000
  |        ^^^^^^^^^^^^^^^^^^
hint: integers go from -9223372036854775808 to 9223372036854775807; for a larger number write a float, as in `1e19`)q");
    CHECK(error_of("MATCH ()-[*..9223372036854775808]-() RETURN 1") ==
          R"q(error[integer-overflow]: `9223372036854775808` does not fit into a 64-bit integer
 --> query:1:14
1 | MATCH ()-[*..9223372036854775808]-() RETURN 1
  |              ^^^^^^^^^^^^^^^^^^^
hint: integers go from -9223372036854775808 to 9223372036854775807; for a larger number write a float, as in `1e19`)q");
}

TEST_CASE("floats that don't fit", "[syntax][error]") {
    CHECK(error_of("RETURN 1.34E999") ==
          R"q(error[floating-point-overflow]: `1.34E999` is too large for a floating-point number
 --> query:1:8
1 | RETURN 1.34E999
  |        ^^^^^^^^
hint: the largest is about 1.8e308)q");
}

TEST_CASE("escapes that don't exist", "[syntax][error]") {
    CHECK(error_of(R"q(RETURN 'a\uZZZZ')q") ==
          R"q(error[invalid-unicode-literal]: `\u` needs four hexadecimal digits after it
 --> query:1:10
1 | RETURN 'a\uZZZZ'
  |          ^^
hint: write a character's number in full, as in `\u00e9` or `\U0001F600`)q");
    CHECK(error_of(R"q(RETURN 'a\uD800')q") ==
          R"q(error[invalid-unicode-literal]: `\uD800` is not a Unicode character
 --> query:1:10
1 | RETURN 'a\uD800'
  |          ^^^^^^
hint: characters go up to `\U0010FFFF`, without the surrogates from D800 to DFFF)q");
    CHECK(error_of(R"q(RETURN '\U00110000')q") ==
          R"q(error[invalid-unicode-literal]: `\U00110000` is not a Unicode character
 --> query:1:9
1 | RETURN '\U00110000'
  |         ^^^^^^^^^^
hint: characters go up to `\U0010FFFF`, without the surrogates from D800 to DFFF)q");
    CHECK(error_of(R"q(RETURN 'a\q')q") ==
          R"q(error[syntax]: a string can't hold the escape `\q`
 --> query:1:10
1 | RETURN 'a\q'
  |          ^^
hint: write `\\q` for a backslash; the escapes are \\ \' \" \b \f \n \r \t \uXXXX and \UXXXXXXXX)q");
    CHECK(error_of(R"q(RETURN 'é\u12')q") ==
          R"q(error[invalid-unicode-literal]: `\u` needs four hexadecimal digits after it
 --> query:1:10
1 | RETURN 'é\u12'
  |          ^^
hint: write a character's number in full, as in `\u00e9` or `\U0001F600`)q");
}

TEST_CASE("the first of several faults is told", "[syntax][error]") {
    CHECK(error_of(R"q(RETURN 1.34E999, 0x, 'a\q')q") ==
          R"q(error[floating-point-overflow]: `1.34E999` is too large for a floating-point number
 --> query:1:8
1 | RETURN 1.34E999, 0x, 'a\q'
  |        ^^^^^^^^
hint: the largest is about 1.8e308)q");
}

TEST_CASE("a number that runs into a word", "[syntax][error]") {
    CHECK(error_of("RETURN 1AS x") ==
          R"q(error[invalid-number-literal]: `1AS` is not a number
 --> query:1:8
1 | RETURN 1AS x
  |        ^^^
hint: numbers are written like `42`, `0.5` or `1e-3`; a name can't begin with a digit)q");
}
