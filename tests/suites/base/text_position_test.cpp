#include <catch2/catch.hpp>

#include "base/text_position.h"

using namespace confer::engine;

namespace {

std::pair<unsigned, unsigned> place(std::string_view text, std::size_t offset) {
    const TextPosition position = position_at(text, offset);
    return {position.line, position.column};
}

std::string mapped(std::string_view text, char32_t (*change)(char32_t)) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) append_utf8(out, change(next_code_point(text, at)));
    return out;
}

}  // namespace

TEST_CASE("positions count lines and code points from 1", "[base][text]") {
    CHECK(place("", 0) == std::pair(1U, 1U));
    CHECK(place("ab\ncd", 1) == std::pair(1U, 2U));
    CHECK(place("ab\ncd", 2) == std::pair(1U, 3U));
    CHECK(place("ab\ncd", 3) == std::pair(2U, 1U));
    CHECK(place("ab\r\ncd", 3) == std::pair(1U, 3U));
    CHECK(place("ab\r\ncd", 5) == std::pair(2U, 2U));
    CHECK(place("äöü x", 7) == std::pair(1U, 5U));
    CHECK(place("abc", 99) == std::pair(1U, 4U));
}

TEST_CASE("a position inside of a code point is the code point's", "[base][text]") {
    CHECK(place("ä", 1) == std::pair(1U, 1U));
}

TEST_CASE("code points are counted and found by number", "[base][text]") {
    CHECK(count_code_points("") == 0);
    CHECK(count_code_points("a漢😀") == 3);
    CHECK(byte_of_code_point("a漢😀b", 0) == 0);
    CHECK(byte_of_code_point("a漢😀b", 2) == 4);
    CHECK(byte_of_code_point("a漢😀b", 3) == 8);
    CHECK(byte_of_code_point("a漢😀b", 99) == 9);
}

TEST_CASE("UTF-8 is validated strictly", "[base][text]") {
    CHECK_FALSE(invalid_utf8("").has_value());
    CHECK_FALSE(invalid_utf8("a ä 漢 😀 \xF4\x8F\xBF\xBF").has_value());
    CHECK(invalid_utf8("ab\xFF") == 2);
    CHECK(invalid_utf8("a\x80") == 1);             // a continuation alone
    CHECK(invalid_utf8("\xC0\xAF") == 0);          // overlong
    CHECK(invalid_utf8("\xE0\x80\xAF") == 0);      // overlong
    CHECK(invalid_utf8("\xF0\x80\x80\xAF") == 0);  // overlong
    CHECK(invalid_utf8("\xED\xA0\x80") == 0);      // surrogate
    CHECK(invalid_utf8("\xF4\x90\x80\x80") == 0);  // past U+10FFFF
    CHECK(invalid_utf8("ok \xE6\xBC") == 3);       // cut off
    CHECK(invalid_utf8("\xE6\xBC!") == 0);         // broken off
}

TEST_CASE("every code point survives encoding and decoding", "[base][text]") {
    for (char32_t code_point = 0; code_point <= 0x10FFFF; code_point += code_point < 0x3000 ? 1 : 97) {
        if (code_point >= 0xD800 && code_point <= 0xDFFF) continue;
        std::string text;
        append_utf8(text, code_point);
        std::size_t at = 0;
        if (invalid_utf8(text).has_value() || next_code_point(text, at) != code_point || at != text.size()) {
            FAIL("code point " << static_cast<unsigned>(code_point));
        }
    }
    SUCCEED();
}

TEST_CASE("display width is in terminal cells", "[base][text]") {
    CHECK(display_width("abc") == 3);
    CHECK(display_width("äß") == 2);
    CHECK(display_width("漢字") == 4);
    CHECK(display_width("한국") == 4);
    CHECK(display_width("😀") == 2);
    CHECK(display_width("e\xCC\x81") == 1);     // e with a combining acute accent
    CHECK(display_width("\xE2\x80\x8D") == 0);  // zero width joiner
    CHECK(display_width(U'\u3000') == 2);       // ideographic space
    CHECK(display_width("ｆｕｌｌ") == 8);
    CHECK(display_width(char32_t{0x7}) == 0);
}

TEST_CASE("letters change their case in Latin, Greek and Cyrillic", "[base][text]") {
    CHECK(mapped("AZ ÀÖØÞ ĀĶŁŽŸ ΆΈΏΑΩ ЁАЯҐӀ", to_lower) == "az àöøþ āķłžÿ άέώαω ёаяґӏ");
    CHECK(mapped("az àöøþ āķłžÿ άέώαως ёаяґӏ", to_upper) == "AZ ÀÖØÞ ĀĶŁŽŸ ΆΈΏΑΩΣ ЁАЯҐӀ");
}

TEST_CASE("what has no other case stays", "[base][text]") {
    CHECK(mapped("1 × ÷ ß ĸ 漢", to_lower) == "1 × ÷ ß ĸ 漢");
    CHECK(mapped("1 × ÷ ß ĸ 漢", to_upper) == "1 × ÷ ß ĸ 漢");
    CHECK(to_lower(0x130) == U'i');
    CHECK(to_upper(0x131) == U'I');
}

TEST_CASE("lower and upper undo each other, apart from letters with two small forms", "[base][text]") {
    for (char32_t letter = 0; letter < 0x530; ++letter) {
        const bool two_forms =
            letter == 0xB5 || letter == 0x131 || letter == 0x17F || letter == 0x3C2 || letter == 0x130;
        if (two_forms) continue;
        INFO(static_cast<unsigned>(letter));
        if (to_lower(letter) != letter) CHECK(to_upper(to_lower(letter)) == letter);
        if (to_upper(letter) != letter) CHECK(to_lower(to_upper(letter)) == letter);
    }
}
