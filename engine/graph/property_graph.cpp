#include "graph/property_graph.h"

#include <algorithm>

namespace confer::engine {

namespace {

const PropertyColumn* column_at(const std::vector<std::unique_ptr<PropertyColumn>>& columns, KeyId key) {
    return key < columns.size() ? columns[key].get() : nullptr;
}

Value value_at(const PropertyColumn* column, std::size_t row) {
    return column == nullptr ? Value() : column->get(row);
}

std::vector<KeyId> keys_at(const std::vector<std::unique_ptr<PropertyColumn>>& columns, std::size_t row) {
    std::vector<KeyId> keys;
    for (std::size_t key = 0; key < columns.size(); ++key) {
        if (columns[key] != nullptr && columns[key]->has(row)) keys.push_back(static_cast<KeyId>(key));
    }
    return keys;
}

template <class T>
std::size_t bytes(const std::vector<T>& vector) {
    return vector.capacity() * sizeof(T);
}

std::size_t column_bytes(const std::vector<std::unique_ptr<PropertyColumn>>& columns) {
    std::size_t total = bytes(columns);
    for (const auto& column : columns) {
        if (column != nullptr) total += sizeof(PropertyColumn) + column->heap_bytes();
    }
    return total;
}

}  // namespace

PropertyGraph::PropertyGraph() : pool_(std::make_unique<StringPool>()) {}

PropertyGraph::~PropertyGraph() = default;

const Statistics& PropertyGraph::statistics() const {
    std::call_once(statistics_begun_, [&] { statistics_ = std::make_unique<const Statistics>(*this); });
    return *statistics_;
}

bool PropertyGraph::has_label(NodeId node, LabelId label) const {
    const auto set = labels_of(node);
    return std::find(set.begin(), set.end(), label) != set.end();
}

std::optional<NodeId> PropertyGraph::find(std::string_view id) const {
    const StringId text = pool_->find(id);
    if (text >= node_by_id_.size() || node_by_id_[text] == no_id) return std::nullopt;  // also: not in the pool
    return node_by_id_[text];
}

Value PropertyGraph::property(NodeId node, KeyId key) const {
    return value_at(node_column(key), node);
}

const PropertyColumn* PropertyGraph::node_column(KeyId key) const {
    return column_at(node_columns_, key);
}

std::vector<KeyId> PropertyGraph::node_keys(NodeId node) const {
    return keys_at(node_columns_, node);
}

std::string PropertyGraph::title(NodeId node) const {
    for (const KeyId key : {name_key_, id_key_}) {
        const Value value = property(node, key);
        if (value.is(Kind::string) && !value.as_string().empty()) return std::string(value.as_string());
    }
    return "(#" + std::to_string(node) + ")";
}

Value PropertyGraph::edge_property(EdgeId edge, KeyId key) const {
    const TypeId type = type_of(edge);
    return value_at(edge_column(type, key), edge - topology_.first_edge(type));
}

const PropertyColumn* PropertyGraph::edge_column(TypeId type, KeyId key) const {
    return type < edge_columns_.size() ? column_at(edge_columns_[type], key) : nullptr;
}

std::vector<KeyId> PropertyGraph::edge_keys(EdgeId edge) const {
    const TypeId type = type_of(edge);
    if (type >= edge_columns_.size()) return {};
    return keys_at(edge_columns_[type], edge - topology_.first_edge(type));
}

std::size_t PropertyGraph::heap_bytes() const {
    std::size_t total = sizeof(PropertyGraph) + sizeof(StringPool) + pool_->heap_bytes() + topology_.heap_bytes() +
                        names_.heap_bytes() + bytes(label_set_) + bytes(label_sets_) + bytes(nodes_by_label_) +
                        bytes(node_by_id_) + column_bytes(node_columns_) + bytes(edge_columns_);
    for (const auto& set : label_sets_) total += bytes(set);
    for (const auto& nodes : nodes_by_label_) total += bytes(nodes);
    for (const auto& columns : edge_columns_) total += column_bytes(columns);
    return total;
}

}  // namespace confer::engine
