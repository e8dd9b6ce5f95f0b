// Values are put into columns as they come. A relationship's row, until finish(), is its number among those of
// its type; finish() sorts the relationships and brings each column into the new order, one at a time.
// Tested by suites/graph/graph_builder_test.cpp.
#include "graph/graph_builder.h"

#include <algorithm>
#include <cassert>
#include <map>

#include "base/share_out.h"
#include "graph/id_table.h"

namespace confer::engine {

namespace {

using Columns = std::vector<std::shared_ptr<PropertyColumn>>;

constexpr std::uint32_t not_declared = 0xFFFFFFFFU;

PropertyColumn& column_for(Columns& columns, KeyId key, const std::shared_ptr<StringPool>& pool) {
    if (key >= columns.size()) columns.resize(key + std::size_t{1});
    if (columns[key] == nullptr) columns[key] = std::make_shared<PropertyColumn>(pool);
    return *columns[key];
}

}  // namespace

struct GraphBuilder::State {
    std::shared_ptr<PropertyGraph> graph{new PropertyGraph};
    IdTable nodes{*graph->pool_};
    std::vector<StringId> ids;  // by node; no_string: anonymous
    std::map<std::vector<LabelId>, std::uint32_t> label_set_numbers;
    std::vector<EdgeEnds> ends;
    std::vector<TypeId> types;
    std::vector<std::uint32_t> ordinals;  // by handle: the row in its type's columns
    std::vector<std::uint32_t> edges_of_type;

    NodeId add_node(StringId id) {
        ids.push_back(id);
        graph->label_set_.edit().push_back(not_declared);
        return static_cast<NodeId>(ids.size() - 1);
    }

    void set_labels(NodeId node, std::span<const LabelId> labels);
    void order_edges();
    void shrink();
};

void GraphBuilder::State::set_labels(NodeId node, std::span<const LabelId> labels) {
    auto& sets = graph->label_sets_.edit();
    std::vector<std::uint32_t>& numbers = graph->label_set_.edit();
    std::uint32_t& number = numbers[node];
    // Nodes of one kind come in a row.
    if (node > 0) {
        const std::uint32_t before = numbers[node - 1];
        if (before != not_declared && std::ranges::equal(sets[before], labels)) {
            number = before;
            return;
        }
    }
    std::vector<LabelId> set(labels.begin(), labels.end());
    std::sort(set.begin(), set.end());
    set.erase(std::unique(set.begin(), set.end()), set.end());
    const auto [at, is_new] = label_set_numbers.try_emplace(set, static_cast<std::uint32_t>(sets.size()));
    if (is_new) sets.push_back(std::move(set));
    number = at->second;
}

void GraphBuilder::State::order_edges() {
    std::vector<std::uint32_t> order;  // by edge id: the handle
    graph->topology_ = std::make_shared<const Topology>(static_cast<NodeId>(ids.size()), graph->types_.size(),
                                                        std::move(ends), std::move(types), order);
    for (std::uint32_t& handle : order) handle = ordinals[handle];
    std::vector<std::uint32_t>().swap(ordinals);
    auto& columns_of_types = graph->edge_columns_;
    share_out(columns_of_types.size(), order.size(), [&](std::size_t type) {
        const EdgeId first = graph->topology_->first_edge(type), end = graph->topology_->first_edge(type + 1);
        const std::span<const std::uint32_t> rows(order.data() + first, end - first);
        for (auto& column : columns_of_types[type]) {
            if (column != nullptr) *column = column->reordered(rows);
        }
    });
}

void GraphBuilder::State::shrink() {
    for (auto& column : graph->node_columns_) {
        if (column != nullptr) column->shrink_to_fit();
    }
    graph->label_set_.edit().shrink_to_fit();
}

GraphBuilder::GraphBuilder() : state_(std::make_unique<State>()) {
    state_->graph->id_key_ = *key("id");
    state_->graph->name_key_ = *key("name");
}

GraphBuilder::~GraphBuilder() = default;
GraphBuilder::GraphBuilder(GraphBuilder&&) noexcept = default;
GraphBuilder& GraphBuilder::operator=(GraphBuilder&&) noexcept = default;

void GraphBuilder::describe(PropertyGraph::Description description) {
    state_->graph->description_ = std::move(description);
}

void GraphBuilder::set_schema(Schema schema) {
    for (const LabelSchema& one : schema.labels) label(one.name);
    for (const RelationshipSchema& one : schema.relationships) type(one.name);
    state_->graph->schema_.replace(std::move(schema));
}

const Schema& GraphBuilder::schema() const {
    return *state_->graph->schema_;
}

std::optional<LabelId> GraphBuilder::label(std::string_view name) {
    return state_->graph->labels_.intern(name);
}

std::optional<TypeId> GraphBuilder::type(std::string_view name) {
    return state_->graph->types_.intern(name);
}

std::optional<KeyId> GraphBuilder::key(std::string_view name) {
    return state_->graph->keys_.intern(name);
}

const Symbols& GraphBuilder::labels() const {
    return state_->graph->labels_;
}

const Symbols& GraphBuilder::types() const {
    return state_->graph->types_;
}

const Symbols& GraphBuilder::keys() const {
    return state_->graph->keys_;
}

StringId GraphBuilder::text(std::string_view text) {
    return state_->graph->pool_->intern(text);
}

std::string_view GraphBuilder::view(StringId text) const {
    return state_->graph->pool_->view(text);
}

NodeId GraphBuilder::reference(std::string_view id) {
    NodeId node = state_->nodes.find(id);
    if (node == no_id) {
        const StringId text = state_->graph->pool_->intern(id);
        node = state_->add_node(text);
        state_->nodes.add(text, node);
    }
    return node;
}

void GraphBuilder::expect(std::string_view id) const {
    state_->nodes.expect(id);
}

void GraphBuilder::expect_declared(NodeId node) const {
    __builtin_prefetch(&(*state_->graph->label_set_)[node]);
}

bool GraphBuilder::is_declared(NodeId node) const {
    return (*state_->graph->label_set_)[node] != not_declared;
}

std::string_view GraphBuilder::id_of(NodeId node) const {
    const StringId id = state_->ids[node];
    return id == StringPool::no_string ? std::string_view() : state_->graph->pool_->view(id);
}

void GraphBuilder::declare(NodeId node, std::span<const LabelId> labels) {
    assert(!is_declared(node));
    state_->set_labels(node, labels);
    set_node_text(node, state_->graph->id_key_, state_->ids[node]);
}

NodeId GraphBuilder::add_anonymous_node(std::span<const LabelId> labels) {
    const NodeId node = state_->add_node(StringPool::no_string);
    state_->set_labels(node, labels);
    return node;
}

void GraphBuilder::set_node_property(NodeId node, KeyId key, const Value& value) {
    if (value.is_null()) return;
    if (value.is(Kind::string)) return set_node_text(node, key, text(value.as_string()));
    column_for(state_->graph->node_columns_, key, state_->graph->pool_).set(node, value, *state_->graph->pool_);
}

void GraphBuilder::set_node_text(NodeId node, KeyId key, StringId text) {
    column_for(state_->graph->node_columns_, key, state_->graph->pool_).set_text(node, text);
}

std::span<const LabelId> GraphBuilder::labels_of(NodeId node) const {
    if (!is_declared(node)) return {};
    return state_->graph->labels_of(node);
}

NodeId GraphBuilder::node_count() const {
    return static_cast<NodeId>(state_->ids.size());
}

std::uint32_t GraphBuilder::add_edge(NodeId from, TypeId type, NodeId to) {
    State& state = *state_;
    if (type >= state.edges_of_type.size()) state.edges_of_type.resize(type + std::size_t{1}, 0);
    state.ends.push_back({from, to});
    state.types.push_back(type);
    state.ordinals.push_back(state.edges_of_type[type]++);
    return static_cast<std::uint32_t>(state.ends.size() - 1);
}

EdgeEnds GraphBuilder::ends(std::uint32_t edge) const {
    return state_->ends[edge];
}

TypeId GraphBuilder::type_of(std::uint32_t edge) const {
    return state_->types[edge];
}

void GraphBuilder::set_edge_property(std::uint32_t edge, KeyId key, const Value& value) {
    if (value.is_null()) return;
    auto& columns = state_->graph->edge_columns_;
    const TypeId type = state_->types[edge];
    if (type >= columns.size()) columns.resize(type + std::size_t{1});
    const std::shared_ptr<StringPool>& pool = state_->graph->pool_;
    column_for(columns[type], key, pool).set(state_->ordinals[edge], value, *pool);
}

void GraphBuilder::set_edge_text(std::uint32_t edge, KeyId key, StringId text) {
    auto& columns = state_->graph->edge_columns_;
    const TypeId type = state_->types[edge];
    if (type >= columns.size()) columns.resize(type + std::size_t{1});
    column_for(columns[type], key, state_->graph->pool_).set_text(state_->ordinals[edge], text);
}

std::uint32_t GraphBuilder::edge_count() const {
    return static_cast<std::uint32_t>(state_->ends.size());
}

std::shared_ptr<const PropertyGraph> GraphBuilder::finish() && {
    State& state = *state_;
    PropertyGraph& graph = *state.graph;
    graph.nodes_by_label_.resize(graph.labels_.size());
    for (NodeId node = 0; node < state.ids.size(); ++node) {
        assert(is_declared(node));
        for (const LabelId label : graph.labels_of(node)) graph.nodes_by_label_[label].edit().push_back(node);
    }
    for (auto& nodes : graph.nodes_by_label_) nodes.edit().shrink_to_fit();
    state.nodes = IdTable(*graph.pool_);  // makes room
    graph.index_ids();
    state.order_edges();
    state.shrink();
    return std::move(state.graph);
}

}  // namespace confer::engine
