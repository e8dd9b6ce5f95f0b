#include <algorithm>

#include "base/text_position.h"
#include "function/builtin/argument_internal.h"
#include "function/builtin/builtin_internal.h"
#include "function/builtin/number_range.h"
#include "value/compare.h"

namespace confer::engine::builtin {

namespace {

// A list longer than this is a mistake rather than a wish: 1.6 gigabytes.
constexpr std::uint64_t longest_range = 100'000'000;
constexpr std::size_t values_between_checks = std::size_t{1} << 16;

// Copies bit by bit, so that the deadline can be asked for in between.
template <class Iterator>
Result<ValueList> copied(const CallContext& context, Iterator first, Iterator last) {
    const auto size = static_cast<std::size_t>(last - first);
    CONFER_CHECK(check_room(context, size * sizeof(Value)));
    ValueList copy;
    copy.reserve(size);
    while (first != last) {
        const auto some = std::min<std::ptrdiff_t>(last - first, values_between_checks);
        copy.insert(copy.end(), first, first + some);
        first += some;
        if (first != last) CONFER_CHECK(check_room(context, 0));
    }
    return copy;
}

Result<Value> head(CallContext&, Arguments arguments) {
    CONFER_TRY(const auto list, list_argument("head", arguments, 0));
    return list.empty() ? Value() : list.front();
}

Result<Value> last(CallContext&, Arguments arguments) {
    CONFER_TRY(const auto list, list_argument("last", arguments, 0));
    return list.empty() ? Value() : list.back();
}

Result<Value> tail(CallContext& context, Arguments arguments) {
    CONFER_TRY(const auto list, list_argument("tail", arguments, 0));
    if (list.empty()) return Value(ValueList());
    CONFER_TRY(ValueList rest, copied(context, list.begin() + 1, list.end()));
    return Value(std::move(rest));
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

Result<Value> reverse_value(CallContext& context, Arguments arguments) {
    const Value& value = arguments[0];
    if (value.is(Kind::string)) {
        CONFER_CHECK(check_room(context, 2 * value.as_string().size()));
        return reversed(value.as_string());
    }
    if (!value.is(Kind::list)) return wrong_argument("reverse", arguments, 0, "a List or a String");
    const auto list = value.as_list();
    CONFER_TRY(ValueList turned, copied(context, list.rbegin(), list.rend()));
    return Value(std::move(turned));
}

// Runs of bounded length are sorted and then merged, two by two, so that the deadline can be asked for in between.
Result<Value> sort(CallContext& context, Arguments arguments) {
    CONFER_TRY(const auto list, list_argument("sort", arguments, 0));
    const std::size_t size = list.size();
    CONFER_CHECK(check_room(context, 2 * list.size_bytes()));
    const auto before = [](const Value& a, const Value& b) { return order(a, b) < 0; };
    ValueList from(list.begin(), list.end());
    const auto place = [&](std::size_t at) { return from.begin() + static_cast<std::ptrdiff_t>(std::min(at, size)); };
    for (std::size_t begin = 0; begin < size; begin += values_between_checks) {
        CONFER_CHECK(check_room(context, 0));
        std::stable_sort(place(begin), place(begin + values_between_checks), before);
    }
    ValueList to;
    for (std::size_t run = values_between_checks; run < size; run *= 2) {
        to.clear();
        to.reserve(size);
        for (std::size_t begin = 0; begin < size; begin += 2 * run) {
            for (auto a = place(begin), b = place(begin + run), middle = b, end = place(begin + 2 * run);
                 a != middle || b != end;) {
                if (to.size() % values_between_checks == 0) CONFER_CHECK(check_room(context, 0));
                const bool second = a == middle || (b != end && before(*b, *a));
                to.push_back(std::move(second ? *b++ : *a++));
            }
        }
        from.swap(to);
    }
    return Value(std::move(from));
}

Result<Value> range(CallContext& context, Arguments arguments) {
    CONFER_TRY(const NumberRange range, number_range(arguments));
    if (range.size > longest_range) {
        return runtime_error(ErrorCode::memory_limit,
                             "`range` can't make a list of more than " + std::to_string(longest_range) + " numbers",
                             {"`UNWIND range(…)` takes them one by one"});
    }
    CONFER_CHECK(check_room(context, range.size * sizeof(Value)));
    ValueList numbers;
    numbers.reserve(range.size);
    for (std::uint64_t i = 0; i < range.size; ++i) {
        if (i % values_between_checks == values_between_checks - 1) CONFER_CHECK(check_room(context, 0));
        numbers.emplace_back(range[i]);
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
