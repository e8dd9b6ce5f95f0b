// Text that says no number or truth value gives null; a value that never could (a list, a node) is an
// error, or null in the `OrNull` variants. Blanks around a text don't matter.
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>

#include "function/builtin/argument_internal.h"
#include "function/builtin/builtin_internal.h"
#include "value/format.h"

namespace confer::engine::builtin {

namespace {

constexpr double two_to_63 = 9223372036854775808.0;

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

std::optional<double> read_float(std::string_view text) {
    text = trimmed(text);
    if (text == "NaN") return std::numeric_limits<double>::quiet_NaN();
    if (text == "Infinity") return std::numeric_limits<double>::infinity();
    if (text == "-Infinity") return -std::numeric_limits<double>::infinity();
    if (text.starts_with('+')) {
        text.remove_prefix(1);
        if (text.starts_with('-')) return std::nullopt;
    }
    // std::from_chars would also take "inf" and "nan".
    const std::size_t first = text.starts_with('-') ? 1 : 0;
    if (first >= text.size() || (text[first] != '.' && (text[first] < '0' || text[first] > '9'))) return std::nullopt;
    double number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

// The integer in a text, digits only; fault tells "too large" from "not an integer".
struct ReadInteger {
    std::int64_t number = 0;
    std::errc fault = {};
};

ReadInteger read_integer(std::string_view text) {
    text = trimmed(text);
    if (text.starts_with('+') && !text.starts_with("+-")) text.remove_prefix(1);
    ReadInteger read;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), read.number);
    read.fault = fault;
    if (end != text.data() + text.size()) read.fault = std::errc::invalid_argument;
    return read;
}

Error does_not_fit(const std::string& number) {
    return runtime_error(ErrorCode::integer_overflow, "`" + number + "` doesn't fit into a 64-bit integer",
                         {"use `toFloat`, which rounds"});
}

Result<Value> truncated(double number) {
    if (std::isnan(number)) return Value();
    if (number >= two_to_63 || number < -two_to_63) return does_not_fit(format_float(number));
    return Value(static_cast<std::int64_t>(number));
}

Error not_convertible(std::string_view function, Arguments arguments, std::string_view wanted) {
    return wrong_argument(function, arguments, 0, wanted, ErrorCode::invalid_argument_value,
                          {"`" + std::string(function) + "OrNull` gives null for what can't be converted"});
}

Result<Value> to_integer(CallContext&, Arguments arguments) {
    const Value& value = arguments[0];
    if (value.is(Kind::integer)) return value;
    if (value.is(Kind::floating)) return truncated(value.as_floating());
    if (!value.is(Kind::string)) return not_convertible("toInteger", arguments, "a number or a String");
    const ReadInteger read = read_integer(value.as_string());
    if (read.fault == std::errc{}) return Value(read.number);
    if (read.fault == std::errc::result_out_of_range) return does_not_fit(std::string(trimmed(value.as_string())));
    const std::optional<double> number = read_float(value.as_string());
    return number ? truncated(*number) : Value();
}

Result<Value> to_float(CallContext&, Arguments arguments) {
    const Value& value = arguments[0];
    if (value.is_number()) return Value(value.as_number());
    if (!value.is(Kind::string)) return not_convertible("toFloat", arguments, "a number or a String");
    const std::optional<double> number = read_float(value.as_string());
    return number ? Value(*number) : Value();
}

Result<Value> to_string_value(CallContext&, Arguments arguments) {
    const Value& value = arguments[0];
    switch (value.kind()) {
        case Kind::string:
            return value;
        case Kind::boolean:
            return Value(std::string_view(value.as_boolean() ? "true" : "false"));
        case Kind::integer:
            return Value(std::to_string(value.as_integer()));
        case Kind::floating:
            return Value(format_float(value.as_floating()));
        default:
            return not_convertible("toString", arguments, "a number, a Boolean or a String");
    }
}

bool same_letters(std::string_view text, std::string_view lower) {
    if (text.size() != lower.size()) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c) != lower[i]) return false;
    }
    return true;
}

Result<Value> to_boolean(CallContext&, Arguments arguments) {
    const Value& value = arguments[0];
    if (value.is(Kind::boolean)) return value;
    if (!value.is(Kind::string)) return not_convertible("toBoolean", arguments, "a Boolean or a String");
    const std::string_view text = trimmed(value.as_string());
    if (same_letters(text, "true")) return Value(true);
    if (same_letters(text, "false")) return Value(false);
    return Value();
}

using Conversion = Result<Value> (*)(CallContext&, Arguments);

// What can't be converted is null.
template <Conversion convert>
Result<Value> or_null(CallContext& context, Arguments arguments) {
    Result<Value> result = convert(context, arguments);
    return result ? std::move(result) : Result<Value>(Value());
}

}  // namespace

std::vector<FunctionSpec> conversion_functions() {
    const ValueType text_or_number = ValueType::number() | Kind::string;
    return {
        {.name = "toInteger",
         .doc = "A number or a text as an integer; floats lose what is behind the point. Null when the text says no "
                "number.",
         .parameters = {{"value", text_or_number}},
         .returns = Kind::integer,
         .examples = {{"toInteger('42')", "42"}, {"toInteger(-3.9)", "-3"}, {"toInteger('many')", "null"}},
         .call = to_integer},
        {.name = "toIntegerOrNull",
         .doc = "As `toInteger`, but null for whatever can't be converted.",
         .parameters = {{"value", ValueType::any()}},
         .returns = Kind::integer,
         .examples = {{"toIntegerOrNull('42')", "42"}, {"toIntegerOrNull([42])", "null"}},
         .call = or_null<to_integer>},
        {.name = "toFloat",
         .doc = "A number or a text as a float. Null when the text says no number, or none that a float can hold.",
         .parameters = {{"value", text_or_number}},
         .returns = Kind::floating,
         .examples = {{"toFloat('0.25')", "0.25"}, {"toFloat(3)", "3.0"}, {"toFloat('many')", "null"}},
         .call = to_float},
        {.name = "toFloatOrNull",
         .doc = "As `toFloat`, but null for whatever can't be converted.",
         .parameters = {{"value", ValueType::any()}},
         .returns = Kind::floating,
         .examples = {{"toFloatOrNull('0.25')", "0.25"}, {"toFloatOrNull(true)", "null"}},
         .call = or_null<to_float>},
        {.name = "toString",
         .doc = "A number, a boolean or a text as text.",
         .parameters = {{"value", text_or_number | Kind::boolean}},
         .returns = Kind::string,
         .examples = {{"toString(1951)", "'1951'"}, {"toString(1.0)", "'1.0'"}, {"toString(true)", "'true'"}},
         .call = to_string_value},
        {.name = "toStringOrNull",
         .doc = "As `toString`, but null for whatever can't be converted.",
         .parameters = {{"value", ValueType::any()}},
         .returns = Kind::string,
         .examples = {{"toStringOrNull(1951)", "'1951'"}, {"toStringOrNull({})", "null"}},
         .call = or_null<to_string_value>},
        {.name = "toBoolean",
         .doc = "'true' and 'false', in any case, as booleans; null for any other text.",
         .parameters = {{"value", ValueType(Kind::boolean) | Kind::string}},
         .returns = Kind::boolean,
         .examples = {{"toBoolean('True')", "true"}, {"toBoolean('yes')", "null"}},
         .call = to_boolean},
        {.name = "toBooleanOrNull",
         .doc = "As `toBoolean`, but null for whatever can't be converted.",
         .parameters = {{"value", ValueType::any()}},
         .returns = Kind::boolean,
         .examples = {{"toBooleanOrNull('false')", "false"}, {"toBooleanOrNull(1.5)", "null"}},
         .call = or_null<to_boolean>},
    };
}

}  // namespace confer::engine::builtin
