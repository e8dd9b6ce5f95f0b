// Lengths and positions count code points. Offsets below are bytes, found with base/text_position.h.
#include <algorithm>

#include "base/allocated.h"
#include "base/text_position.h"
#include "function/builtin/argument_internal.h"
#include "function/builtin/builtin_internal.h"
#include "value/arithmetic.h"

namespace confer::engine::builtin {

namespace {

// White_Space of the Unicode character database.
bool is_blank(char32_t letter) {
    return (letter >= 0x09 && letter <= 0x0D) || letter == 0x20 || letter == 0x85 || letter == 0xA0 ||
           letter == 0x1680 || (letter >= 0x2000 && letter <= 0x200A) || letter == 0x2028 || letter == 0x2029 ||
           letter == 0x202F || letter == 0x205F || letter == 0x3000;
}

std::string_view without_blanks(std::string_view text, bool front, bool back) {
    std::size_t begin = text.size(), end = 0;  // of what isn't blank
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        if (is_blank(next_code_point(text, at))) continue;
        begin = std::min(begin, start);
        end = at;
    }
    if (begin == text.size()) return {};
    if (!front) begin = 0;
    if (!back) end = text.size();
    return text.substr(begin, end - begin);
}

Result<Value> left(CallContext&, Arguments arguments) {
    CONFER_TRY(const std::string_view text, string_argument("left", arguments, 0));
    CONFER_TRY(const std::size_t length, count_argument("left", arguments, 1));
    return Value(text.substr(0, byte_of_code_point(text, length)));
}

Result<Value> right(CallContext&, Arguments arguments) {
    CONFER_TRY(const std::string_view text, string_argument("right", arguments, 0));
    CONFER_TRY(const std::size_t length, count_argument("right", arguments, 1));
    const std::size_t size = count_code_points(text);
    return Value(text.substr(byte_of_code_point(text, size - std::min(size, length))));
}

Result<Value> substring(CallContext&, Arguments arguments) {
    CONFER_TRY(std::string_view text, string_argument("substring", arguments, 0));
    CONFER_TRY(const std::size_t start, count_argument("substring", arguments, 1));
    text.remove_prefix(byte_of_code_point(text, start));
    if (arguments.size() < 3) return Value(text);
    CONFER_TRY(const std::size_t length, count_argument("substring", arguments, 2));
    return Value(text.substr(0, byte_of_code_point(text, length)));
}

Result<Value> trim(CallContext&, Arguments arguments) {
    CONFER_TRY(const std::string_view text, string_argument("trim", arguments, 0));
    return Value(without_blanks(text, true, true));
}

Result<Value> ltrim(CallContext&, Arguments arguments) {
    CONFER_TRY(const std::string_view text, string_argument("ltrim", arguments, 0));
    return Value(without_blanks(text, true, false));
}

Result<Value> rtrim(CallContext&, Arguments arguments) {
    CONFER_TRY(const std::string_view text, string_argument("rtrim", arguments, 0));
    return Value(without_blanks(text, false, true));
}

Result<Value> replace(CallContext& context, Arguments arguments) {
    CONFER_TRY(const std::string_view text, string_argument("replace", arguments, 0));
    CONFER_TRY(const std::string_view search, string_argument("replace", arguments, 1));
    CONFER_TRY(const std::string_view replacement, string_argument("replace", arguments, 2));
    if (search.empty()) return arguments[0];
    std::size_t places = 0;
    for (std::size_t at = text.find(search); at != std::string_view::npos; at = text.find(search, at + search.size()))
        ++places;
    const std::size_t size = text.size() + places * replacement.size() - places * search.size();
    if (size > longest_text) return runtime_error(ErrorCode::memory_limit, "a text can't be longer than 64 megabytes");
    CONFER_CHECK(check_room(context, 2 * size));
    std::string out;
    out.reserve(size);
    std::size_t done = 0;
    for (std::size_t at = text.find(search); at != std::string_view::npos; at = text.find(search, done)) {
        out.append(text.substr(done, at - done)).append(replacement);
        done = at + search.size();
    }
    out.append(text.substr(done));
    return Value(out);
}

constexpr std::size_t parts_between_checks = std::size_t{1} << 16;

// Where the part that begins at `begin` ends: before the next delimiter; after one character where there is none.
std::size_t end_of_part(std::string_view text, std::string_view delimiter, std::size_t begin) {
    if (!delimiter.empty()) return std::min(text.find(delimiter, begin), text.size());
    if (begin < text.size()) next_code_point(text, begin);
    return begin;
}

Result<std::size_t> count_parts(const CallContext& context, std::string_view text, std::string_view delimiter) {
    if (delimiter.empty() && text.empty()) return std::size_t{0};
    std::size_t count = 1;
    for (std::size_t at = end_of_part(text, delimiter, 0); at < text.size(); ++count) {
        if (count % parts_between_checks == 0) CONFER_CHECK(check_room(context, 0));
        at = end_of_part(text, delimiter, at + delimiter.size());
    }
    return count;
}

Result<Value> split(CallContext& context, Arguments arguments) {
    CONFER_TRY(const std::string_view text, string_argument("split", arguments, 0));
    CONFER_TRY(const std::string_view delimiter, string_argument("split", arguments, 1));
    CONFER_TRY(const std::size_t count, count_parts(context, text, delimiter));
    // A text of its own for each, which has a header.
    CONFER_CHECK(check_room(context, text.size() + count * (sizeof(Value) + allocated(sizeof(Value)))));
    ValueList parts;
    parts.reserve(count);
    std::size_t done = 0;
    while (parts.size() + 1 < count) {
        if (parts.size() % parts_between_checks == 0) CONFER_CHECK(check_room(context, 0));
        const std::size_t end = end_of_part(text, delimiter, done);
        parts.emplace_back(text.substr(done, end - done));
        done = end + delimiter.size();
    }
    if (count > 0) parts.emplace_back(text.substr(done));
    return Value(std::move(parts));
}

std::string with_letters(std::string_view text, char32_t (*change)(char32_t)) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) append_utf8(out, change(next_code_point(text, at)));
    return out;
}

Result<Value> lower(CallContext&, Arguments arguments) {
    CONFER_TRY(const std::string_view text, string_argument("toLower", arguments, 0));
    return Value(with_letters(text, confer::engine::to_lower));
}

Result<Value> upper(CallContext&, Arguments arguments) {
    CONFER_TRY(const std::string_view text, string_argument("toUpper", arguments, 0));
    return Value(with_letters(text, confer::engine::to_upper));
}

Result<Value> char_length(CallContext&, Arguments arguments) {
    CONFER_TRY(const std::string_view text, string_argument("char_length", arguments, 0));
    return Value(static_cast<std::int64_t>(count_code_points(text)));
}

}  // namespace

std::vector<FunctionSpec> string_functions() {
    const ParameterSpec text{"text", Kind::string}, length{"length", Kind::integer};
    return {
        {.name = "left",
         .doc = "The first `length` characters of a text.",
         .parameters = {text, length},
         .returns = Kind::string,
         .examples = {{"left('therapy', 3)", "'the'"}},
         .call = left},
        {.name = "right",
         .doc = "The last `length` characters of a text.",
         .parameters = {text, length},
         .returns = Kind::string,
         .examples = {{"right('therapy', 3)", "'apy'"}},
         .call = right},
        {.name = "substring",
         .doc = "The characters from `start` on, counted from 0: `length` of them, or all.",
         .parameters = {text, {"start", Kind::integer}, {"length", Kind::integer, true}},
         .returns = Kind::string,
         .examples = {{"substring('therapy', 3)", "'rapy'"}, {"substring('therapy', 1, 2)", "'he'"}},
         .call = substring},
        {.name = "trim",
         .doc = "The text without blanks at its ends.",
         .parameters = {text},
         .returns = Kind::string,
         .examples = {{"trim('  graph ')", "'graph'"}},
         .call = trim},
        {.name = "ltrim",
         .doc = "The text without blanks at its beginning.",
         .parameters = {text},
         .returns = Kind::string,
         .examples = {{"ltrim('  graph ')", "'graph '"}},
         .call = ltrim},
        {.name = "rtrim",
         .doc = "The text without blanks at its end.",
         .parameters = {text},
         .returns = Kind::string,
         .examples = {{"rtrim('  graph ')", "'  graph'"}},
         .call = rtrim},
        {.name = "replace",
         .doc = "The text with `replacement` in every place where `search` stood.",
         .parameters = {text, {"search", Kind::string}, {"replacement", Kind::string}},
         .returns = Kind::string,
         .examples = {{"replace('talking cure', 'talking', 'writing')", "'writing cure'"}},
         .call = replace},
        {.name = "split",
         .doc = "The parts of a text between delimiters; with an empty delimiter, its characters.",
         .parameters = {text, {"delimiter", Kind::string}},
         .returns = ValueType::list_of(Kind::string),
         .examples = {{"split('a,b,,c', ',')", "['a', 'b', '', 'c']"}},
         .call = split},
        {.name = "toLower",
         .doc = "The text in small letters.",
         .parameters = {text},
         .returns = Kind::string,
         .examples = {{"toLower('Gestalt')", "'gestalt'"}},
         .call = lower},
        {.name = "lower",
         .doc = "The text in small letters; the same as `toLower`.",
         .parameters = {text},
         .returns = Kind::string,
         .examples = {{"lower('ÜBER')", "'über'"}},
         .call = lower},
        {.name = "toUpper",
         .doc = "The text in capitals.",
         .parameters = {text},
         .returns = Kind::string,
         .examples = {{"toUpper('cbt')", "'CBT'"}},
         .call = upper},
        {.name = "upper",
         .doc = "The text in capitals; the same as `toUpper`.",
         .parameters = {text},
         .returns = Kind::string,
         .examples = {{"upper('über')", "'ÜBER'"}},
         .call = upper},
        {.name = "char_length",
         .doc = "How many characters a text has.",
         .parameters = {text},
         .returns = Kind::integer,
         .examples = {{"char_length('naïve')", "5"}},
         .call = char_length},
        {.name = "character_length",
         .doc = "How many characters a text has; the same as `char_length`.",
         .parameters = {text},
         .returns = Kind::integer,
         .examples = {{"character_length('')", "0"}},
         .call = char_length},
    };
}

}  // namespace confer::engine::builtin
