#pragma once
// run_text: a statement's text against a graph, through every stage from parsing to execution, and its rows as text.
//
// Shapes     a row is its values in the language's notation, joined by " | "; a node is (id) or (:Label), a
// relationship
//            [:TYPE], a path (a)-[:TYPE]->(b). A statement that fails is one row: "error: the code: the text at its
//            span".
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "exec/query.h"
#include "function/registry.h"
#include "load/read_graph.h"
#include "plan/build.h"
#include "semantics/analyse.h"
#include "support/loaded.h"
#include "syntax/parse.h"
#include "value/format.h"

namespace confer::test {

using namespace confer::engine;

using Rows = std::vector<std::string>;

// A graph from its JSON. A graph that does not load ends the test program, which says why.
inline GraphPtr graph_of(const std::string& json) {
    Result<GraphPtr> graph = load_text(json);
    if (!graph) throw std::runtime_error(problems_of(graph) + graph.error().message);
    return std::move(graph).value();
}

struct RunText {
    exec::Parameters parameters = {};
    Limits limits = {};
    const CancelToken* cancel = nullptr;
    plan::Rules rules = {};
};

class ValueText {
public:
    explicit ValueText(const PropertyGraph& graph) : graph_(graph) {}

    std::string of(const Value& value) const {
        switch (value.kind()) {
            case Kind::node:
                return node(value.as_node());
            case Kind::relationship:
                return "[:" + graph_.types().name(graph_.type_of(value.as_relationship())) + "]";
            case Kind::path:
                return path(value.as_path());
            case Kind::list: {
                std::string items;
                for (const Value& item : value.as_list()) items += (items.empty() ? "" : ", ") + of(item);
                return "[" + items + "]";
            }
            case Kind::map: {
                std::string entries;
                for (const auto& [key, item] : value.as_map())
                    entries += (entries.empty() ? "" : ", ") + key + ": " + of(item);
                return "{" + entries + "}";
            }
            default:
                return to_literal(value);
        }
    }

private:
    std::string node(NodeId node) const {
        const auto key = graph_.keys().find("id");
        const Value id = key ? graph_.property(node, *key) : Value();
        if (id.is(Kind::string)) return "(" + std::string(id.as_string()) + ")";
        std::string labels;
        for (const LabelId label : graph_.labels_of(node)) labels += ":" + graph_.labels().name(label);
        return "(" + labels + ")";
    }
    std::string path(const PathValue& path) const {
        std::string text = node(path.nodes.front());
        for (std::size_t i = 0; i < path.edges.size(); ++i) {
            const std::string edge = of(Value::relationship(path.edges[i]));
            const bool forward = graph_.ends(path.edges[i]).source == path.nodes[i];
            text += (forward ? "-" + edge + "->" : "<-" + edge + "-") + node(path.nodes[i + 1]);
        }
        return text;
    }

    const PropertyGraph& graph_;
};

inline Result<plan::Plan> plan_of(const PropertyGraph& graph, std::string_view text, plan::Rules rules = {}) {
    CONFER_TRY(const ast::Statement statement, syntax::parse(text));
    const semantics::AnalyseContext context{graph.schema(), builtin_functions()};
    CONFER_TRY(typed::Query query, semantics::analyse(std::get<ast::Query>(statement.body), context));
    return plan::build(std::move(query), graph, rules);
}

inline Result<Rows> try_rows(const PropertyGraph& graph, std::string_view text, const RunText& with = {}) {
    CONFER_TRY(const plan::Plan plan, plan_of(graph, text, with.rules));
    CONFER_TRY(const auto query, exec::lower(plan, graph));
    RunLimits limits(with.limits, with.cancel);
    exec::RunContext run{graph, with.parameters, limits};
    const ValueText values(graph);
    Rows rows;
    CONFER_CHECK(query->run(run, [&](exec::RowBatch& batch) -> Result<void> {
        batch.for_each_row([&](exec::RowIndex row) {
            std::string line;
            for (std::size_t i = 0; i < batch.columns.size(); ++i)
                line += (i == 0 ? "" : " | ") + values.of(batch.columns[i].get(row));
            rows.push_back(std::move(line));
        });
        return {};
    }));
    return rows;
}

inline std::string failure(const Error& error, std::string_view text) {
    std::string line = "error: " + std::string(info(error.code).name);
    if (error.span) line += ": " + std::string(text.substr(error.span->begin, error.span->end - error.span->begin));
    return line;
}

// In the order in which they come.
inline Rows ordered_rows(const GraphPtr& graph, std::string_view text, const RunText& with = {}) {
    Result<Rows> rows = try_rows(*graph, text, with);
    return rows ? std::move(rows).value() : Rows{failure(rows.error(), text)};
}

// Sorted as text, for statements that promise no order.
inline Rows rows(const GraphPtr& graph, std::string_view text, const RunText& with = {}) {
    Rows all = ordered_rows(graph, text, with);
    std::sort(all.begin(), all.end());
    return all;
}

inline std::string explained(const GraphPtr& graph, std::string_view text) {
    const Result<plan::Plan> plan = plan_of(*graph, text);
    return plan ? plan::explain(plan.value()) : failure(plan.error(), text);
}

}  // namespace confer::test
