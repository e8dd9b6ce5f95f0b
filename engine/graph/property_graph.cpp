#include "graph/property_graph.h"

#include <algorithm>

namespace confer::engine {

namespace {

const PropertyColumn* column_at(const std::vector<std::shared_ptr<PropertyColumn>>& columns, KeyId key) {
    return key < columns.size() ? columns[key].get() : nullptr;
}

Value value_at(const PropertyColumn* column, std::size_t row) {
    return column == nullptr ? Value() : column->get(row);
}

std::vector<KeyId> keys_at(const std::vector<std::shared_ptr<PropertyColumn>>& columns, std::size_t row) {
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

std::size_t column_bytes(const std::vector<std::shared_ptr<PropertyColumn>>& columns) {
    std::size_t total = bytes(columns);
    for (const auto& column : columns) {
        if (column != nullptr) total += sizeof(PropertyColumn) + column->heap_bytes();
    }
    return total;
}

}  // namespace

PropertyGraph::PropertyGraph()
    : pool_(std::make_shared<StringPool>()),
      topology_(std::make_shared<const Topology>()),
      names_(std::make_shared<Names>()) {}

PropertyGraph::PropertyGraph(const PropertyGraph& other)
    : description_(other.description_),
      schema_(other.schema_),
      labels_(other.labels_),
      types_(other.types_),
      keys_(other.keys_),
      pool_(other.pool_),
      topology_(other.topology_),
      label_set_(other.label_set_),
      label_sets_(other.label_sets_),
      nodes_by_label_(other.nodes_by_label_),
      node_columns_(other.node_columns_),
      edge_columns_(other.edge_columns_),
      node_by_id_(other.node_by_id_),
      node_numbers_(other.node_numbers_),
      edge_numbers_(other.edge_numbers_),
      next_node_number_(other.next_node_number_),
      next_edge_number_(other.next_edge_number_),
      ids_repeat_(other.ids_repeat_),
      id_key_(other.id_key_),
      name_key_(other.name_key_),
      names_(other.names_->built ? other.names_ : std::make_shared<Names>()),
      unfinished_(other.unfinished_ == nullptr ? nullptr : std::make_unique<Unfinished>(*other.unfinished_)) {}

PropertyGraph::~PropertyGraph() = default;

const NameIndex& PropertyGraph::names() const {
    std::call_once(names_->begun, [&] {
        names_->index = index_names();
        names_->built = true;
    });
    return names_->index;
}

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
    if (text >= node_by_id_->size() || (*node_by_id_)[text] == no_id) return std::nullopt;  // also: not in the pool
    return (*node_by_id_)[text];
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
    return "(#" + std::to_string(number_of(node)) + ")";
}

Value PropertyGraph::edge_property(EdgeId edge, KeyId key) const {
    const TypeId type = type_of(edge);
    const std::optional<std::size_t> row = edge_row(edge, type);
    return row ? value_at(edge_column(type, key), *row) : Value();
}

const PropertyColumn* PropertyGraph::edge_column(TypeId type, KeyId key) const {
    return type < edge_columns_.size() ? column_at(edge_columns_[type], key) : nullptr;
}

std::vector<KeyId> PropertyGraph::edge_keys(EdgeId edge) const {
    const TypeId type = type_of(edge);
    const std::optional<std::size_t> row = edge_row(edge, type);
    if (type >= edge_columns_.size() || !row) return {};
    return keys_at(edge_columns_[type], *row);
}

std::optional<std::size_t> PropertyGraph::edge_row(EdgeId edge, TypeId type) const {
    if (edge < edge_count()) return edge - topology_->first_edge(type);
    const std::size_t added = edge - edge_count();
    if (added >= unfinished_->rows.size() || is_deleted_relationship(edge)) return std::nullopt;
    return unfinished_->rows[added];
}

EdgeEnds PropertyGraph::unfinished_ends(EdgeId edge) const {
    return edge < edge_count() ? topology_->ends(edge) : unfinished_->ends[edge - edge_count()];
}

TypeId PropertyGraph::unfinished_type_of(EdgeId edge) const {
    return edge < edge_count() ? topology_->type_of(edge) : unfinished_->types[edge - edge_count()];
}

NodeId PropertyGraph::present_node_count() const {
    NodeId count = node_count();
    while (count > 0 && is_deleted_node(count - 1)) --count;
    return count;
}

bool PropertyGraph::is_deleted_node(NodeId node) const {
    return unfinished_ != nullptr && node < unfinished_->deleted_nodes.size() && unfinished_->deleted_nodes[node];
}

bool PropertyGraph::is_deleted_relationship(EdgeId edge) const {
    return unfinished_ != nullptr && edge < unfinished_->deleted_edges.size() && unfinished_->deleted_edges[edge];
}

// By the place of each id in the pool; the first node that has it.
void PropertyGraph::index_ids() {
    std::vector<NodeId> node_by_id;
    ids_repeat_ = false;
    const PropertyColumn* column = node_column(id_key_);
    for (NodeId node = 0; column != nullptr && node < column->size(); ++node) {
        if (!column->has(node)) continue;
        StringId text = StringPool::no_string;
        if (column->storage() == PropertyColumn::Storage::string) {
            text = column->strings()[node];
        } else if (const Value id = column->get(node); id.is(Kind::string)) {
            text = pool_->find(id.as_string());
        }
        if (text == StringPool::no_string) continue;
        if (text >= node_by_id.size()) node_by_id.resize(text + std::size_t{1}, no_id);
        if (node_by_id[text] == no_id) {
            node_by_id[text] = node;
        } else {
            ids_repeat_ = true;
        }
    }
    node_by_id.shrink_to_fit();
    node_by_id_.replace(std::move(node_by_id));
}

// Names come in order of strength, so that a node's own name wins over its aliases.
NameIndex PropertyGraph::index_names() const {
    NameIndex names(pool_);
    const auto feed = [&](std::optional<KeyId> key, NameIndex::Origin origin) {
        const PropertyColumn* column = key ? node_column(*key) : nullptr;
        if (column == nullptr) return;
        for (NodeId node = 0; node < column->size(); ++node) {
            if (!column->has(node)) continue;
            if (column->storage() == PropertyColumn::Storage::string) {
                names.add(column->strings()[node], node, origin);
            } else if (column->storage() == PropertyColumn::Storage::string_list) {
                for (const StringId text : column->string_list(node)) names.add(text, node, origin);
            } else {  // among values of other kinds
                const Value value = column->get(node);
                const auto add = [&](const Value& one) {
                    if (one.is(Kind::string)) names.add(pool_->find(one.as_string()), node, origin);
                };
                if (value.is(Kind::list)) std::ranges::for_each(value.as_list(), add);
                add(value);
            }
        }
    };
    feed(id_key_, NameIndex::Origin::id);
    feed(name_key_, NameIndex::Origin::name);
    feed(keys_.find("aliases"), NameIndex::Origin::alias);
    names.finish();
    return names;
}

std::size_t PropertyGraph::heap_bytes() const {
    std::size_t total = sizeof(PropertyGraph) + sizeof(StringPool) + pool_->heap_bytes() + topology_->heap_bytes() +
                        (names_->built ? names_->index.heap_bytes() : 0) + bytes(*label_set_) + bytes(*label_sets_) +
                        bytes(nodes_by_label_) + bytes(*node_by_id_) + bytes(*node_numbers_) + bytes(*edge_numbers_) +
                        column_bytes(node_columns_) + bytes(edge_columns_);
    for (const auto& set : *label_sets_) total += bytes(set);
    for (const auto& nodes : nodes_by_label_) total += sizeof(std::vector<NodeId>) + bytes(*nodes);
    for (const auto& columns : edge_columns_) total += column_bytes(columns);
    return total;
}

}  // namespace confer::engine
