#pragma once
// call: functions and aggregates by name, as an engine calls them, with their answers as text.
#include <string>
#include <vector>

#include "function/registry.h"
#include "graph/graph_builder.h"
#include "support/sample_values.h"
#include "value/format.h"

namespace confer::test {

// gestalt -USES-> chair, with properties; node 0 has two labels, node 2 none.
inline engine::GraphPtr make_small_graph() {
    engine::GraphBuilder builder;
    const engine::LabelId approach = *builder.label("Approach"), school = *builder.label("School"),
                          technique = *builder.label("Technique");
    const engine::TypeId uses = *builder.type("USES");
    const engine::KeyId name = *builder.key("name"), year = *builder.key("year"), since = *builder.key("since");
    const engine::NodeId gestalt = builder.reference("gestalt"), chair = builder.reference("chair");
    const engine::LabelId both[] = {approach, school};
    builder.declare(gestalt, both);
    builder.declare(chair, std::span(&technique, 1));
    builder.add_anonymous_node({});
    builder.set_node_property(gestalt, name, text("Gestalt therapy"));
    builder.set_node_property(gestalt, year, Value(1951));
    builder.set_edge_property(builder.add_edge(gestalt, uses, chair), since, Value(1951));
    return std::move(builder).finish();
}

// Lives as long as the tests: answers borrow texts from it.
inline const engine::PropertyGraph& small_graph() {
    static const engine::GraphPtr graph = make_small_graph();
    return *graph;
}

inline engine::Result<Value> call(std::string_view name, const std::vector<Value>& arguments) {
    const engine::FunctionSpec* const function = engine::builtin_functions().find(name);
    if (function == nullptr) return engine::Error{.code = engine::ErrorCode::unknown_function, .message = {}};
    if (function->nulls == engine::NullRule::null_in_null_out) {
        for (const Value& argument : arguments) {
            if (argument.is_null()) return Value();
        }
    }
    engine::CallContext context{small_graph()};
    return function->call(context, arguments);
}

// The answer as a literal, or the error's code.
inline std::string shown(const engine::Result<Value>& result) {
    return result ? engine::to_literal(result.value()) : std::string(info(result.error().code).name);
}

inline std::string answer(std::string_view name, const std::vector<Value>& arguments) {
    return shown(call(name, arguments));
}

// An aggregate over rows of one argument, and of two (the second the same in each row).
inline engine::Result<Value> aggregate(std::string_view name, const std::vector<Value>& values,
                                       const std::vector<Value>& rest = {}) {
    const auto accumulator = engine::builtin_functions().find_aggregate(name)->make();
    for (const Value& value : values) {
        std::vector<Value> row{value};
        row.insert(row.end(), rest.begin(), rest.end());
        CONFER_CHECK(accumulator->add(row));
    }
    return accumulator->finish();
}

}  // namespace confer::test
