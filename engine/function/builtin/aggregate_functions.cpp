// Aggregates skip nulls. Sums are RunningSums; deviations follow Welford's recurrence (Technometrics 4(3), 1962).
// Tested by suites/functions/aggregate_test.cpp.
#include <algorithm>
#include <cmath>
#include <optional>

#include "function/builtin/argument_internal.h"
#include "function/builtin/builtin_internal.h"
#include "function/running_sum.h"
#include "value/compare.h"
#include "value/format.h"
#include "value/value_array.h"

namespace confer::engine::builtin {

namespace {

template <class Kind>
std::unique_ptr<Accumulator> make() {
    return std::make_unique<Kind>();
}

class Count final : public Accumulator {
public:
    Result<void> add(Arguments arguments) override {
        if (arguments.empty() || !arguments[0].is_null()) ++count_;  // count(*) has no argument
        return {};
    }
    Result<Value> finish() override { return Value(count_); }

private:
    std::int64_t count_ = 0;
};

class Sum : public Accumulator {
public:
    Result<void> add(Arguments arguments) override { return add_to("sum", arguments); }
    Result<Value> finish() override { return sum_.total(); }

protected:
    Result<void> add_to(std::string_view function, Arguments arguments) {
        const Value& value = arguments[0];
        if (value.is_null()) return {};
        if (!value.is_number()) return wrong_argument(function, arguments, 0, "numbers");
        value.is(Kind::integer) ? sum_.add(value.as_integer()) : sum_.add(value.as_floating());
        return {};
    }
    const RunningSum& sum() const { return sum_; }

private:
    RunningSum sum_;
};

class Average final : public Sum {
public:
    Result<void> add(Arguments arguments) override { return add_to("avg", arguments); }
    Result<Value> finish() override { return sum().mean(); }
};

// The first of all values in the total order (sign -1), or the last (sign 1).
template <int sign>
class Extreme final : public Accumulator {
public:
    Result<void> add(Arguments arguments) override {
        const Value& value = arguments[0];
        if (value.is_null()) return {};
        if (best_.is_null() || order(value, best_) == sign) best_ = value;
        return {};
    }
    Result<Value> finish() override { return std::move(best_); }
    std::size_t heap_bytes() const override { return best_.heap_bytes(); }

private:
    Value best_;
};

class Collect final : public Accumulator {
public:
    Result<void> add(Arguments arguments) override {
        const Value& value = arguments[0];
        if (value.is_null()) return {};
        if (value.depth() >= Value::max_depth) {
            return runtime_error(ErrorCode::nesting_too_deep,
                                 "a list can't be nested deeper than " + std::to_string(Value::max_depth) + " levels");
        }
        part_bytes_ += value.heap_bytes();
        values_.push_back(value);
        return {};
    }
    Result<Value> finish() override { return Value(std::move(values_)); }
    std::size_t heap_bytes() const override { return values_.capacity() * sizeof(Value) + part_bytes_; }

private:
    ValueList values_;
    std::size_t part_bytes_ = 0;
};

class Deviation : public Accumulator {
public:
    Result<Value> finish() override {
        const std::int64_t freedom = count_ - lost_freedom();
        return Value(count_ < 2 ? 0.0 : std::sqrt(squares_ / static_cast<double>(freedom)));
    }

protected:
    virtual std::int64_t lost_freedom() const = 0;
    Result<void> add_to(std::string_view function, Arguments arguments) {
        if (arguments[0].is_null()) return {};
        CONFER_TRY(const double number, number_argument(function, arguments, 0));
        ++count_;
        const double before = number - mean_;
        mean_ += before / static_cast<double>(count_);
        squares_ += before * (number - mean_);
        return {};
    }

private:
    std::int64_t count_ = 0;
    double mean_ = 0, squares_ = 0;
};

class SampleDeviation final : public Deviation {
public:
    Result<void> add(Arguments arguments) override { return add_to("stDev", arguments); }

protected:
    std::int64_t lost_freedom() const override { return 1; }
};

class PopulationDeviation final : public Deviation {
public:
    Result<void> add(Arguments arguments) override { return add_to("stDevP", arguments); }

protected:
    std::int64_t lost_freedom() const override { return 0; }
};

// Keeps all values; the percentile is the first row's.
class Percentile : public Accumulator {
public:
    std::size_t heap_bytes() const override { return values_.heap_bytes(); }

protected:
    Result<void> add_to(std::string_view function, Arguments arguments) {
        CONFER_TRY(const double percentile, number_argument(function, arguments, 1));
        if (!(percentile >= 0 && percentile <= 1)) {
            return runtime_error(ErrorCode::number_out_of_range,
                                 "`" + std::string(function) + "` takes a percentile from 0 to 1, not `" +
                                     format_float(percentile) + "`",
                                 {"write 0.95 for the 95th percentile"});
        }
        if (!percentile_) percentile_ = percentile;
        if (arguments[0].is_null()) return {};
        if (!arguments[0].is_number()) return wrong_argument(function, arguments, 0, "numbers");
        values_.push_back(arguments[0]);
        return {};
    }
    double percentile() const { return percentile_.value_or(0); }
    std::size_t size() const { return values_.size(); }
    // The value that would stand there if they were in order. REQUIRES: place < size()
    const Value& at(std::size_t place) {
        const auto before = [](const Value& a, const Value& b) { return order(a, b) < 0; };
        std::nth_element(values_.begin(), values_.begin() + place, values_.end(), before);
        return values_[place];
    }

private:
    std::optional<double> percentile_;
    ValueArray values_;
};

// Between the two nearest values, linearly.
class ContinuousPercentile final : public Percentile {
public:
    Result<void> add(Arguments arguments) override { return add_to("percentileCont", arguments); }
    Result<Value> finish() override {
        if (size() == 0) return Value();
        const double place = percentile() * static_cast<double>(size() - 1);
        const auto below = static_cast<std::size_t>(place);
        const double first = at(below).as_number(), share = place - std::floor(place);
        if (share == 0) return Value(first);
        return Value(first + share * (at(below + 1).as_number() - first));
    }
};

// The nearest value that is there.
class DiscretePercentile final : public Percentile {
public:
    Result<void> add(Arguments arguments) override { return add_to("percentileDisc", arguments); }
    Result<Value> finish() override {
        if (size() == 0) return Value();
        const double place = std::ceil(percentile() * static_cast<double>(size()));
        return at(place < 1 ? 0 : std::min(static_cast<std::size_t>(place), size()) - 1);
    }
};

}  // namespace

std::vector<AggregateSpec> aggregate_functions() {
    using Fast = AggregateSpec::Fast;
    const ParameterSpec number{"number", ValueType::number()}, value{"value", ValueType::any()},
        percentile{"percentile", ValueType::number()};
    return {
        {.name = "count",
         .doc = "How many values aren't null; `count(*)` counts rows.",
         .parameters = {value},
         .returns = Kind::integer,
         .examples = {{"UNWIND [1, null, 3] AS x RETURN count(x)", "2"},
                      {"UNWIND [1, null] AS x RETURN count(*)", "2"}},
         .fast = Fast::count,
         .make = make<Count>},
        {.name = "sum",
         .doc = "The sum of the numbers: an integer when all are integers; 0 when there are none.",
         .parameters = {number},
         .returns = ValueType::number(),
         .examples = {{"UNWIND [1, 2] AS x RETURN sum(x)", "3"}, {"UNWIND [1, 0.5] AS x RETURN sum(x)", "1.5"}},
         .fast = Fast::sum,
         .make = make<Sum>},
        {.name = "avg",
         .doc = "The mean of the numbers, always a float; null when there are none.",
         .parameters = {number},
         .returns = Kind::floating,
         .examples = {{"UNWIND [1, 2] AS x RETURN avg(x)", "1.5"}},
         .fast = Fast::avg,
         .make = make<Average>},
        {.name = "min",
         .doc = "The first value in the order of ORDER BY; null when there are none.",
         .parameters = {value},
         .examples = {{"UNWIND [3, 1, 2] AS x RETURN min(x)", "1"}, {"UNWIND [1, 'one'] AS x RETURN min(x)", "'one'"}},
         .fast = Fast::min,
         .make = make<Extreme<-1>>},
        {.name = "max",
         .doc = "The last value in the order of ORDER BY; null when there are none.",
         .parameters = {value},
         .examples = {{"UNWIND [3, 1, 2] AS x RETURN max(x)", "3"}},
         .fast = Fast::max,
         .make = make<Extreme<1>>},
        {.name = "collect",
         .doc = "A list of the values that aren't null, in the order in which they come.",
         .parameters = {value},
         .returns = Kind::list,
         .examples = {{"UNWIND [1, null, 3] AS x RETURN collect(x)", "[1, 3]"}},
         .fast = Fast::collect,
         .make = make<Collect>},
        {.name = "stDev",
         .doc = "The standard deviation of a sample; 0.0 for fewer than two numbers.",
         .parameters = {number},
         .returns = Kind::floating,
         .examples = {{"UNWIND [1, 2, 3] AS x RETURN stDev(x)", "1.0"}},
         .make = make<SampleDeviation>},
        {.name = "stDevP",
         .doc = "The standard deviation of a whole population; 0.0 for fewer than two numbers.",
         .parameters = {number},
         .returns = Kind::floating,
         .examples = {{"UNWIND [1, 3] AS x RETURN stDevP(x)", "1.0"}},
         .make = make<PopulationDeviation>},
        {.name = "percentileCont",
         .doc = "The number below which the given share of the numbers lies, between two of them if need be.",
         .parameters = {number, percentile},
         .returns = Kind::floating,
         .examples = {{"UNWIND [1, 2, 4, 5] AS x RETURN percentileCont(x, 0.5)", "3.0"}},
         .make = make<ContinuousPercentile>},
        {.name = "percentileDisc",
         .doc = "The nearest of the numbers below which the given share of them lies.",
         .parameters = {number, percentile},
         .returns = ValueType::number(),
         .examples = {{"UNWIND [1, 2, 4, 5] AS x RETURN percentileDisc(x, 0.5)", "2"}},
         .make = make<DiscretePercentile>},
    };
}

}  // namespace confer::engine::builtin
