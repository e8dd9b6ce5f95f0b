#include "exec/row_set.h"

#include <algorithm>
#include <numeric>

#include "exec/ops/rows.h"

namespace confer::engine::exec {

std::size_t RowSet::count() const {
    return std::accumulate(batches.begin(), batches.end(), std::size_t{0},
                           [](std::size_t sum, const RowBatch& batch) { return sum + batch.row_count(); });
}

Layout RowSet::layout() const {
    Layout layout;
    for (std::size_t i = 0; i < variables.size(); ++i) layout.add(variables[i], kinds[i]);
    return layout;
}

Result<RowSet> collect(const ExecutableQuery& query, std::vector<typed::VarId> variables, RunContext& run) {
    RowSet rows{std::move(variables), query.kinds(), {}, 0};
    const auto take = [&](RowBatch& batch) -> Result<void> {
        RowBatch& kept = rows.batches.emplace_back();
        begin_rows(kept, rows.kinds);
        for (std::size_t i = 0; i < rows.kinds.size(); ++i) append_selected(batch.columns[i], batch, kept.columns[i]);
        kept.set_row_count(batch.selected_count());
        std::size_t bytes = 0;
        for (const Column& column : kept.columns) bytes += sizeof column + column.heap_bytes();
        rows.charged += bytes;
        return run.limits.charge(bytes);
    };
    CONFER_CHECK(query.run(run, take));
    return rows;
}

Value moved_value(const Value& value, const MovedElements& moved) {
    switch (value.kind()) {
        case Kind::node:
            return Value::node(moved.node(value.as_node()));
        case Kind::relationship:
            return Value::relationship(moved.edge(value.as_relationship()));
        case Kind::path: {
            PathValue path = value.as_path();
            for (NodeId& node : path.nodes) node = moved.node(node);
            for (EdgeId& edge : path.edges) edge = moved.edge(edge);
            return Value(std::move(path));
        }
        case Kind::list: {
            ValueList list;
            list.reserve(value.as_list().size());
            for (const Value& item : value.as_list()) list.push_back(moved_value(item, moved));
            return Value(std::move(list));
        }
        case Kind::map: {
            ValueMap map;
            map.reserve(value.as_map().size());
            for (const auto& [key, item] : value.as_map()) map.emplace_back(key, moved_value(item, moved));
            return Value(std::move(map));
        }
        default:
            return value;
    }
}

void move_elements(RowSet& rows, const MovedElements& moved) {
    if (moved.nodes.empty() && moved.edges.empty()) return;
    for (RowBatch& batch : rows.batches) {
        for (Column& column : batch.columns) {
            if (column.kind() == ColumnKind::node) {
                for (NodeId& node : column.ids()) node = moved.node(node);  // no_id is past all numbers
            } else if (column.kind() == ColumnKind::relationship) {
                for (EdgeId& edge : column.ids()) edge = moved.edge(edge);
            } else if (column.kind() == ColumnKind::value) {
                for (Value& value : column.values()) value = moved_value(value, moved);
            }
        }
    }
}

}  // namespace confer::engine::exec
