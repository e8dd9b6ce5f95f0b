#include "suites/expressions/evaluate.h"

namespace confer::engine::expressions {

namespace {

std::string match(const std::string& text, const std::string& pattern) {
    return evaluate("$text =~ $pattern",
                    {{"text", Value(std::string_view(text))}, {"pattern", Value(std::string_view(pattern))}});
}

void expect_matches(const std::string& pattern, std::initializer_list<const char*> yes,
                    std::initializer_list<const char*> no) {
    INFO(pattern);
    for (const char* text : yes) {
        INFO(text);
        CHECK(match(text, pattern) == "true");
    }
    for (const char* text : no) {
        INFO(text);
        CHECK(match(text, pattern) == "false");
    }
}

}  // namespace

TEST_CASE("repetitions", "[expr][regex]") {
    expect_matches("", {""}, {"a"});
    expect_matches("ab*c", {"ac", "abc", "abbbc"}, {"a", "abb", "xac"});
    expect_matches("ab+c", {"abc", "abbc"}, {"ac"});
    expect_matches("ab?c", {"ac", "abc"}, {"abbc"});
    expect_matches("a{2}", {"aa"}, {"a", "aaa"});
    expect_matches("a{2,}", {"aa", "aaaa"}, {"a"});
    expect_matches("a{1,3}", {"a", "aa", "aaa"}, {"", "aaaa"});
    expect_matches("a{0}b", {"b"}, {"ab"});
    expect_matches("(ab){2}c", {"ababc"}, {"abc"});
    expect_matches(".*?x", {"x", "aax"}, {"xa"});
    expect_matches("(a*)*", {"", "aaa"}, {"b"});
    expect_matches("((a|b)*c){2}", {"cc", "abcbac"}, {"abc", "ccc"});
}

TEST_CASE("alternatives and groups", "[expr][regex]") {
    expect_matches("cbt|dbt|act", {"cbt", "dbt", "act"}, {"bt", "cbtdbt"});
    expect_matches("(c|d)bt", {"cbt", "dbt"}, {"bt"});
    expect_matches("(?:a|)b", {"ab", "b"}, {"a"});
    expect_matches("a(b|c(d|e))*f", {"af", "abf", "acdcef"}, {"acf"});
    expect_matches("x*|y", {"", "xx", "y"}, {"xy"});
}

TEST_CASE("sets of characters", "[expr][regex]") {
    expect_matches("[a-c]", {"a", "c"}, {"d", ""});
    expect_matches("[^a-c]", {"d", "é"}, {"b"});
    expect_matches("[-a]+", {"-a"}, {"b"});
    expect_matches("[a\\]]+", {"a]"}, {"["});
    expect_matches("\\d+-\\w\\s\\D\\W\\S", {"12-_ x!y"}, {"a-_ x!y"});
    expect_matches("[\\d.]+", {"3.14"}, {"3,14"});
    expect_matches("[α-ώ]+", {"λόγος"}, {"logos"});
    expect_matches("\\x41\\x{e9}", {"Aé"}, {"aé"});
    expect_matches("a\\.b", {"a.b"}, {"axb"});
}

TEST_CASE("a dot is one code point, and no line end unless asked", "[expr][regex]") {
    expect_matches("a.c", {"abc", "aéc", "a😀c"}, {"ac", "a\nc"});
    expect_matches("(?s)a.c", {"a\nc"}, {});
}

TEST_CASE("anchors are allowed at the ends", "[expr][regex]") {
    expect_matches("^abc$", {"abc"}, {"abcd"});
    expect_matches("a^b", {}, {"ab"});
}

TEST_CASE("(?i) ignores case, beyond ASCII too", "[expr][regex]") {
    expect_matches("(?i)éa[x-z]", {"ÉAY", "éay"}, {"eay"});
}

TEST_CASE("what is no regular expression is refused", "[expr][regex][error]") {
    for (const char* pattern : {"(", ")", "a)", "[a", "*a", "a**", "a{3,2}", "a{9999}", "\\", "\\q", "\\x4", "[z-a]",
                                "(?=a)", "(a)\\1", "((((a{100}){100}){100}){100})"}) {
        INFO(pattern);
        CHECK(match("a", pattern) == "error: invalid-argument-value");
    }
}

TEST_CASE("patterns that ruin backtracking matchers take linear time", "[expr][regex]") {
    const std::string text(5000, 'a');
    CHECK(match(text + "!", "(a+)+") == "false");
    CHECK(match(text, "(a|a)*") == "true");
    CHECK(match(text, "(a?){50}a*") == "true");
    CHECK(match(std::string(1000000, 'a'), "(a|b)*") == "true");
}
}  // namespace confer::engine::expressions
