// How expressions are understood.
#include "ast_shape.h"

using confer::test::expr_shape;

TEST_CASE("operators bind as openCypher says, from OR up to property access", "[syntax][precedence]") {
    CHECK(expr_shape("a OR b XOR c AND NOT d") == "(or a (xor b (and c (not d))))");
    CHECK(expr_shape("NOT a = b") == "(not (a = b))");
    CHECK(expr_shape("a = b IN c") == "(a = (in b c))");
    CHECK(expr_shape("a = b IS NULL") == "(a = (is-null b))");
    CHECK(expr_shape("[1]+2 IN [3]+4") == "(in (+ (list 1) 2) (+ (list 3) 4))");
    CHECK(expr_shape("a + b STARTS WITH c") == "(starts-with (+ a b) c)");
    CHECK(expr_shape("1 + 2 * 3 ^ 4") == "(+ 1 (* 2 (^ 3 4)))");
    CHECK(expr_shape("-a ^ 2") == "(^ (minus a) 2)");
    CHECK(expr_shape("2 ^ -a") == "(^ 2 (minus a))");
    CHECK(expr_shape("-a.b[0]") == "(minus (at (. a b) 0))");
    CHECK(expr_shape("a:A AND b") == "(and (is a A) b)");
}

TEST_CASE("operators of one level group from the left", "[syntax][precedence]") {
    CHECK(expr_shape("a - b - c") == "(- (- a b) c)");
    CHECK(expr_shape("a / b * c % d") == "(% (* (/ a b) c) d)");
    CHECK(expr_shape("4 ^ 3 ^ 2") == "(^ (^ 4 3) 2)");
    CHECK(expr_shape("a OR b OR c") == "(or (or a b) c)");
    CHECK(expr_shape("a STARTS WITH b CONTAINS c IS NULL") == "(is-null (contains (starts-with a b) c))");
    CHECK(expr_shape("a IS NULL IN b") == "(in (is-null a) b)");
}

TEST_CASE("parentheses override precedence", "[syntax][precedence]") {
    CHECK(expr_shape("(a OR b) AND c") == "(and (or a b) c)");
    CHECK(expr_shape("a - (b - c)") == "(- a (- b c))");
    CHECK(expr_shape("((a))") == "a");
}

TEST_CASE("comparisons chain, unless parentheses part them", "[syntax][precedence]") {
    CHECK(expr_shape("1 <= a < b <> c") == "(1 <= a < b <> c)");
    CHECK(expr_shape("(a < b) = c") == "((a < b) = c)");
}

TEST_CASE("a minus before a number is part of the number", "[syntax][literal]") {
    CHECK(expr_shape("-5") == "-5");
    CHECK(expr_shape("-(5)") == "(minus 5)");
    CHECK(expr_shape("--5") == "(minus -5)");
    CHECK(expr_shape("a-5") == "(- a 5)");
    CHECK(expr_shape("-9223372036854775808") == "-9223372036854775808");
    CHECK(expr_shape("-0x8000000000000000") == "-9223372036854775808");
}

TEST_CASE("numbers are decimal, hexadecimal, octal or floating-point", "[syntax][literal]") {
    CHECK(expr_shape("0x1aF") == "431");
    CHECK(expr_shape("0o17") == "15");
    CHECK(expr_shape("0") == "0");
    CHECK(expr_shape("9223372036854775807") == "9223372036854775807");
    CHECK(expr_shape(".5") == "0.5f");
    CHECK(expr_shape("1e3") == "1000f");
    CHECK(expr_shape("1.5E-1") == "0.15f");
    CHECK(expr_shape("-.5e+1") == "-5f");
    CHECK(expr_shape("1e-999") == "0f");
}

TEST_CASE("strings decode their escapes", "[syntax][literal]") {
    CHECK(expr_shape(R"('it\'s "so"')") == R"("it's "so"")");
    CHECK(expr_shape(R"("it's")") == R"("it's")");
    CHECK(expr_shape(R"('a\\b\n\t\r\b\f')") == "\"a\\b\n\t\r\b\f\"");
    CHECK(expr_shape(R"('\u00e9 \U0001F600')") == "\"é 😀\"");
    CHECK(expr_shape(R"('\uD83D\uDE00')") == "\"😀\"");
    CHECK(expr_shape("'two\nlines // no comment'") == "\"two\nlines // no comment\"");
}

TEST_CASE("literals, lists, maps and parameters", "[syntax][literal]") {
    CHECK(expr_shape("[null, TRUE, False, [], {}]") == "(list null true false (list) (map))");
    CHECK(expr_shape("{a: 1, `b c`: {match: 2}}") == "(map a: 1 b c: (map match: 2))");
    CHECK(expr_shape("[$name, $1, $`a b`, $match]") == "(list $name $1 $a b $match)");
}

TEST_CASE("names may be Unicode, quoted, or keywords where openCypher allows it", "[syntax][name]") {
    CHECK(expr_shape("Größe.`a ``b`` c`") == "(. Größe a `b` c)");
    CHECK(expr_shape("[count, any, none, single, reduce]") == "(list count any none single reduce)");
    CHECK(expr_shape("n.match + n.order + n.end") == "(+ (+ (. n match) (. n order)) (. n end))");
    CHECK(expr_shape("n:Match") == "(is n Match)");
}

TEST_CASE("elements and slices of lists", "[syntax]") {
    CHECK(expr_shape("a[0].b") == "(. (at a 0) b)");
    CHECK(expr_shape("a[1..2]") == "(slice a from 1 to 2)");
    CHECK(expr_shape("a[..-1]") == "(slice a to -1)");
    CHECK(expr_shape("a[b..]") == "(slice a from b)");
    CHECK(expr_shape("a[..]") == "(slice a)");
}

TEST_CASE("calls: functions with dots, DISTINCT and count(*)", "[syntax]") {
    CHECK(expr_shape("f()") == "(f())");
    CHECK(expr_shape("a.b . c(1, 2)") == "(a.b.c() 1 2)");
    CHECK(expr_shape("count(DISTINCT a)") == "(count() distinct a)");
    CHECK(expr_shape("count( * )") == "(count *)");
    CHECK(expr_shape("exists(a.b)") == "(exists() (. a b))");
}

TEST_CASE("CASE with and without a subject", "[syntax]") {
    CHECK(expr_shape("CASE WHEN a THEN 1 WHEN b THEN 2 ELSE 3 END") == "(case when a then 1 when b then 2 else 3)");
    CHECK(expr_shape("CASE a WHEN 1 THEN 'x' END") == "(case a when 1 then \"x\")");
}

TEST_CASE("comprehensions, quantifiers and reduce", "[syntax]") {
    CHECK(expr_shape("[x IN xs]") == "(each x in xs)");
    CHECK(expr_shape("[x IN xs WHERE x > 1 | x * 2]") == "(each x in xs where (x > 1) give (* x 2))");
    CHECK(expr_shape("[(x IN xs)]") == "(list (in x xs))");
    CHECK(expr_shape("[x IN xs, y]") == "(list (in x xs) y)");
    CHECK(expr_shape("all(x IN xs WHERE x) AND none(x IN ys)") == "(and (all x in xs where x) (none x in ys))");
    CHECK(expr_shape("reduce(sum = 0, x IN xs | sum + x)") == "(reduce sum = 0 x in xs give (+ sum x))");
}

TEST_CASE("the bar in a comprehension belongs to it, not to a label", "[syntax]") {
    CHECK(expr_shape("[x IN xs WHERE x:A | x]") == "(each x in xs where (is x A) give x)");
    CHECK(expr_shape("[x IN xs WHERE x:A|B | x]") == "(each x in xs where (is x (| A B)) give x)");
    CHECK(expr_shape("any(x IN xs WHERE x:A|B)") == "(any x in xs where (is x (| A B)))");
}

TEST_CASE("map projections", "[syntax]") {
    CHECK(expr_shape("n {.name, .*, x, all: 1 + 2}") == "(project n .name .* x all: (+ 1 2))");
    CHECK(expr_shape("n {}") == "(project n)");
}

TEST_CASE("patterns inside expressions", "[syntax][pattern]") {
    CHECK(expr_shape("(a)-->()") == "(there-is <a>-[]-><>)");
    CHECK(expr_shape("NOT (a)<-[:R]-(:B {x: 1})") == "(not (there-is <a><-[ :R]-< :B (map x: 1)>))");
    CHECK(expr_shape("exists((a)--(b))") == "(exists() (there-is <a>-[]-<b>))");
    CHECK(expr_shape("[(a)-->(b) WHERE b.x | b.y]") == "(each-match <a>-[]-><b> where (. b x) give (. b y))");
    CHECK(expr_shape("[p = (a)-->(b) | p]") == "(each-match p=<a>-[]-><b> give p)");
    CHECK(expr_shape("[(a)-->(b)]") == "(list (there-is <a>-[]-><b>))");
}

TEST_CASE("parentheses with a minus between them are arithmetic", "[syntax][pattern]") {
    CHECK(expr_shape("(a)-(b)") == "(- a b)");
    CHECK(expr_shape("(a) < -(b)") == "(a < (minus b))");
    CHECK(expr_shape("(1 + 2)--(3)") == "(- (+ 1 2) (minus 3))");
    CHECK(expr_shape("(a)-[1]") == "(- a (list 1))");
    CHECK(expr_shape("(n {a: 1}).a") == "(. (project n a: 1) a)");
    CHECK(expr_shape("(n:A)") == "(is n A)");
}

TEST_CASE("EXISTS and COUNT hold a pattern or a whole query", "[syntax][subquery]") {
    CHECK(expr_shape("EXISTS { (a)-->(b) WHERE b.x }") == "(exists (match <a>-[]-><b> where (. b x)))");
    CHECK(expr_shape("COUNT { MATCH (a) } > 3") == "((count (match <a>)) > 3)");
    CHECK(expr_shape("EXISTS { MATCH (a) RETURN a UNION RETURN 1 AS a }") ==
          "(exists (match <a>) (return a \"a\") union (return 1 as a))");
}
