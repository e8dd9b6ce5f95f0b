// Boost.Graph's algorithms over some labels and types of the graph. They run on views of the snapshot itself
// (graph/boost_graph.h).
//
// Source     Brin and Page, "The anatomy of a large-scale hypertextual web search engine", 1998; Brandes, "A faster
//            algorithm for betweenness centrality", 2001; both as Boost.Graph has them.
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/page_rank.hpp>

#include "graph/boost_graph.h"
#include "procedure/builtin_internal.h"
#include "procedure/named_ids_internal.h"

namespace confer::engine::builtin {

namespace {

// Nothing for null, which stands for all of them.
template <class Ids>
Result<std::optional<Ids>> unless_null(const Value& names, const PropertyGraph& graph,
                                       Result<Ids> (*ids_of)(const Value&, const PropertyGraph&)) {
    if (names.is_null()) return std::optional<Ids>();
    CONFER_TRY(Ids ids, ids_of(names, graph));
    return std::optional(std::move(ids));
}

Result<GraphView> view_of(const PropertyGraph& graph, const Value& labels, const Value& types) {
    GraphView::Selection selection;
    CONFER_TRY(selection.labels, unless_null(labels, graph, labels_named));
    CONFER_TRY(selection.types, unless_null(types, graph, types_named));
    return GraphView(graph, selection);
}

// Thrown through Boost's algorithms, which ask nobody whether to go on, and no further.
struct Stopped {
    Error error;
};

void go_on(const RunLimits& limits) {
    if (Result<void> checked = limits.check(); !checked) throw Stopped{std::move(checked).error()};
}

// A number for each node of a view.
template <class Number>
struct Numbers {
    Numbers(const GraphView& view_, const RunLimits& limits_)
        : view(view_), limits(limits_), values(view_.node_count()) {}
    const GraphView& view;
    const RunLimits& limits;
    std::vector<Number> values;
    unsigned writes = 0;
};

// The same as a property map, of which algorithms make copies. Every so many writes it asks whether to go on.
template <class Number>
class NodeNumbers {
public:
    using key_type = NodeId;
    using value_type = Number;
    using reference = Number;
    using category = boost::read_write_property_map_tag;

    explicit NodeNumbers(Numbers<Number>& numbers) : numbers_(&numbers) {}

    friend Number get(const NodeNumbers& map, NodeId node) {
        return map.numbers_->values[map.numbers_->view.index_of(node)];
    }
    friend void put(const NodeNumbers& map, NodeId node, Number number) {
        Numbers<Number>& numbers = *map.numbers_;
        if (++numbers.writes % 4096 == 0) go_on(numbers.limits);
        numbers.values[numbers.view.index_of(node)] = number;
    }

private:
    Numbers<Number>* numbers_;
};

// Each node of the view with its number.
template <class Number>
class NumberedNodes final : public ProcedureRows {
public:
    NumberedNodes(GraphView view, std::vector<Number> numbers) : view_(std::move(view)), numbers_(std::move(numbers)) {}

    Result<void> next(std::size_t most, std::span<ValueList> columns) override {
        const std::size_t end = std::min(numbers_.size(), given_ + most);
        for (; given_ < end; ++given_) {
            columns[0].push_back(Value::node(scope_of(view_).node(static_cast<NodeId>(given_))));
            columns[1].emplace_back(numbers_[given_]);
        }
        return {};
    }
    std::size_t heap_bytes() const override { return numbers_.capacity() * sizeof(Number); }

private:
    GraphView view_;
    std::vector<Number> numbers_;
    std::size_t given_ = 0;
};

// Gives every node of the view the number that `compute` writes into the map it is handed.
template <class Number, class Compute>
Result<ProcedureRowsPtr> number_nodes(const ProcedureContext& context, std::span<const Value> arguments,
                                      Compute compute) {
    CONFER_TRY(GraphView view, view_of(context.graph, arguments[0], arguments[1]));
    Numbers<Number> numbers(view, context.limits);
    try {
        compute(view, NodeNumbers<Number>(numbers));
    } catch (Stopped& stopped) {
        return std::move(stopped.error);
    }
    std::vector<Number> values = std::move(numbers.values);
    return ProcedureRowsPtr(std::make_unique<NumberedNodes<Number>>(std::move(view), std::move(values)));
}

Error out_of_range(std::string message, std::string hint) {
    return {.code = ErrorCode::number_out_of_range,
            .message = std::move(message),
            .hints = {std::move(hint)},
            .phase = Phase::runtime};
}

Result<ProcedureRowsPtr> pagerank(ProcedureContext& context, std::span<const Value> arguments) {
    const double damping = arguments[2].is_null() ? 0.85 : arguments[2].as_number();
    const std::int64_t iterations = arguments[3].is_null() ? 20 : arguments[3].as_integer();
    if (!(damping >= 0 && damping < 1)) return out_of_range("the damping lies from 0 to below 1", "0.85 is usual");
    if (iterations < 1) return out_of_range("there is at least one iteration", "20 are usual");
    return number_nodes<double>(context, arguments, [&](const GraphView& view, NodeNumbers<double> rank) {
        if (view.node_count() == 0) return;
        Numbers<double> next(view, context.limits);
        boost::graph::page_rank(view, rank, boost::graph::n_iterations(static_cast<std::size_t>(iterations)), damping,
                                view.node_count(), NodeNumbers<double>(next));
    });
}

Result<ProcedureRowsPtr> betweenness(ProcedureContext& context, std::span<const Value> arguments) {
    return number_nodes<double>(context, arguments, [](const GraphView& view, NodeNumbers<double> centrality) {
        boost::brandes_betweenness_centrality(view, centrality);
    });
}

Result<ProcedureRowsPtr> components(ProcedureContext& context, std::span<const Value> arguments) {
    return number_nodes<std::int64_t>(context, arguments,
                                      [](const GraphView& view, NodeNumbers<std::int64_t> component) {
                                          boost::connected_components(UndirectedView(view), component);
                                      });
}

std::vector<ProcedureInput> with_view(std::vector<ProcedureInput> more = {}) {
    std::vector<ProcedureInput> inputs{{"labels", ValueType::list_of(Kind::string), Value()},
                                       {"types", ValueType::list_of(Kind::string), Value()}};
    inputs.insert(inputs.end(), more.begin(), more.end());
    return inputs;
}

}  // namespace

std::vector<ProcedureSpec> algorithm_procedures() {
    return {
        {.name = "algo.pagerank",
         .doc = "How often a walker who follows relationships at random, and starts anew with the probability `1 - "
                "damping`, comes by each node, on a scale where 1 is what starting anew everywhere alone would give. "
                "Null stands for all labels or types.",
         .inputs = with_view({{"damping", ValueType::number(), Value(0.85)}, {"iterations", Kind::integer, Value(20)}}),
         .outputs = {{"node", Kind::node}, {"score", Kind::floating}},
         .call = pagerank},
        {.name = "algo.betweenness",
         .doc = "How many shortest paths between two other nodes lead through each node; of several equally short ones "
                "each counts for its share. Null stands for all labels or types.",
         .inputs = with_view(),
         .outputs = {{"node", Kind::node}, {"score", Kind::floating}},
         .call = betweenness},
        {.name = "algo.components",
         .doc = "Which nodes hang together, whichever way their relationships point: those of one component share its "
                "number, counted from 0. Null stands for all labels or types.",
         .inputs = with_view(),
         .outputs = {{"node", Kind::node}, {"component", Kind::integer}},
         .call = components},
    };
}

}  // namespace confer::engine::builtin
