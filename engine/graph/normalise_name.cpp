// Tested by suites/graph/normalise_name_test.cpp.
#include "graph/normalise_name.h"

#include <array>
#include <utility>

#include "base/text_position.h"
#include "graph/spelling.h"

namespace confer::engine {

namespace {

// Two characters a code point: the letters without accents and in lower case; '.' where there are none.
// clang-format off
constexpr char32_t latin_first = 0x00C0, additional_first = 0x1E00;
constexpr std::string_view latin =
    "a a a a a a aec e e e e i i i i "  // U+00C0
    "d n o o o o o . o u u u u y thss"  // U+00D0
    "a a a a a a aec e e e e i i i i "  // U+00E0
    "d n o o o o o . o u u u u y thy "  // U+00F0
    "a a a a a a c c c c c c c c d d "  // U+0100
    "d d e e e e e e e e e e g g g g "  // U+0110
    "g g g g h h h h i i i i i i i i "  // U+0120
    "i i ijijj j k k k l l l l l l . "  // U+0130
    "l l l n n n n n n n n n o o o o "  // U+0140
    "o o oeoer r r r r r s s s s s s "  // U+0150
    "s s t t t t t t u u u u u u u u "  // U+0160
    "u u u u w w y y y z z z z z z s "  // U+0170
    "b b . . . . . c c . . d d . e . "  // U+0180
    ". f f . . . . i k k l . . . . . "  // U+0190
    "o o . . p p . . . . . . t t . u "  // U+01A0
    "u . . . . z z . . . . . . . . . "  // U+01B0
    ". . . . dzdzdzljljljnjnjnja a i "  // U+01C0
    "i o o u u u u u u u u u u e a a "  // U+01D0
    "a a aeaeg g g g k k o o o o . . "  // U+01E0
    "j dzdzdzg g . . n n a a aeaeo o "  // U+01F0
    "a a a a e e e e i i i i o o o o "  // U+0200
    "r r r r u u u u s s t t . . h h "  // U+0210
    ". . . . z z a a e e o o o o o o "  // U+0220
    "o o y y . . . j . . . c c l . . "  // U+0230
    ". . . b . . e e j j . . r r y y ";  // U+0240
constexpr std::string_view additional =
    "a a b b b b b b c c d d d d d d "  // U+1E00
    "d d d d e e e e e e e e e e f f "  // U+1E10
    "g g h h h h h h h h h h i i i i "  // U+1E20
    "k k k k k k l l l l l l l l m m "  // U+1E30
    "m m m m n n n n n n n n o o o o "  // U+1E40
    "o o o o p p p p r r r r r r r r "  // U+1E50
    "s s s s s s s s s s t t t t t t "  // U+1E60
    "t t u u u u u u u u u u v v v v "  // U+1E70
    "w w w w w w w w w w x x x x y y "  // U+1E80
    "z z z z z z h t w y . s . . ss. "  // U+1E90
    "a a a a a a a a a a a a a a a a "  // U+1EA0
    "a a a a a a a a e e e e e e e e "  // U+1EB0
    "e e e e e e e e i i i i o o o o "  // U+1EC0
    "o o o o o o o o o o o o o o o o "  // U+1ED0
    "o o o o u u u u u u u u u u u u "  // U+1EE0
    "u u y y y y y y y y . . . . . . ";  // U+1EF0
// clang-format on

// The plain letters that a Latin letter stands for; empty for other code points.
std::string_view plain_letters(char32_t code_point) {
    const auto entry = [&](std::string_view table, char32_t first) -> std::string_view {
        const std::size_t at = 2 * static_cast<std::size_t>(code_point - first);
        if (code_point < first || at >= table.size() || table[at] == '.') return {};
        return table.substr(at, table[at + 1] == ' ' ? 1 : 2);
    };
    return code_point < additional_first ? entry(latin, latin_first) : entry(additional, additional_first);
}

// Apostrophes and marks that leave no trace: accents written apart, soft hyphens, joiners.
bool is_dropped(char32_t c) {
    return c == U'\'' || c == U'`' || c == 0xB4 || c == 0x2BC || (c >= 0x2018 && c <= 0x201B) || c == 0x2032 ||
           c == 0xFF07 || (c >= 0x300 && c <= 0x36F) || c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 ||
           c == 0xFEFF;
}

// Punctuation and symbols past ASCII, in ascending ranges.
constexpr std::array<std::pair<char32_t, char32_t>, 30> separators{{
    {0x0080, 0x00A9}, {0x00AB, 0x00B4}, {0x00B6, 0x00B9}, {0x00BB, 0x00BF}, {0x00D7, 0x00D7}, {0x00F7, 0x00F7},
    {0x037E, 0x037E}, {0x0387, 0x0387}, {0x055A, 0x055F}, {0x0589, 0x058A}, {0x05BE, 0x05BE}, {0x05C0, 0x05C0},
    {0x05C3, 0x05C3}, {0x05F3, 0x05F4}, {0x060C, 0x060D}, {0x061B, 0x061F}, {0x066A, 0x066D}, {0x06D4, 0x06D4},
    {0x0964, 0x0965}, {0x2000, 0x206F}, {0x20A0, 0x20CF}, {0x2100, 0x245F}, {0x2500, 0x2BFF}, {0x2E00, 0x2E7F},
    {0x3000, 0x3004}, {0x3008, 0x3020}, {0xFE10, 0xFE6F}, {0xFF00, 0xFF0F}, {0xFF1A, 0xFF20}, {0x1F000, 0x1FAFF},
}};

bool is_separator(char32_t c) {
    for (const auto& [first, last] : separators) {
        if (c < first) return false;
        if (c <= last) return true;
    }
    return false;
}

// By ASCII character: a letter's lower case, a digit itself; 0 for what is neither.
constexpr auto folded = [] {
    std::array<char, 128> table{};
    for (char c = '0'; c <= '9'; ++c) table[static_cast<std::size_t>(c)] = c;
    for (char c = 'a'; c <= 'z'; ++c)
        table[static_cast<std::size_t>(c)] = table[static_cast<std::size_t>(c - 'a' + 'A')] = c;
    return table;
}();
char fold(char c) {
    return c < 0 ? '\0' : folded[static_cast<std::size_t>(c)];
}

// Words joined by single spaces, each in its American spelling.
class Words {
public:
    explicit Words(std::size_t expected) { text_.reserve(expected + 8); }

    // REQUIRES: ASCII letters and digits.
    void letters(std::string_view run) {
        open();
        const std::size_t begin = text_.size();
        text_ += run;
        for (std::size_t i = begin; i < text_.size(); ++i) {
            text_[i] = fold(text_[i]);
            plain_ = plain_ && text_[i] >= 'a';
        }
    }
    void letter(char c) {
        open();
        text_.push_back(c);
        plain_ = false;
    }
    void letter(char32_t c) {
        open();
        append_utf8(text_, c);
        plain_ = false;
    }
    void end_word() {
        if (!inside_) return;
        if (plain_) americanise_word(text_, begin_);
        inside_ = false;
    }
    std::string take() && {
        end_word();
        return std::move(text_);
    }

private:
    void open() {
        if (inside_) return;
        if (!text_.empty()) text_.push_back(' ');
        begin_ = text_.size();
        inside_ = plain_ = true;
    }

    std::string text_;
    std::size_t begin_ = 0;
    bool inside_ = false;
    bool plain_ = true;  // nothing but a..z in this word
};

}  // namespace

std::string normalise_name(std::string_view name) {
    Words words(name.size());
    bool known_valid = false;
    for (std::size_t at = 0; at < name.size();) {
        const char byte = name[at];
        if (byte >= 0) {
            const std::size_t begin = at;
            while (at < name.size() && fold(name[at]) != '\0') ++at;
            if (at > begin) {
                words.letters(name.substr(begin, at - begin));
                continue;
            }
            ++at;
            if (byte == '&') {
                words.end_word();
                words.letters("and");
                words.end_word();
            } else if (byte != '\'' && byte != '`') {
                words.end_word();
            }
            continue;
        }
        if (!known_valid && invalid_utf8(name.substr(at)).has_value()) {
            words.letter(byte);
            ++at;
            continue;
        }
        known_valid = true;
        const char32_t code_point = next_code_point(name, at);
        if (const std::string_view plain = plain_letters(code_point); !plain.empty()) {
            words.letters(plain);
        } else if (is_separator(code_point) && !is_dropped(code_point)) {
            words.end_word();
        } else if (!is_dropped(code_point)) {
            words.letter(to_lower(code_point));
        }
    }
    std::string normalised = std::move(words).take();
    return normalised.empty() ? std::string(name) : normalised;
}

}  // namespace confer::engine
