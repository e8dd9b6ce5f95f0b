#include "exec/ops/walk_steps.h"

namespace confer::engine::exec {

namespace {

void add_edges(const Value& value, std::vector<EdgeId>& out) {
    if (value.is(Kind::relationship)) out.push_back(value.as_relationship());
    if (value.is(Kind::list))
        for (const Value& item : value.as_list()) add_edges(item, out);
}

}  // namespace

void take_edges(const ExpandSpec& spec, const RowBatch& in, RowIndex row, std::vector<EdgeId>& taken) {
    taken.clear();
    for (const Slot& other : spec.distinct_from) add_edges(in.columns[other.column].get(row), taken);
}

Result<void> WalkSteps::append(RunContext& run, const WalkStep& step, const RowBatch& in, RowIndex row,
                               TurnSoFar turn) {
    const std::size_t first = size();
    const NodeId node = turn.nodes.back();
    for (const Leg& leg : step.legs) {
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
    if (step.conditions.empty() || size() == first) return {};
    return filter(run, step, in, row, turn, first);
}

Result<void> WalkSteps::filter(RunContext& run, const WalkStep& step, const RowBatch& in, RowIndex row, TurnSoFar turn,
                               std::size_t first) {
    const std::size_t count = size() - first;
    candidates_.select_all();
    candidates_.columns.resize(step.kinds.size());
    candidates_.set_row_count(count);
    for (const std::uint32_t column : step.read)
        candidates_.columns[column] = Column::constant(step.kinds[column], in.columns[column].get(row), count);
    for (const WalkStep::Past& past : step.past) {
        Value value =
            past.is_node ? Value::node(turn.nodes[past.position]) : Value::relationship(turn.edges[past.position]);
        candidates_.columns[past.column] = Column::constant(step.kinds[past.column], std::move(value), count);
    }
    const auto offer = [&](std::uint32_t column, const std::vector<std::uint32_t>& ids) {
        if (column == Layout::absent) return;
        candidates_.columns[column].reset(step.kinds[column], 0);
        candidates_.columns[column].ids().assign(ids.begin() + static_cast<std::ptrdiff_t>(first), ids.end());
    };
    offer(step.relationship, edges);
    offer(step.node, nodes);
    for (const EvaluatorPtr& condition : step.conditions) {
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
