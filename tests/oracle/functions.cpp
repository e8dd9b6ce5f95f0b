// What a call gives: aggregates written down again, what asks the graph answered from the oracle's own lists, and
// the engine's scalar functions, which have tests of their own.
#include <algorithm>
#include <cmath>

#include "function/registry.h"
#include "naive_internal.h"
#include "value/arithmetic.h"
#include "value/compare.h"

namespace confer::oracle {

using engine::Kind;
using engine::ValueList;
using engine::ValueMap;

namespace {

using Values = std::vector<Value>;

Value integer(std::size_t number) {
    return static_cast<std::int64_t>(number);
}

Value given(engine::Result<Value> result) {
    if (!result) throw Fails(result.error().message);
    return std::move(result).value();
}

Value sum(const Values& values) {
    Value total = 0;
    for (const Value& value : values) {
        if (!value.is_number()) throw Fails("not a number");
        total = given(engine::add(total, value));
    }
    return total;
}

double mean(const Values& values) {
    double total = 0;
    for (const Value& value : values) {
        if (!value.is_number()) throw Fails("not a number");
        total += value.as_number();
    }
    return total / static_cast<double>(values.size());
}

Value deviation(const Values& values, bool of_sample) {
    const std::size_t divisor = of_sample ? values.size() - 1 : values.size();
    if (values.empty() || divisor == 0) return 0.0;
    const double middle = mean(values);
    double squares = 0;
    for (const Value& value : values) squares += (value.as_number() - middle) * (value.as_number() - middle);
    return std::sqrt(squares / static_cast<double>(divisor));
}

Value extreme(const Values& values, int sign) {
    Value best;
    for (const Value& value : values) {
        if (best.is_null() || engine::order(value, best) * sign > 0) best = value;
    }
    return best;
}

Values distinct(const Values& values) {
    Values once;
    for (const Value& value : values) {
        const auto same = [&](const Value& other) { return engine::order(other, value) == 0; };
        if (std::none_of(once.begin(), once.end(), same)) once.push_back(value);
    }
    return once;
}

bool is_called(const ast::FunctionCall& call, const char* name) {
    return call.name.text == name;  // as the generator spells it
}

}  // namespace

bool is_aggregate(const std::string& function) {
    return engine::builtin_functions().find_aggregate(function) != nullptr;
}

Value Naive::aggregate(const ast::FunctionCall& call, const Group& group) {
    Values values;
    for (const Row* row : group) {
        Value value = evaluate(*call.arguments.front(), *row);
        if (!value.is_null()) values.push_back(std::move(value));
    }
    if (call.distinct) values = distinct(values);
    if (is_called(call, "count")) return integer(values.size());
    if (is_called(call, "sum")) return sum(values);
    if (is_called(call, "min") || is_called(call, "max")) {
        for (const Value& value : values) check_order(value);
        return extreme(values, is_called(call, "min") ? -1 : 1);
    }
    if (is_called(call, "collect")) return Value(ValueList(values.begin(), values.end()));
    if (is_called(call, "avg")) return values.empty() ? Value() : Value(mean(values));
    if (is_called(call, "stDev")) return deviation(values, true);
    if (is_called(call, "stDevP")) return deviation(values, false);
    throw Unsupported{};
}

Value Naive::call(const ast::FunctionCall& call, const Row& row, const Group* group) {
    if (is_aggregate(call.name.text)) {
        if (group == nullptr) throw Fails("an aggregate outside of WITH and RETURN");
        return aggregate(call, *group);
    }
    if (is_called(call, "coalesce")) {
        Value value;
        for (std::size_t i = 0; value.is_null() && i < call.arguments.size(); ++i)
            value = evaluate(*call.arguments[i], row, group);
        return value;
    }
    Values arguments;
    for (const ast::ExprPtr& argument : call.arguments) arguments.push_back(evaluate(*argument, row, group));
    const Value first = arguments.empty() ? Value() : arguments.front();
    if (is_called(call, "labels") && first.is(Kind::node)) {
        if (is_deleted(world_, first)) throw FailsOnDeleted{};
        if (writes_) throw Unsupported{};  // in which order?
        ValueList names;
        for (const std::string& label : world_.nodes[first.as_node()].labels) names.emplace_back(label);
        return Value(std::move(names));
    }
    if (first.is(Kind::relationship)) {
        const World::Edge& edge = world_.edges[first.as_relationship()];
        if (is_called(call, "type")) return Value(std::string_view(edge.type));
        if (is_called(call, "startNode")) return Value::node(edge.from);
        if (is_called(call, "endNode")) return Value::node(edge.to);
    }
    const bool properties = is_called(call, "properties"), keys = is_called(call, "keys");
    if ((properties || keys) && (first.is(Kind::node) || first.is(Kind::relationship))) {
        const Properties& all = properties_of(first);
        if (properties) return Value(ValueMap(all.begin(), all.end()));
        ValueList names;
        for (const auto& [key, value] : all) names.emplace_back(key);
        return Value(std::move(names));
    }
    if (writes_ && is_called(call, "id")) throw Unsupported{};
    const engine::FunctionSpec* const spec = engine::builtin_functions().find(call.name.text);
    if (spec == nullptr) throw Fails("no such function");
    const bool any_null =
        std::any_of(arguments.begin(), arguments.end(), [](const Value& value) { return value.is_null(); });
    if (any_null && spec->nulls == engine::NullRule::null_in_null_out) return {};
    engine::CallContext context{*world_.graph, spec->user};
    return given(spec->call(context, arguments));
}

}  // namespace confer::oracle
