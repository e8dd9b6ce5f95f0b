#include "exec/ops/walk_steps.h"

namespace confer::engine::exec {

Result<void> WalkSteps::append(RunContext& run, const std::vector<Leg>& legs, const WalkConditions& conditions,
                               const RowBatch& in, RowIndex row, NodeId node) {
    const std::size_t first = size();
    for (const Leg& leg : legs) {
        const Neighbours neighbours = run.graph.topology().adjacency(leg.type, leg.direction)[node];
        if (!leg.skip_loops) {
            edges.insert(edges.end(), neighbours.edges.begin(), neighbours.edges.end());
            nodes.insert(nodes.end(), neighbours.nodes.begin(), neighbours.nodes.end());
            continue;
        }
        for (std::size_t i = 0; i < neighbours.size(); ++i) {
            if (neighbours.nodes[i] == node) continue;
            edges.push_back(neighbours.edges[i]);
            nodes.push_back(neighbours.nodes[i]);
        }
    }
    if (conditions.conditions.empty() || size() == first) return {};
    return filter(run, conditions, in, row, first);
}

Result<void> WalkSteps::filter(RunContext& run, const WalkConditions& conditions, const RowBatch& in, RowIndex row,
                               std::size_t first) {
    const std::size_t count = size() - first;
    candidates_.select_all();
    candidates_.columns.resize(conditions.kinds.size());
    candidates_.set_row_count(count);
    for (const std::uint32_t column : conditions.read)
        candidates_.columns[column] = Column::constant(conditions.kinds[column], in.columns[column].get(row), count);
    Column& each = candidates_.columns[conditions.each];
    each.reset(ColumnKind::relationship, 0);
    each.ids().assign(edges.begin() + static_cast<std::ptrdiff_t>(first), edges.end());
    for (const EvaluatorPtr& condition : conditions.conditions) {
        CONFER_TRY(Selection selection, condition->select(run, candidates_));
        candidates_.select(std::move(selection));
    }
    std::size_t kept = first;
    candidates_.for_each_row([&](RowIndex i) {
        edges[kept] = edges[first + i];
        nodes[kept++] = nodes[first + i];
    });
    cut(kept);
    return {};
}

}  // namespace confer::engine::exec
