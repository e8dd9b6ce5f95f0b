#pragma once
// loaded: plugins of the tests, loaded and called as the engine does it.
#include <string>
#include <vector>

#include "graph/graph_builder.h"
#include "plugin/plugin.h"
#include "support/sample_values.h"
#include "value/format.h"

namespace confer::test {

inline std::string fixture(const std::string& name) {
    return std::string(CONFER_PLUGIN_FIXTURES) + "/" + name + ".so";
}

inline engine::Result<std::unique_ptr<const engine::plugin::Plugin>> load(
    const std::string& path, const engine::FunctionRegistry& below = engine::builtin_functions()) {
    CONFER_TRY(engine::plugin::Library library, engine::plugin::Library::open(path));
    return engine::plugin::introduce(std::move(library), below);
}

// The message of the error that keeps `path` from being loaded; "loaded" if nothing does.
inline std::string refusal(const std::string& path) {
    const auto loaded = load(path);
    if (loaded) return "loaded";
    return loaded.error().code == engine::ErrorCode::plugin ? loaded.error().message : "not a plugin error";
}

// Node 0: an Approach and School, called Gestalt; node 1: a Technique. Relationship 0 joins them, since 1951.
inline const engine::PropertyGraph& two_nodes() {
    static const engine::GraphPtr graph = [] {
        engine::GraphBuilder builder;
        const engine::LabelId both[] = {*builder.label("Approach"), *builder.label("School")};
        const engine::LabelId technique = *builder.label("Technique");
        const engine::NodeId gestalt = builder.reference("gestalt"), chair = builder.reference("chair");
        builder.declare(gestalt, both);
        builder.declare(chair, std::span(&technique, 1));
        builder.set_node_property(gestalt, *builder.key("name"), text("Gestalt"));
        builder.set_edge_property(builder.add_edge(gestalt, *builder.type("USES"), chair), *builder.key("since"),
                                  Value(1951));
        return std::move(builder).finish();
    }();
    return *graph;
}

inline const engine::plugin::Plugin& probe_plugin() {
    static const auto plugin = load(fixture("probe")).value();
    return *plugin;
}

inline const engine::FunctionRegistry& probe() {
    return probe_plugin().functions;
}

inline engine::Result<Value> call(const engine::FunctionRegistry& functions, const std::string& name,
                                  const std::vector<Value>& arguments) {
    const engine::FunctionSpec* const spec = functions.find(name);
    if (spec == nullptr) return engine::Error{.message = "there is no " + name};
    engine::CallContext context{two_nodes(), spec->user};
    return spec->call(context, arguments);
}

// The rows of a procedure as literals, taken three at a time; or the error's code and message.
inline std::string rows(const std::string& name, const std::vector<Value>& arguments, engine::Limits limits = {},
                        const engine::plugin::Plugin& plugin = probe_plugin()) {
    const auto described = [](const engine::Error& error) {
        return std::string(info(error.code).name) + ": " + error.message;
    };
    for (const engine::ProcedurePtr& spec : plugin.procedures) {
        if (spec->name != name) continue;
        engine::RunLimits run(limits);
        engine::ProcedureContext context{two_nodes(), run, spec->user.get()};
        auto called = spec->call(context, arguments);
        if (!called) return described(called.error());
        std::string text;
        for (std::vector<engine::ValueList> columns(spec->outputs.size());;) {
            for (engine::ValueList& column : columns) column.clear();
            if (auto taken = called.value()->next(3, columns); !taken) return described(taken.error());
            if (columns.empty() || columns.front().empty()) return text;
            for (std::size_t row = 0; row < columns.front().size(); ++row) {
                for (const engine::ValueList& column : columns) text += engine::to_literal(column[row]) + " ";
            }
        }
    }
    return "there is no " + name;
}

// The answer as a literal, or the error's code and message.
inline std::string answer(const std::string& name, const std::vector<Value>& arguments = {}) {
    const engine::Result<Value> result = call(probe(), name, arguments);
    if (result) return engine::to_literal(result.value());
    return std::string(info(result.error().code).name) + ": " + result.error().message;
}

}  // namespace confer::test
