#include "exec/ops/id_seek.h"

#include <algorithm>

#include "value/compare.h"

namespace confer::engine::exec {

namespace {

struct SeekState final : Operator::State {
    SeekState(const Operator& operator_, RunContext& run, const Frame* frame) : input(operator_, run, frame) {}

    Input input;
    Column scratch;
    const Column* sought = nullptr;
    bool row_open = false;
    std::vector<NodeId> found;  // of the row that is read now
    std::size_t given = 0;
    std::vector<RowIndex> rows;
    std::vector<NodeId> nodes;
};

void find_nodes(const PropertyGraph& graph, const Value& id, std::vector<NodeId>& found) {
    if (id.is_null()) return;
    if (id.is(Kind::string) && !graph.ids_repeat()) {
        if (const auto node = graph.find(id.as_string())) found.push_back(*node);
        return;
    }
    const auto key = graph.keys().find("id");
    const PropertyColumn* column = key ? graph.node_column(*key) : nullptr;
    if (column == nullptr) return;
    for (std::size_t node = 0; node < column->size(); ++node)
        if (column->has(node) && equals(column->get(node), id) == true) found.push_back(static_cast<NodeId>(node));
}

}  // namespace

StatePtr IdSeek::open(RunContext& run, const Frame* frame) const {
    return std::make_unique<SeekState>(*input_, run, frame);
}

void IdSeek::rewind(State& state) const {
    auto& at = static_cast<SeekState&>(state);
    at.input.rewind();
    at.row_open = false;
}

Result<Step> IdSeek::next(RunContext& run, State& state, RowBatch& out) const {
    auto& at = static_cast<SeekState&>(state);
    begin_rows(out, spec_.kinds);
    at.rows.clear();
    at.nodes.clear();
    while (at.rows.empty()) {
        if (at.input.at_end()) {
            CONFER_TRY(const bool more, at.input.pull(run));
            if (!more) return Step::done;
            CONFER_TRY(at.sought, spec_.id->view(run, at.input.batch, at.scratch));
        }
        while (!at.input.at_end() && at.rows.size() < batch_rows) {
            const RowIndex row = at.input.row();
            if (!at.row_open) {
                at.found.clear();
                at.given = 0;
                const Value value = at.sought->get(row);
                if (!spec_.any_of) {
                    find_nodes(run.graph, value, at.found);
                } else if (value.is(Kind::list)) {
                    for (const Value& id : value.as_list()) find_nodes(run.graph, id, at.found);
                    std::sort(at.found.begin(), at.found.end());
                    at.found.erase(std::unique(at.found.begin(), at.found.end()), at.found.end());
                } else if (!value.is_null()) {
                    return operator_error(
                        ErrorCode::invalid_argument_type, spec_.span,
                        std::string("`IN` takes a List on its right side, not a ") + kind_name(value.kind()));
                }
                at.row_open = true;
            }
            const std::size_t take = std::min(at.found.size() - at.given, batch_rows - at.rows.size());
            at.rows.insert(at.rows.end(), take, row);
            for (std::size_t i = 0; i < take; ++i) at.nodes.push_back(at.found[at.given++]);
            if (at.given == at.found.size()) {
                at.row_open = false;
                ++at.input.next;
            }
        }
    }
    carry_rows(at.input.batch, spec_.carried, at.rows, out);
    if (spec_.node != Layout::absent) out.columns[spec_.node].ids() = at.nodes;
    return Step::more;
}

}  // namespace confer::engine::exec
