// A walk is grown from one of its nodes, first to the right end, then to the left; each relationship is used once.
#include "exec/update/merge_match_internal.h"

#include <algorithm>
#include <numeric>

#include "value/compare.h"

namespace confer::engine::exec {

namespace {

constexpr std::size_t rows_worth_an_index = 4;

std::size_t combine(std::size_t seed, const Value& value) {
    return (seed ^ hash(value)) * 0x9E3779B97F4A7C15U;
}

bool are_equal(const Value& a, const Value& b) {
    return equals(a, b) == Ternary(true);
}

}  // namespace

MergeMatcher::MergeMatcher(const Drawn& drawn, std::vector<std::size_t> walk, const GraphEdit& edit, std::size_t rows)
    : drawn_(drawn), walk_(std::move(walk)), edit_(edit), uses_index_(rows > rows_worth_an_index), start_(start()) {}

// The position to begin at: a given node, else one with properties, else one with labels, else the first.
std::size_t MergeMatcher::start() const {
    const auto worth = [&](std::size_t position) {
        const Drawn::Node& node = drawn_.nodes()[walk_[position]];
        return node.bound ? 3 : !node.properties.keys().empty() ? 2 : !node.labels.empty() ? 1 : 0;
    };
    std::size_t best = 0;
    for (std::size_t position = 1; position < walk_.size(); ++position)
        if (worth(position) > worth(best)) best = position;
    return best;
}

bool MergeMatcher::fits(std::size_t drawn_node, NodeId node, const std::vector<Value>& wanted) const {
    const Drawn::Node& drawn = drawn_.nodes()[drawn_node];
    const PropertyGraph& graph = edit_.view();
    if (edit_.is_deleted(node)) return false;
    for (const LabelId label : drawn.labels)
        if (!graph.has_label(node, label)) return false;
    const std::vector<KeyId>& keys = drawn.properties.keys();
    for (std::size_t i = 0; i < keys.size(); ++i)
        if (!are_equal(graph.property(node, keys[i]), wanted[i])) return false;
    return true;
}

bool MergeMatcher::fits_relationship(std::size_t relationship, EdgeId edge, const Search& search) const {
    const auto& used = search.match.edges;
    if (std::find(used.begin(), used.end(), edge) != used.end()) return false;
    const std::vector<KeyId>& keys = drawn_.relationships()[relationship].properties.keys();
    const std::vector<Value>& wanted = search.wanted[drawn_.nodes().size() + relationship];
    for (std::size_t i = 0; i < keys.size(); ++i)
        if (!are_equal(edit_.view().edge_property(edge, keys[i]), wanted[i])) return false;
    return true;
}

// walk_[left] … walk_[right] are found; goes on at one of the ends.
void MergeMatcher::extend(Search& search, std::size_t left, std::size_t right) const {
    if (right + 1 < walk_.size()) return follow(search, right, walk_[right], walk_[right + 1], left, right + 1);
    if (left > 0) return follow(search, left - 1, walk_[left], walk_[left - 1], left - 1, right);
    search.found.push_back(search.match);
}

void MergeMatcher::follow(Search& search, std::size_t relationship, std::size_t from, std::size_t to, std::size_t left,
                          std::size_t right) const {
    const Drawn::Relationship& drawn = drawn_.relationships()[relationship];
    const Direction direction = drawn.from == from ? Direction::outgoing : Direction::incoming;
    follow_one(search, relationship, direction, from, to, left, right);
    if (drawn.undirected) follow_one(search, relationship, reverse(direction), from, to, left, right);
}

void MergeMatcher::follow_one(Search& search, std::size_t relationship, Direction direction, std::size_t from,
                              std::size_t to, std::size_t left, std::size_t right) const {
    const Drawn::Relationship& drawn = drawn_.relationships()[relationship];
    const NodeId here = search.match.nodes[from], known = search.match.nodes[to];
    const bool second_way = drawn.undirected && direction == Direction::incoming;
    std::vector<EdgeId> edges;
    if (known != no_id) {
        edges = direction == Direction::outgoing ? edit_.relationships_between(here, drawn.type, known)
                                                 : edit_.relationships_between(known, drawn.type, here);
    } else {
        edit_.each_relationship(here, direction, drawn.type, [&](EdgeId edge) { edges.push_back(edge); });
    }
    for (const EdgeId edge : edges) {
        const EdgeEnds ends = edit_.view().ends(edge);
        const NodeId there = direction == Direction::outgoing ? ends.target : ends.source;
        if (second_way && there == here) continue;  // a loop was met the first way
        if (!fits_relationship(relationship, edge, search)) continue;
        if (known == no_id && !fits(to, there, search.wanted[to])) continue;
        search.match.edges[relationship] = edge;
        search.match.nodes[to] = there;
        extend(search, left, right);
        search.match.edges[relationship] = no_id;
        search.match.nodes[to] = known;
    }
}

std::span<const NodeId> MergeMatcher::by_label(std::size_t drawn_node) {
    const std::vector<LabelId>& labels = drawn_.nodes()[drawn_node].labels;
    if (labels.empty()) {
        all_.resize(edit_.node_limit());
        std::iota(all_.begin(), all_.end(), NodeId{0});
        return all_;
    }
    std::span<const NodeId> rarest = edit_.nodes_with(labels.front());
    for (const LabelId label : labels)
        if (edit_.nodes_with(label).size() < rarest.size()) rarest = edit_.nodes_with(label);
    return rarest;
}

// Where the node stands in the index; nothing when it can't be meant.
std::optional<std::size_t> MergeMatcher::key_of(NodeId node) const {
    const Drawn::Node& drawn = drawn_.nodes()[walk_[start_]];
    std::size_t key = 0;
    for (const LabelId label : drawn.labels)
        if (!edit_.view().has_label(node, label)) return std::nullopt;
    for (const KeyId property : drawn.properties.keys()) {
        const Value value = edit_.view().property(node, property);
        if (value.is_null()) return std::nullopt;
        key = combine(key, value);
    }
    return key;
}

void MergeMatcher::build_index() {
    has_index_ = true;
    for (const NodeId node : by_label(walk_[start_])) {
        if (const std::optional<std::size_t> key = key_of(node)) index_[*key].push_back(node);
    }
}

// Entries that are out of date stay: a candidate is looked at before it is taken.
void MergeMatcher::note(NodeId node) {
    if (!has_index_) return;
    const std::optional<std::size_t> key = key_of(node);
    if (!key) return;
    std::vector<NodeId>& nodes = index_[*key];
    if (std::find(nodes.begin(), nodes.end(), node) == nodes.end()) nodes.push_back(node);
}

std::vector<MergeMatch> MergeMatcher::find(const std::vector<NodeId>& bound,
                                           const std::vector<std::vector<Value>>& wanted) {
    Search search{wanted, {bound, std::vector<EdgeId>(drawn_.relationships().size(), no_id)}, {}};
    const std::size_t start = walk_[start_];
    if (drawn_.nodes()[start].bound) {
        extend(search, start_, start_);
        return std::move(search.found);
    }
    const auto try_one = [&](NodeId node) {
        if (!fits(start, node, wanted[start])) return;
        search.match.nodes[start] = node;
        extend(search, start_, start_);
        search.match.nodes[start] = no_id;
    };
    if (!uses_index_) {
        std::vector<NodeId> seen;  // a label's list may name a node twice
        for (const NodeId node : by_label(start)) {
            if (!fits(start, node, wanted[start])) continue;
            if (std::find(seen.begin(), seen.end(), node) != seen.end()) continue;
            seen.push_back(node);
            try_one(node);
        }
        return std::move(search.found);
    }
    if (!has_index_) build_index();
    std::size_t key = 0;
    for (const Value& value : wanted[start]) key = combine(key, value);
    const auto candidates = index_.find(key);
    if (candidates == index_.end()) return {};
    for (const NodeId node : candidates->second) try_one(node);
    return std::move(search.found);
}

}  // namespace confer::engine::exec
