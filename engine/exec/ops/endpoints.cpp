#include "exec/ops/endpoints.h"

#include <algorithm>

namespace confer::engine::exec {

namespace {

struct EndpointsState final : Operator::State {
    EndpointsState(const Operator& operator_, RunContext& run, const Frame* frame) : input(operator_, run, frame) {}

    Input input;
    std::span<const std::uint32_t> from, to;
    std::vector<std::uint32_t> from_scratch, to_scratch;
    std::vector<EdgeId> edges;
    std::vector<bool> marks;  // by relationship
    std::vector<RowIndex> rows;
    std::vector<NodeId> froms, tos;
};

// A long list is compared by marks on the relationships, as comparing each with each would be quadratic.
bool all_differ(EndpointsState& at) {
    constexpr std::size_t short_list = 64;
    if (at.edges.size() <= short_list) {
        for (auto edge = at.edges.begin(); edge != at.edges.end(); ++edge)
            if (std::find(at.edges.begin(), edge, *edge) != edge) return false;
        return true;
    }
    const std::size_t most = *std::max_element(at.edges.begin(), at.edges.end());
    if (at.marks.size() <= most) at.marks.resize(most + 1);
    std::size_t marked = 0;
    for (; marked < at.edges.size() && !at.marks[at.edges[marked]]; ++marked) at.marks[at.edges[marked]] = true;
    for (std::size_t i = 0; i < marked; ++i) at.marks[at.edges[i]] = false;
    return marked == at.edges.size();
}

// The relationships of the row; false when there is no match whatever the ends are.
Result<bool> read_edges(const Endpoints::Spec& spec, const PropertyGraph& graph, EndpointsState& at, RowIndex row) {
    const Value value = at.input.batch.columns[spec.relationship.column].get(row);
    at.edges.clear();
    if (value.is_null()) return false;
    bool fits = value.is(spec.is_list ? Kind::list : Kind::relationship);
    if (fits && !spec.is_list) at.edges.push_back(value.as_relationship());
    if (fits && spec.is_list) {
        for (const Value& item : value.as_list()) {
            if (item.is_null()) return false;
            fits = fits && item.is(Kind::relationship);
            if (fits) at.edges.push_back(item.as_relationship());
        }
    }
    if (!fits) {
        return operator_error(ErrorCode::invalid_argument_type, spec.relationship.span,
                              "`" + spec.relationship.name + "` holds something else than " +
                                  (spec.is_list ? "a List of Relationships" : "a Relationship"));
    }
    for (const EdgeId edge : at.edges) {
        if (graph.is_deleted_relationship(edge)) return false;
        if (!spec.types[graph.type_of(edge)]) return false;
    }
    if (!all_differ(at)) return false;
    return !spec.is_list || (at.edges.size() >= spec.least && at.edges.size() <= spec.most);
}

// Where the walk along the edges ends when it begins in `start`, or no_id.
NodeId walk(const Endpoints::Spec& spec, const PropertyGraph& graph, const std::vector<EdgeId>& edges, NodeId start) {
    NodeId node = start;
    for (const EdgeId edge : edges) {
        const EdgeEnds ends = graph.ends(edge);
        if (spec.outgoing && ends.source == node) {
            node = ends.target;
        } else if (spec.incoming && ends.target == node) {
            node = ends.source;
        } else {
            return no_id;
        }
    }
    return node;
}

void try_start(const Endpoints::Spec& spec, const PropertyGraph& graph, EndpointsState& at, RowIndex row,
               NodeId start) {
    if (spec.from.present() && at.from[row] != start) return;
    const NodeId end = walk(spec, graph, at.edges, start);
    if (end == no_id || (spec.to.present() && at.to[row] != end) || (spec.same_ends && start != end)) return;
    at.rows.push_back(row);
    at.froms.push_back(start);
    at.tos.push_back(end);
}

}  // namespace

StatePtr Endpoints::open(RunContext& run, const Frame* frame) const {
    return std::make_unique<EndpointsState>(*input_, run, frame);
}

void Endpoints::rewind(State& state) const {
    static_cast<EndpointsState&>(state).input.rewind();
}

Result<Step> Endpoints::next(RunContext& run, State& state, RowBatch& out) const {
    auto& at = static_cast<EndpointsState&>(state);
    begin_rows(out, spec_.kinds);
    at.rows.clear();
    at.froms.clear();
    at.tos.clear();
    while (at.rows.empty()) {
        CONFER_TRY(const bool more, at.input.pull(run));
        if (!more) return Step::done;
        const RowBatch& in = at.input.batch;
        if (spec_.from.present()) {
            CONFER_TRY(at.from, ids_of(in, spec_.from, Kind::node, at.from_scratch));
        }
        if (spec_.to.present()) {
            CONFER_TRY(at.to, ids_of(in, spec_.to, Kind::node, at.to_scratch));
        }
        for (; !at.input.at_end(); ++at.input.next) {
            const RowIndex row = at.input.row();
            CONFER_TRY(const bool fits, read_edges(spec_, run.graph, at, row));
            if (!fits) continue;
            if (at.edges.empty()) {  // of length zero: both ends are the same node, which has to be known
                if (spec_.from.present() && at.from[row] != no_id) try_start(spec_, run.graph, at, row, at.from[row]);
                if (!spec_.from.present() && spec_.to.present() && at.to[row] != no_id)
                    try_start(spec_, run.graph, at, row, at.to[row]);
                continue;
            }
            const EdgeEnds first = run.graph.ends(at.edges.front());
            if (spec_.outgoing) try_start(spec_, run.graph, at, row, first.source);
            if (spec_.incoming && !(spec_.outgoing && first.source == first.target))
                try_start(spec_, run.graph, at, row, first.target);
        }
    }
    carry_rows(at.input.batch, spec_.carried, at.rows, out);
    if (spec_.new_from != Layout::absent) out.columns[spec_.new_from].ids() = at.froms;
    if (spec_.new_to != Layout::absent) out.columns[spec_.new_to].ids() = at.tos;
    return Step::more;
}

}  // namespace confer::engine::exec
