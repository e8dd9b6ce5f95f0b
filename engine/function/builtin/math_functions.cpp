#include <cmath>
#include <limits>
#include <numbers>
#include <random>

#include "function/builtin/argument_internal.h"
#include "function/builtin/builtin_internal.h"

namespace confer::engine::builtin {

namespace {

// ---- from a number to a float

struct Ceil {
    static constexpr auto name = "ceil";
    static double of(double x) { return std::ceil(x); }
};
struct Floor {
    static constexpr auto name = "floor";
    static double of(double x) { return std::floor(x); }
};
struct SquareRoot {
    static constexpr auto name = "sqrt";
    static double of(double x) { return std::sqrt(x); }
};
struct Exponential {
    static constexpr auto name = "exp";
    static double of(double x) { return std::exp(x); }
};
struct Logarithm {
    static constexpr auto name = "log";
    static double of(double x) { return std::log(x); }
};
struct Logarithm10 {
    static constexpr auto name = "log10";
    static double of(double x) { return std::log10(x); }
};
struct Sine {
    static constexpr auto name = "sin";
    static double of(double x) { return std::sin(x); }
};
struct Cosine {
    static constexpr auto name = "cos";
    static double of(double x) { return std::cos(x); }
};
struct Tangent {
    static constexpr auto name = "tan";
    static double of(double x) { return std::tan(x); }
};
struct Cotangent {
    static constexpr auto name = "cot";
    static double of(double x) { return 1 / std::tan(x); }
};
struct ArcSine {
    static constexpr auto name = "asin";
    static double of(double x) { return std::asin(x); }
};
struct ArcCosine {
    static constexpr auto name = "acos";
    static double of(double x) { return std::acos(x); }
};
struct ArcTangent {
    static constexpr auto name = "atan";
    static double of(double x) { return std::atan(x); }
};
struct Degrees {
    static constexpr auto name = "degrees";
    static double of(double x) { return x * (180 / std::numbers::pi); }
};
struct Radians {
    static constexpr auto name = "radians";
    static double of(double x) { return x * (std::numbers::pi / 180); }
};
struct HalfVersine {
    static constexpr auto name = "haversin";
    static double of(double x) {
        const double half = std::sin(x / 2);
        return half * half;
    }
};

template <class Operation>
Result<Value> of_number(CallContext&, Arguments arguments) {
    CONFER_TRY(const double x, number_argument(Operation::name, arguments, 0));
    return Value(Operation::of(x));
}

template <class Operation>
// NOLINTNEXTLINE(performance-unnecessary-value-param): both are moved from below
FunctionSpec number_function(std::string doc, std::vector<ExampleSpec> examples) {
    return {.name = Operation::name,
            .doc = std::move(doc),
            .parameters = {{"number", ValueType::number()}},
            .returns = Kind::floating,
            .examples = std::move(examples),
            .call = of_number<Operation>};
}

// ---- the rest

Result<Value> absolute(CallContext&, Arguments arguments) {
    const Value& value = arguments[0];
    if (value.is(Kind::floating)) return Value(std::fabs(value.as_floating()));
    CONFER_TRY(const std::int64_t number, integer_argument("abs", arguments, 0));
    if (number == std::numeric_limits<std::int64_t>::min()) {
        return runtime_error(ErrorCode::integer_overflow,
                             "`abs(" + std::to_string(number) + ")` doesn't fit into a 64-bit integer");
    }
    return Value(number < 0 ? -number : number);
}

Result<Value> sign(CallContext&, Arguments arguments) {
    CONFER_TRY(const double number, number_argument("sign", arguments, 0));
    return Value(number > 0 ? 1 : number < 0 ? -1 : 0);
}

Result<Value> is_nan(CallContext&, Arguments arguments) {
    CONFER_TRY(const double number, number_argument("isNaN", arguments, 0));
    return Value(std::isnan(number));
}

// Halves go up. Adding 0.5 first would lift 0.49999999999999994 to 1.
double nearest(double number) {
    const double below = std::floor(number);
    return number - below >= 0.5 ? below + 1 : below;
}

Result<Value> round(CallContext&, Arguments arguments) {
    CONFER_TRY(const double number, number_argument("round", arguments, 0));
    if (arguments.size() < 2) return Value(nearest(number));
    CONFER_TRY(const std::size_t digits, count_argument("round", arguments, 1));
    // A double holds 17 digits at most: beyond that, or where the scaled number overflows, nothing is left
    // to round.
    const double scale = std::pow(10.0, static_cast<double>(digits));
    const double scaled = number * scale;
    constexpr double all_whole = 9007199254740992.0;  // 2^53
    if (!(std::fabs(scaled) < all_whole)) return Value(number);
    return Value(nearest(scaled) / scale);
}

Result<Value> random_number(CallContext&, Arguments) {
    thread_local std::mt19937_64 generator{std::random_device{}()};
    constexpr double step = 1.0 / 9007199254740992.0;  // 2^-53
    return Value(static_cast<double>(generator() >> 11U) * step);
}

Result<Value> euler(CallContext&, Arguments) {
    return Value(std::numbers::e);
}
Result<Value> pi(CallContext&, Arguments) {
    return Value(std::numbers::pi);
}

Result<Value> arc_tangent_2(CallContext&, Arguments arguments) {
    CONFER_TRY(const double y, number_argument("atan2", arguments, 0));
    CONFER_TRY(const double x, number_argument("atan2", arguments, 1));
    return Value(std::atan2(y, x));
}

}  // namespace

std::vector<FunctionSpec> math_functions() {
    const ParameterSpec number{"number", ValueType::number()};
    return {
        {.name = "abs",
         .doc = "The number without its sign; an integer stays one.",
         .parameters = {number},
         .returns = ValueType::number(),
         .examples = {{"abs(-3)", "3"}, {"abs(-0.5)", "0.5"}},
         .call = absolute},
        {.name = "sign",
         .doc = "-1, 0 or 1: whether a number is below, at or above zero.",
         .parameters = {number},
         .returns = Kind::integer,
         .examples = {{"sign(-2.5)", "-1"}, {"sign(0)", "0"}},
         .call = sign},
        {.name = "isNaN",
         .doc = "Whether a number is NaN, which is what 0.0 / 0.0 gives.",
         .parameters = {number},
         .returns = Kind::boolean,
         .examples = {{"isNaN(0.0 / 0.0)", "true"}, {"isNaN(1)", "false"}},
         .call = is_nan},
        {.name = "round",
         .doc = "The nearest whole number as a float, or with so many digits behind the point; halves go up.",
         .parameters = {number, {"digits", Kind::integer, true}},
         .returns = Kind::floating,
         .examples = {{"round(2.5)", "3.0"}, {"round(-2.5)", "-2.0"}, {"round(0.4567, 2)", "0.46"}},
         .call = round},
        {.name = "rand",
         .doc = "A random float from 0 (included) to 1 (excluded), another one for every row.",
         .returns = Kind::floating,
         .deterministic = false,
         .examples = {{"rand() < 1", "true"}},
         .call = random_number},
        {.name = "e",
         .doc = "The base of natural logarithms.",
         .returns = Kind::floating,
         .examples = {{"e()", "2.718281828459045"}},
         .call = euler},
        {.name = "pi",
         .doc = "The circumference of a circle of diameter 1.",
         .returns = Kind::floating,
         .examples = {{"pi()", "3.141592653589793"}},
         .call = pi},
        {.name = "atan2",
         .doc = "The angle, in radians, of the point (`x`, `y`).",
         .parameters = {{"y", ValueType::number()}, {"x", ValueType::number()}},
         .returns = Kind::floating,
         .examples = {{"atan2(0, 1)", "0.0"}},
         .call = arc_tangent_2},
        number_function<Ceil>("The smallest whole number that isn't below the number, as a float.",
                              {{"ceil(0.1)", "1.0"}}),
        number_function<Floor>("The largest whole number that isn't above the number, as a float.",
                               {{"floor(0.9)", "0.0"}}),
        number_function<SquareRoot>("The square root; NaN for negative numbers.", {{"sqrt(256)", "16.0"}}),
        number_function<Exponential>("`e()` to the power of the number.", {{"exp(0)", "1.0"}}),
        number_function<Logarithm>("The natural logarithm; NaN for negative numbers.", {{"log(1)", "0.0"}}),
        number_function<Logarithm10>("The logarithm to base 10.", {{"log10(1000)", "3.0"}}),
        number_function<Sine>("The sine of an angle in radians.", {{"sin(0)", "0.0"}}),
        number_function<Cosine>("The cosine of an angle in radians.", {{"cos(0)", "1.0"}}),
        number_function<Tangent>("The tangent of an angle in radians.", {{"tan(0)", "0.0"}}),
        number_function<Cotangent>("The cotangent of an angle in radians.", {{"cot(0)", "Infinity"}}),
        number_function<ArcSine>("The angle, in radians, whose sine is the number.", {{"asin(0)", "0.0"}}),
        number_function<ArcCosine>("The angle, in radians, whose cosine is the number.", {{"acos(1)", "0.0"}}),
        number_function<ArcTangent>("The angle, in radians, whose tangent is the number.", {{"atan(0)", "0.0"}}),
        number_function<Degrees>("An angle in radians, in degrees.", {{"degrees(pi())", "180.0"}}),
        number_function<Radians>("An angle in degrees, in radians.", {{"radians(180)", "3.141592653589793"}}),
        number_function<HalfVersine>("Half the versine of an angle in radians.", {{"haversin(0)", "0.0"}}),
    };
}

}  // namespace confer::engine::builtin
