#include <algorithm>

#include "base/text_position.h"
#include "function/builtin/argument_internal.h"
#include "function/builtin/builtin_internal.h"
#include "value/compare.h"

namespace confer::engine::builtin {

namespace {

// A list longer than this is a mistake rather than a wish: 1.6 gigabytes.
constexpr std::uint64_t longest_range = 100'000'000;
constexpr std::uint64_t numbers_between_checks = 1'000'000;

Result<Value> head(CallContext&, Arguments arguments) {
    CONFER_TRY(const auto list, list_argument("head", arguments, 0));
    return list.empty() ? Value() : list.front();
}

Result<Value> last(CallContext&, Arguments arguments) {
    CONFER_TRY(const auto list, list_argument("last", arguments, 0));
    return list.empty() ? Value() : list.back();
}

Result<Value> tail(CallContext&, Arguments arguments) {
    CONFER_TRY(const auto list, list_argument("tail", arguments, 0));
    return list.empty() ? Value(ValueList()) : Value(ValueList(list.begin() + 1, list.end()));
}

Result<Value> size(CallContext&, Arguments arguments) {
    const Value& value = arguments[0];
    if (value.is(Kind::list)) return Value(static_cast<std::int64_t>(value.as_list().size()));
    if (value.is(Kind::string)) return Value(static_cast<std::int64_t>(count_code_points(value.as_string())));
    return wrong_argument("size", arguments, 0, "a List or a String");
}

Result<Value> is_empty(CallContext&, Arguments arguments) {
    const Value& value = arguments[0];
    switch (value.kind()) {
        case Kind::list:
            return Value(value.as_list().empty());
        case Kind::string:
            return Value(value.as_string().empty());
        case Kind::map:
            return Value(value.as_map().empty());
        default:
            return wrong_argument("isEmpty", arguments, 0, "a List, a Map or a String");
    }
}

Value reversed(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    std::size_t end = text.size();
    while (end > 0) {
        std::size_t begin = end - 1;
        while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80) --begin;
        out.append(text.substr(begin, end - begin));
        end = begin;
    }
    return Value(out);
}

Result<Value> reverse_value(CallContext&, Arguments arguments) {
    const Value& value = arguments[0];
    if (value.is(Kind::string)) return reversed(value.as_string());
    if (!value.is(Kind::list)) return wrong_argument("reverse", arguments, 0, "a List or a String");
    const auto list = value.as_list();
    return Value(ValueList(list.rbegin(), list.rend()));
}

Result<Value> sort(CallContext&, Arguments arguments) {
    CONFER_TRY(const auto list, list_argument("sort", arguments, 0));
    ValueList sorted(list.begin(), list.end());
    std::stable_sort(sorted.begin(), sorted.end(), [](const Value& a, const Value& b) { return order(a, b) < 0; });
    return Value(std::move(sorted));
}

Result<Value> range(CallContext& context, Arguments arguments) {
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i].is(Kind::integer)) continue;
        return wrong_argument("range", arguments, i, "an Integer", ErrorCode::invalid_range_argument,
                              {"convert it with `toInteger(…)`"});
    }
    const std::int64_t start = arguments[0].as_integer(), end = arguments[1].as_integer();
    const std::int64_t step = arguments.size() > 2 ? arguments[2].as_integer() : 1;
    if (step == 0) {
        return runtime_error(ErrorCode::number_out_of_range, "`range` can't go in steps of 0",
                             {"give a step of 1 or more, or of -1 or less"});
    }
    if (step > 0 ? start > end : start < end) return Value(ValueList());
    // Unsigned, where overflow wraps: the distance, and products on the way to a number, may not fit otherwise.
    const auto from = static_cast<std::uint64_t>(start), to = static_cast<std::uint64_t>(end);
    const std::uint64_t distance = step > 0 ? to - from : from - to;
    const std::uint64_t stride = step > 0 ? static_cast<std::uint64_t>(step) : 0 - static_cast<std::uint64_t>(step);
    const std::uint64_t last_index = distance / stride;
    if (last_index >= longest_range) {
        return runtime_error(ErrorCode::memory_limit,
                             "`range` can't make a list of more than " + std::to_string(longest_range) + " numbers");
    }
    CONFER_CHECK(check_room(context, (last_index + 1) * sizeof(Value)));
    ValueList numbers;
    numbers.reserve(last_index + 1);
    for (std::uint64_t i = 0; i <= last_index; ++i) {
        if (i % numbers_between_checks == numbers_between_checks - 1) CONFER_CHECK(check_room(context, 0));
        numbers.emplace_back(static_cast<std::int64_t>(from + i * static_cast<std::uint64_t>(step)));
    }
    return Value(std::move(numbers));
}

}  // namespace

std::vector<FunctionSpec> list_functions() {
    const ParameterSpec list{"list", Kind::list};
    const ValueType list_or_text = ValueType(Kind::list) | Kind::string;
    return {
        {.name = "head",
         .doc = "The first element of a list; null when it is empty.",
         .parameters = {list},
         .examples = {{"head([1, 2, 3])", "1"}, {"head([])", "null"}},
         .call = head},
        {.name = "last",
         .doc = "The last element of a list; null when it is empty.",
         .parameters = {list},
         .examples = {{"last([1, 2, 3])", "3"}},
         .call = last},
        {.name = "tail",
         .doc = "A list without its first element.",
         .parameters = {list},
         .returns = Kind::list,
         .examples = {{"tail([1, 2, 3])", "[2, 3]"}, {"tail([])", "[]"}},
         .call = tail},
        {.name = "size",
         .doc = "How many elements a list has, or characters a text.",
         .parameters = {{"value", list_or_text}},
         .returns = Kind::integer,
         .examples = {{"size([1, null, 3])", "3"}, {"size('naïve')", "5"}},
         .call = size},
        {.name = "isEmpty",
         .doc = "Whether a list, map or text has nothing in it.",
         .parameters = {{"value", list_or_text | Kind::map}},
         .returns = Kind::boolean,
         .examples = {{"isEmpty([])", "true"}, {"isEmpty('graph')", "false"}},
         .call = is_empty},
        {.name = "reverse",
         .doc = "A list or a text from back to front.",
         .parameters = {{"value", list_or_text}},
         .returns = list_or_text,
         .examples = {{"reverse([1, 2, 3])", "[3, 2, 1]"}, {"reverse('live')", "'evil'"}},
         .call = reverse_value},
        {.name = "sort",
         .doc = "A list with its elements in the order that ORDER BY gives them.",
         .parameters = {list},
         .returns = Kind::list,
         .examples = {{"sort([3, 1, 2])", "[1, 2, 3]"}, {"sort(['b', null, 'a'])", "['a', 'b', null]"}},
         .call = sort},
        // Its parameters are checked as the statement runs: so the conformance suite has it.
        {.name = "range",
         .doc = "The integers from `start` to `end`, both included, in steps of `step` (1 when left out).",
         .parameters = {{"start", ValueType::any()}, {"end", ValueType::any()}, {"step", ValueType::any(), true}},
         .returns = ValueType::list_of(Kind::integer),
         .examples = {{"range(1, 4)", "[1, 2, 3, 4]"}, {"range(10, 0, -5)", "[10, 5, 0]"}, {"range(2, 1)", "[]"}},
         .call = range},
    };
}

}  // namespace confer::engine::builtin
