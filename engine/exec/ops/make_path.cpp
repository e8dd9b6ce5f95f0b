#include "exec/ops/make_path.h"

namespace confer::engine::exec {

namespace {

void step(const PropertyGraph& graph, EdgeId edge, PathValue& path) {
    const EdgeEnds ends = graph.ends(edge);
    path.edges.push_back(edge);
    path.nodes.push_back(ends.source == path.nodes.back() ? ends.target : ends.source);
}

Result<Value> make_path(const PropertyGraph& graph, const std::vector<std::uint32_t>& parts, const RowBatch& batch,
                        RowIndex row) {
    for (const std::uint32_t part : parts)
        if (batch.columns[part].is_null(row)) return Value();
    const Value first = batch.columns[parts.front()].get(row);
    if (!first.is(Kind::node)) {
        return operator_error(ErrorCode::invalid_argument_type, {},
                              std::string("a path can't begin with a ") + kind_name(first.kind()));
    }
    PathValue path;
    path.nodes.push_back(first.as_node());
    for (std::size_t i = 1; i < parts.size(); i += 2) {
        const Value part = batch.columns[parts[i]].get(row);
        if (part.is(Kind::relationship)) {
            step(graph, part.as_relationship(), path);
            continue;
        }
        for (const Value& edge : part.as_list()) step(graph, edge.as_relationship(), path);
    }
    return Value(std::move(path));
}

}  // namespace

Result<Step> MakePath::next(RunContext& run, State& state, RowBatch& out) const {
    CONFER_TRY(const Step step, input_->next(run, state, out));
    if (step == Step::done) return step;
    if (out.columns.size() < columns_) out.columns.resize(columns_);
    Column& paths = out.columns[columns_ - 1];
    paths.reset(ColumnKind::value, out.row_count());
    std::optional<Error> error;
    out.for_each_row([&](RowIndex row) {
        if (error) return;
        Result<Value> path = make_path(run.graph, parts_, out, row);
        if (path)
            paths.values()[row] = std::move(path).value();
        else
            error = std::move(path).error();
    });
    if (error) return *std::move(error);
    return step;
}

}  // namespace confer::engine::exec
