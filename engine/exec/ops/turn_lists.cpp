#include "exec/ops/turn_lists.h"

namespace confer::engine::exec {

namespace {

// The walk's nodes, one more than its relationships.
void nodes_along(const PropertyGraph& graph, NodeId start, std::span<const Value> edges, std::vector<NodeId>& nodes) {
    nodes.assign(1, start);
    for (const Value& edge : edges) {
        const EdgeEnds ends = graph.ends(edge.as_relationship());
        nodes.push_back(ends.source == nodes.back() ? ends.target : ends.source);
    }
}

}  // namespace

Result<Step> TurnLists::next(RunContext& run, State& state, RowBatch& out) const {
    CONFER_TRY(const Step step, input_->next(run, state, out));
    if (step == Step::done) return step;
    if (out.columns.size() < spec_.columns) out.columns.resize(spec_.columns);
    for (const List& list : spec_.lists) out.columns[list.column].reset(ColumnKind::value, out.row_count());
    std::vector<NodeId> nodes;
    out.for_each_row([&](RowIndex row) {
        const Value start = out.columns[spec_.from].get(row), edges = out.columns[spec_.relationships].get(row);
        if (start.is_null() || edges.is_null()) return;
        const std::span<const Value> walked = edges.as_list();
        nodes_along(run.graph, start.as_node(), walked, nodes);
        for (const List& list : spec_.lists) {
            ValueList values;
            values.reserve(walked.size() / spec_.steps);
            for (std::size_t turn = 0; turn < walked.size(); turn += spec_.steps)
                values.push_back(list.of_nodes ? Value::node(nodes[turn + list.position])
                                               : walked[turn + list.position]);
            out.columns[list.column].values()[row] = Value(std::move(values));
        }
    });
    return step;
}

}  // namespace confer::engine::exec
