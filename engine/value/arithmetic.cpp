#include "value/arithmetic.h"

#include <cmath>
#include <limits>
#include <string>

#include "value/format.h"

namespace confer::engine {

namespace {

constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();

const char* article_name(Kind kind) {
    switch (kind) {
        case Kind::null:
            return "null";
        case Kind::boolean:
            return "a Boolean";
        case Kind::integer:
            return "an Integer";
        case Kind::floating:
            return "a Float";
        case Kind::string:
            return "a String";
        case Kind::list:
            return "a List";
        case Kind::map:
            return "a Map";
        case Kind::node:
            return "a Node";
        case Kind::relationship:
            return "a Relationship";
        case Kind::path:
            return "a Path";
    }
    return "null";
}

Error runtime_error(ErrorCode code, std::string message, std::vector<std::string> hints = {}) {
    return {.code = code, .message = std::move(message), .hints = std::move(hints), .phase = Phase::runtime};
}

Error wrong_kinds(const char* sign, const Value& a, const Value& b) {
    std::vector<std::string> hints;
    if (a.is(Kind::string) || b.is(Kind::string))
        hints.emplace_back("turn text into a number with `toInteger` or `toFloat`");
    return runtime_error(
        ErrorCode::invalid_argument_type,
        "`" + std::string(sign) + "` can't be applied to " + article_name(a.kind()) + " and " + article_name(b.kind()),
        std::move(hints));
}

Error overflow(const char* sign, std::int64_t a, std::int64_t b) {
    return runtime_error(
        ErrorCode::integer_overflow,
        "`" + std::to_string(a) + ' ' + sign + ' ' + std::to_string(b) + "` doesn't fit into a 64-bit integer",
        {"calculate with floats: write a point, as in `1.0`, or use `toFloat`"});
}

Error by_zero(const char* sign, std::int64_t a) {
    return runtime_error(ErrorCode::division_by_zero,
                         "`" + std::to_string(a) + ' ' + sign + " 0` divides an integer by zero",
                         {"leave such rows out, or divide by a float, which gives an infinity or NaN"});
}

bool any_null(const Value& a, const Value& b) {
    return a.is_null() || b.is_null();
}
bool both_integers(const Value& a, const Value& b) {
    return a.is(Kind::integer) && b.is(Kind::integer);
}
bool both_numbers(const Value& a, const Value& b) {
    return a.is_number() && b.is_number();
}

// How a string or number reads as part of a text; a number in `scratch`.
std::string_view as_text(const Value& value, std::string& scratch) {
    if (value.is(Kind::string)) return value.as_string();
    scratch = value.is(Kind::integer) ? std::to_string(value.as_integer()) : format_float(value.as_floating());
    return scratch;
}

Result<Value> join_texts(const Value& a, const Value& b) {
    std::string front, back;
    const std::string_view first = as_text(a, front), second = as_text(b, back);
    if (first.size() + second.size() > longest_text)
        return runtime_error(ErrorCode::memory_limit, "a text can't be longer than 64 megabytes");
    std::string joined;
    joined.reserve(first.size() + second.size());
    joined.append(first).append(second);
    return Value(joined);
}

bool joins_text(const Value& value) {
    return value.is(Kind::string) || value.is_number();
}

std::span<const Value> as_elements(const Value& value) {
    return value.is(Kind::list) ? value.as_list() : std::span<const Value>(&value, 1);
}

Result<Value> join_lists(const Value& a, const Value& b) {
    const auto front = as_elements(a), back = as_elements(b);
    ValueList joined;
    joined.reserve(front.size() + back.size());
    joined.insert(joined.end(), front.begin(), front.end());
    joined.insert(joined.end(), back.begin(), back.end());
    Value list(std::move(joined));
    if (list.depth() > Value::max_depth) {
        return runtime_error(ErrorCode::nesting_too_deep,
                             "a list can't be nested deeper than " + std::to_string(Value::max_depth) + " levels");
    }
    return list;
}

}  // namespace

Result<Value> add(const Value& a, const Value& b) {
    if (any_null(a, b)) return Value();
    if (both_integers(a, b)) {
        std::int64_t sum = 0;
        if (__builtin_add_overflow(a.as_integer(), b.as_integer(), &sum)) {
            return overflow("+", a.as_integer(), b.as_integer());
        }
        return Value(sum);
    }
    if (both_numbers(a, b)) return Value(a.as_number() + b.as_number());
    if (a.is(Kind::list) || b.is(Kind::list)) return join_lists(a, b);
    if (joins_text(a) && joins_text(b)) return join_texts(a, b);
    return wrong_kinds("+", a, b);
}

Result<Value> subtract(const Value& a, const Value& b) {
    if (any_null(a, b)) return Value();
    if (both_integers(a, b)) {
        std::int64_t difference = 0;
        if (__builtin_sub_overflow(a.as_integer(), b.as_integer(), &difference)) {
            return overflow("-", a.as_integer(), b.as_integer());
        }
        return Value(difference);
    }
    if (both_numbers(a, b)) return Value(a.as_number() - b.as_number());
    return wrong_kinds("-", a, b);
}

Result<Value> multiply(const Value& a, const Value& b) {
    if (any_null(a, b)) return Value();
    if (both_integers(a, b)) {
        std::int64_t product = 0;
        if (__builtin_mul_overflow(a.as_integer(), b.as_integer(), &product)) {
            return overflow("*", a.as_integer(), b.as_integer());
        }
        return Value(product);
    }
    if (both_numbers(a, b)) return Value(a.as_number() * b.as_number());
    return wrong_kinds("*", a, b);
}

Result<Value> divide(const Value& a, const Value& b) {
    if (any_null(a, b)) return Value();
    if (both_integers(a, b)) {
        if (b.as_integer() == 0) return by_zero("/", a.as_integer());
        if (a.as_integer() == least && b.as_integer() == -1) return overflow("/", least, -1);
        return Value(a.as_integer() / b.as_integer());
    }
    if (both_numbers(a, b)) return Value(a.as_number() / b.as_number());
    return wrong_kinds("/", a, b);
}

Result<Value> remainder(const Value& a, const Value& b) {
    if (any_null(a, b)) return Value();
    if (both_integers(a, b)) {
        if (b.as_integer() == 0) return by_zero("%", a.as_integer());
        if (b.as_integer() == -1) return Value(0);  // of the least integer the processor can't say
        return Value(a.as_integer() % b.as_integer());
    }
    if (both_numbers(a, b)) return Value(std::fmod(a.as_number(), b.as_number()));
    return wrong_kinds("%", a, b);
}

Result<Value> power(const Value& a, const Value& b) {
    if (any_null(a, b)) return Value();
    if (both_numbers(a, b)) return Value(std::pow(a.as_number(), b.as_number()));
    return wrong_kinds("^", a, b);
}

Result<Value> negate(const Value& a) {
    if (a.is_null()) return Value();
    if (a.is(Kind::floating)) return Value(-a.as_floating());
    if (!a.is(Kind::integer)) {
        return runtime_error(ErrorCode::invalid_argument_type,
                             "`-` can't be applied to " + std::string(article_name(a.kind())));
    }
    if (a.as_integer() == least) {
        return runtime_error(ErrorCode::integer_overflow,
                             "`-(" + std::to_string(least) + ")` doesn't fit into a 64-bit integer");
    }
    return Value(-a.as_integer());
}

}  // namespace confer::engine
