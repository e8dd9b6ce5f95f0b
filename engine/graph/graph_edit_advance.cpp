// How a GraphEdit becomes a snapshot: what is there gets numbers without gaps, in the order it had, and what was
// deleted the numbers past them, since rows may still hold it.
#include <algorithm>
#include <numeric>

#include "graph/graph_edit.h"

namespace confer::engine {

namespace {

// New numbers for `count` elements of which those that are `gone` go to the end; empty when none moves.
std::vector<std::uint32_t> close_gaps(std::size_t count, const std::vector<bool>& gone) {
    const auto is_gone = [&](std::size_t i) { return i < gone.size() && gone[i]; };
    std::vector<std::uint32_t> to(count);
    std::uint32_t next = 0;
    bool moves = false;
    for (std::size_t i = 0; i < count; ++i) {
        moves = moves || (!is_gone(i) && next != i);
        if (!is_gone(i)) to[i] = next++;
    }
    if (!moves) return {};
    for (std::size_t i = 0; i < count; ++i) {
        if (is_gone(i)) to[i] = next++;
    }
    return to;
}

// Numbers for the outside world, by new id. `to`: where the elements go; empty when they stay.
std::vector<std::uint32_t> move_numbers(const std::vector<std::uint32_t>& numbers, std::size_t count,
                                        const std::vector<std::uint32_t>& to) {
    std::vector<std::uint32_t> moved(count);
    for (std::uint32_t i = 0; i < count; ++i) moved[to.empty() ? i : to[i]] = i < numbers.size() ? numbers[i] : i;
    return moved;
}

bool is_identity(const std::vector<std::uint32_t>& numbers) {
    for (std::uint32_t i = 0; i < numbers.size(); ++i) {
        if (numbers[i] != i) return false;
    }
    return true;
}

}  // namespace

GraphPtr GraphEdit::advance(MovedElements& moved) {
    moved = {};
    if (!changed_) return base_;
    for (const EdgeId edge : dangling_) {  // no snapshot has relationships to nowhere
        auto& deleted = work_->unfinished_->deleted_edges;
        if (edge >= deleted.size()) deleted.resize(edge + std::size_t{1}, false);
        deleted[edge] = true;
    }
    move_nodes(moved);
    move_relationships(moved);
    settle_labels(!moved.nodes.empty());
    remember_deleted(moved);
    if (ids_touched_) work_->index_ids();
    if (names_touched_) work_->forget_names();

    std::set<EdgeId> dangling;
    for (const EdgeId edge : dangling_) dangling.insert(moved.edge(edge));
    dangling_ = std::move(dangling);
    for (NodeId& node : touched_nodes_) node = moved.node(node);
    for (EdgeId& edge : touched_edges_) edge = moved.edge(edge);
    begin(GraphPtr(std::move(work_)));
    return base_;
}

// The columns and label sets of nodes in their new order, and nothing of those deleted.
void GraphEdit::move_nodes(MovedElements& moved) {
    const std::vector<bool>& deleted = work_->unfinished_->deleted_nodes;
    present_ = node_limit_ - static_cast<NodeId>(std::count(deleted.begin(), deleted.end(), true));
    if (present_ == node_limit_) return;
    moved.nodes = close_gaps(node_limit_, deleted);
    ids_touched_ = names_touched_ = true;
    if (work_->next_node_number_ == 0) work_->next_node_number_ = node_limit_;
    work_->node_numbers_.replace(move_numbers(*work_->node_numbers_, node_limit_, moved.nodes));

    std::vector<std::uint32_t> from(node_limit_), sets(node_limit_);
    for (NodeId node = 0; node < node_limit_; ++node) from[moved.node(node)] = node;
    for (NodeId node = 0; node < node_limit_; ++node) sets[node] = (*work_->label_set_)[from[node]];
    work_->label_set_.replace(std::move(sets));
    for (auto& column : work_->node_columns_) {
        if (column != nullptr)
            column = std::make_shared<PropertyColumn>(column->reordered(std::span(from).first(present_)));
    }
}

void GraphEdit::move_relationships(MovedElements& moved) {
    const PropertyGraph::Unfinished& changes = *work_->unfinished_;
    const Topology& before = base_->topology();
    const auto type_count = std::max(work_->types_.size(), before.type_count());
    std::vector<std::uint32_t> order;
    std::vector<bool> touched;
    if (moved.nodes.empty()) {
        work_->topology_ = std::make_shared<const Topology>(
            before, node_limit_, type_count, Topology::Change{changes.deleted_edges, changes.ends, changes.types},
            order, touched);
        if (order.empty() && touched.empty()) return;
    } else {  // the ends have new numbers, so all is built anew
        touched.assign(type_count, false);
        std::vector<EdgeId> handles;
        std::vector<EdgeEnds> ends;
        std::vector<TypeId> types;
        for (EdgeId edge = 0; edge < edge_limit_; ++edge) {
            const TypeId type = work_->type_of(edge);
            const bool gone = work_->is_deleted_relationship(edge);
            if (gone || edge >= before.edge_count()) touched[type] = true;
            if (gone) continue;
            const EdgeEnds old = work_->ends(edge);
            handles.push_back(edge);
            ends.push_back({moved.node(old.source), moved.node(old.target)});
            types.push_back(type);
        }
        work_->topology_ =
            std::make_shared<const Topology>(node_limit_, type_count, std::move(ends), std::move(types), order);
        for (std::uint32_t& index : order) index = handles[index];
    }

    const Topology& after = *work_->topology_;
    for (std::size_t type = 0; type < std::min(type_count, work_->edge_columns_.size()); ++type) {
        if (!touched[type]) continue;
        std::vector<std::uint32_t> rows;
        for (EdgeId edge = after.first_edge(type); edge < after.first_edge(type + 1); ++edge) {
            const EdgeId handle = order[edge];
            rows.push_back(handle < before.edge_count() ? handle - before.first_edge(type)
                                                        : changes.rows[handle - before.edge_count()]);
        }
        for (auto& column : work_->edge_columns_[type]) {
            if (column != nullptr) column = std::make_shared<PropertyColumn>(column->reordered(rows));
        }
    }

    moved.edges.assign(edge_limit_, no_id);
    for (EdgeId edge = 0; edge < order.size(); ++edge) moved.edges[order[edge]] = edge;
    auto next = static_cast<EdgeId>(order.size());
    for (EdgeId& edge : moved.edges) {
        if (edge == no_id) edge = next++;
    }
    if (is_identity(moved.edges)) moved.edges.clear();
    if (moved.edges.empty() && order.size() == edge_limit_) return;
    if (work_->next_edge_number_ == 0) work_->next_edge_number_ = edge_limit_;
    work_->edge_numbers_.replace(move_numbers(*work_->edge_numbers_, edge_limit_, moved.edges));
}

// Lists of nodes by label that are ascending again. `all`: the nodes have new numbers.
void GraphEdit::settle_labels(bool all) {
    work_->nodes_by_label_.resize(work_->labels_.size());
    const NodeId count = present_;
    if (all) {
        std::vector<std::vector<NodeId>> lists(work_->labels_.size());
        for (NodeId node = 0; node < count; ++node) {
            for (const LabelId label : work_->labels_of(node)) lists[label].push_back(node);
        }
        for (std::size_t label = 0; label < lists.size(); ++label)
            work_->nodes_by_label_[label].replace(std::move(lists[label]));
        return;
    }
    for (const LabelId label : unsettled_labels_) {
        std::vector<NodeId>& nodes = work_->nodes_by_label_[label].edit();
        std::erase_if(nodes, [&](NodeId node) { return node >= count || !work_->has_label(node, label); });
        std::sort(nodes.begin(), nodes.end());
        nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    }
}

// From here on the graph knows of what is deleted only that it was there, and of relationships their types and ends.
void GraphEdit::remember_deleted(const MovedElements& moved) {
    const PropertyGraph::Unfinished& before = *work_->unfinished_;
    auto after = std::make_unique<PropertyGraph::Unfinished>();
    const NodeId nodes = present_;
    const EdgeId edges = work_->topology_->edge_count();
    after->deleted_nodes.assign(node_limit_, false);
    std::fill(after->deleted_nodes.begin() + nodes, after->deleted_nodes.end(), true);
    after->deleted_edges.assign(edge_limit_, false);
    std::fill(after->deleted_edges.begin() + edges, after->deleted_edges.end(), true);
    after->ends.resize(edge_limit_ - edges);
    after->types.resize(edge_limit_ - edges);
    for (EdgeId edge = 0; edge < edge_limit_; ++edge) {
        if (edge >= before.deleted_edges.size() || !before.deleted_edges[edge]) continue;
        const EdgeEnds ends =
            edge < base_->edge_count() ? base_->topology().ends(edge) : before.ends[edge - base_->edge_count()];
        const TypeId type =
            edge < base_->edge_count() ? base_->topology().type_of(edge) : before.types[edge - base_->edge_count()];
        after->ends[moved.edge(edge) - edges] = {moved.node(ends.source), moved.node(ends.target)};
        after->types[moved.edge(edge) - edges] = type;
    }
    if (nodes < node_limit_) {
        std::vector<std::uint32_t>& sets = work_->label_set_.edit();
        const std::uint32_t none = label_set({});
        std::fill(sets.begin() + nodes, sets.end(), none);
    }
    const bool nothing = nodes == node_limit_ && edges == edge_limit_;
    work_->unfinished_ = nothing ? nullptr : std::move(after);
}

}  // namespace confer::engine
