// The changes go into a copy of the snapshot, which shares everything with it; whatever is changed for the first time
// is copied then (Shared::edit, own). The making of snapshots is in graph_edit_advance.cpp. Tested by
// suites/graph/graph_edit_test.cpp.
#include "graph/graph_edit.h"

#include <algorithm>
#include <cassert>

namespace confer::engine {

bool is_property_value(const Value& value) {
    const auto is_scalar = [](const Value& one) {
        return one.is(Kind::boolean) || one.is_number() || one.is(Kind::string);
    };
    if (!value.is(Kind::list)) return is_scalar(value);
    return std::all_of(value.as_list().begin(), value.as_list().end(), is_scalar);
}

namespace {

// Vectors are held twice while they grow, and adjacency is built beside what it is built from.
constexpr std::size_t bytes_of_a_node = 32, bytes_of_a_relationship = 160, bytes_of_a_property = 24,
                      bytes_of_a_text = 48;

std::size_t text_bytes(const Value& value) {
    if (value.is(Kind::string)) return bytes_of_a_text + value.as_string().size();
    if (!value.is(Kind::list)) return 0;
    std::size_t bytes = 0;
    for (const Value& one : value.as_list()) bytes += sizeof(Value) + text_bytes(one);
    return bytes;
}

bool holds_text(const Value& value) {
    if (!value.is(Kind::list)) return value.is(Kind::string);
    return std::any_of(value.as_list().begin(), value.as_list().end(),
                       [](const Value& one) { return one.is(Kind::string); });
}

}  // namespace

GraphEdit::GraphEdit(GraphPtr base) : ids_repeated_(base->ids_repeat()) {
    begin(std::move(base));
}

GraphEdit::~GraphEdit() = default;

// Goes on from `base`, in which deleted elements have the highest numbers.
void GraphEdit::begin(GraphPtr base) {
    base_ = std::move(base);
    work_.reset(new PropertyGraph(*base_));
    if (work_->unfinished_ == nullptr) work_->unfinished_ = std::make_unique<PropertyGraph::Unfinished>();
    changed_ = pool_is_own_ = ids_touched_ = names_touched_ = false;
    node_limit_ = static_cast<NodeId>(std::max<std::size_t>(work_->node_count(), work_->label_set_->size()));
    edge_limit_ = static_cast<EdgeId>(work_->edge_count() + work_->unfinished_->ends.size());
    label_set_numbers_.clear();
    for (std::uint32_t i = 0; i < work_->label_sets_->size(); ++i)
        label_set_numbers_.emplace((*work_->label_sets_)[i], i);
    unsettled_labels_.clear();
    edges_of_type_.clear();
    for (std::size_t type = 0; type < base_->topology().type_count(); ++type)
        edges_of_type_.push_back(base_->topology().first_edge(type + 1) - base_->topology().first_edge(type));
    added_out_.clear();
    added_in_.clear();
    added_between_.clear();
}

// ---- names

std::optional<LabelId> GraphEdit::label(std::string_view name) {
    const std::optional<LabelId> label = work_->labels_.intern(name);
    if (label && *label >= work_->nodes_by_label_.size()) {
        work_->nodes_by_label_.resize(*label + std::size_t{1});
        changed_ = true;
    }
    return label;
}

std::optional<TypeId> GraphEdit::type(std::string_view name) {
    const std::optional<TypeId> type = work_->types_.intern(name);
    if (type && *type >= edges_of_type_.size()) {
        edges_of_type_.resize(*type + std::size_t{1}, 0);
        changed_ = true;
    }
    return type;
}

std::optional<KeyId> GraphEdit::key(std::string_view name) {
    return work_->keys_.intern(name);
}

// ---- what is changed for the first time is copied

StringPool& GraphEdit::pool() {
    if (!pool_is_own_) {
        work_->pool_ = std::make_shared<StringPool>(*work_->pool_);
        pool_is_own_ = true;
    }
    return *work_->pool_;
}

std::size_t GraphEdit::heap_bytes() const {
    return bytes_of_a_node * stats_.nodes_created + bytes_of_a_relationship * stats_.relationships_created +
           bytes_of_a_property * stats_.properties_set + text_bytes_;
}

PropertyColumn& GraphEdit::own(PropertyGraph::Columns& columns, KeyId key) {
    if (key >= columns.size()) columns.resize(key + std::size_t{1});
    std::shared_ptr<PropertyColumn>& column = columns[key];
    if (column == nullptr) {
        column = std::make_shared<PropertyColumn>(work_->pool_);
    } else if (column.use_count() != 1) {
        column = std::make_shared<PropertyColumn>(*column);
    }
    return *column;
}

void GraphEdit::set(PropertyGraph::Columns& columns, std::size_t row, KeyId key, const Value& value) {
    changed_ = true;
    const bool present = key < columns.size() && columns[key] != nullptr && columns[key]->has(row);
    if (value.is_null()) {
        if (!present) return;
        ++stats_.properties_removed;
        own(columns, key).erase(row);
        return;
    }
    ++stats_.properties_set;
    text_bytes_ += text_bytes(value);
    StringPool& texts = holds_text(value) ? pool() : *work_->pool_;
    PropertyColumn& column = own(columns, key);
    column.use(work_->pool_);
    column.set(row, value, texts);
}

std::uint32_t GraphEdit::label_set(std::vector<LabelId> labels) {
    std::sort(labels.begin(), labels.end());
    labels.erase(std::unique(labels.begin(), labels.end()), labels.end());
    const auto [at, is_new] =
        label_set_numbers_.try_emplace(labels, static_cast<std::uint32_t>(work_->label_sets_->size()));
    if (is_new) work_->label_sets_.edit().push_back(std::move(labels));
    return at->second;
}

void GraphEdit::touch(NodeId node) {
    changed_ = true;
    if (!base_->schema().empty()) touched_nodes_.push_back(node);
}

void GraphEdit::touch_edge(EdgeId edge) {
    changed_ = true;
    if (!base_->schema().empty()) touched_edges_.push_back(edge);
}

// ---- changes

NodeId GraphEdit::create_node(std::span<const LabelId> labels) {
    const NodeId node = node_limit_++;
    work_->label_set_.edit().push_back(label_set({labels.begin(), labels.end()}));
    if (work_->next_node_number_ > 0) work_->node_numbers_.edit().push_back(work_->next_node_number_++);
    for (const LabelId label : work_->labels_of(node)) work_->nodes_by_label_[label].edit().push_back(node);
    ++stats_.nodes_created;
    stats_.labels_added += work_->labels_of(node).size();
    touch(node);
    return node;
}

EdgeId GraphEdit::create_relationship(NodeId from, TypeId type, NodeId to) {
    assert(!is_deleted(from) && !is_deleted(to));
    const EdgeId edge = edge_limit_++;
    PropertyGraph::Unfinished& added = *work_->unfinished_;
    added.ends.push_back({from, to});
    added.types.push_back(type);
    added.rows.resize(added.ends.size());
    added.rows.back() = edges_of_type_[type]++;
    added_out_[from].push_back(edge);
    added_in_[to].push_back(edge);
    added_between_[{from, to}].push_back(edge);
    if (work_->next_edge_number_ > 0) work_->edge_numbers_.edit().push_back(work_->next_edge_number_++);
    ++stats_.relationships_created;
    touch_edge(edge);
    return edge;
}

void GraphEdit::add_label(NodeId node, LabelId label) {
    if (work_->has_label(node, label)) return;
    std::vector<LabelId> labels(work_->labels_of(node).begin(), work_->labels_of(node).end());
    labels.push_back(label);
    work_->label_set_.edit()[node] = label_set(std::move(labels));
    work_->nodes_by_label_[label].edit().push_back(node);
    unsettled_labels_.insert(label);
    ++stats_.labels_added;
    touch(node);
}

void GraphEdit::remove_label(NodeId node, LabelId label) {
    if (!work_->has_label(node, label)) return;
    std::vector<LabelId> labels(work_->labels_of(node).begin(), work_->labels_of(node).end());
    std::erase(labels, label);
    work_->label_set_.edit()[node] = label_set(std::move(labels));
    unsettled_labels_.insert(label);
    ++stats_.labels_removed;
    touch(node);
}

void GraphEdit::set_property(NodeId node, KeyId key, const Value& value) {
    if (key == work_->id_key_) ids_touched_ = true;
    if (key == work_->id_key_ || key == work_->name_key_ || work_->keys_.name(key) == "aliases") names_touched_ = true;
    set(work_->node_columns_, node, key, value);
    touch(node);
}

void GraphEdit::set_edge_property(EdgeId edge, KeyId key, const Value& value) {
    const TypeId type = work_->type_of(edge);
    if (type >= work_->edge_columns_.size()) work_->edge_columns_.resize(type + std::size_t{1});
    set(work_->edge_columns_[type], *work_->edge_row(edge, type), key, value);
    touch_edge(edge);
}

namespace {

// Whether it wasn't marked before.
bool mark(std::vector<bool>& marks, std::uint32_t number) {
    if (number >= marks.size()) marks.resize(number + std::size_t{1}, false);
    if (marks[number]) return false;
    marks[number] = true;
    return true;
}

}  // namespace

void GraphEdit::delete_relationship(EdgeId edge) {
    const bool was_dangling = dangling_.erase(edge) > 0;
    if (!mark(work_->unfinished_->deleted_edges, edge) && !was_dangling) return;
    changed_ = true;
    ++stats_.relationships_deleted;
}

void GraphEdit::delete_node(NodeId node) {
    if (is_deleted(node)) return;
    for (const Direction direction : {Direction::outgoing, Direction::incoming})
        each_relationship(node, direction, std::nullopt, [&](EdgeId edge) { dangling_.insert(edge); });
    mark(work_->unfinished_->deleted_nodes, node);
    for (const LabelId label : work_->labels_of(node)) unsettled_labels_.insert(label);
    changed_ = ids_touched_ = names_touched_ = true;
    ++stats_.nodes_deleted;
}

// ---- looking around

void GraphEdit::each_relationship(NodeId node, Direction direction, std::optional<TypeId> type,
                                  const std::function<void(EdgeId)>& visit) const {
    const Topology& topology = base_->topology();
    const auto visit_present = [&](EdgeId edge) {
        if (!work_->is_deleted_relationship(edge)) visit(edge);
    };
    const std::size_t first = type ? *type : 0, end = type ? *type + std::size_t{1} : topology.type_count();
    for (std::size_t one = first; node < topology.node_count() && one < std::min(end, topology.type_count()); ++one) {
        for (const EdgeId edge : topology.adjacency(static_cast<TypeId>(one), direction)[node].edges)
            visit_present(edge);
    }
    const auto& added = direction == Direction::outgoing ? added_out_ : added_in_;
    const auto found = added.find(node);
    if (found == added.end()) return;
    for (const EdgeId edge : found->second) {
        if (!type || work_->type_of(edge) == *type) visit_present(edge);
    }
}

std::vector<EdgeId> GraphEdit::relationships_between(NodeId from, TypeId type, NodeId to) const {
    std::vector<EdgeId> edges;
    const Topology& topology = base_->topology();
    if (type < topology.type_count() && from < topology.node_count()) {
        const Neighbours neighbours = topology.adjacency(type, Direction::outgoing)[from];
        const auto [begin, end] = std::equal_range(neighbours.nodes.begin(), neighbours.nodes.end(), to);
        for (auto at = begin; at != end; ++at) edges.push_back(neighbours.edges[at - neighbours.nodes.begin()]);
    }
    const auto added = added_between_.find({from, to});
    if (added != added_between_.end()) {
        for (const EdgeId edge : added->second) {
            if (work_->type_of(edge) == type) edges.push_back(edge);
        }
    }
    std::erase_if(edges, [&](EdgeId edge) { return work_->is_deleted_relationship(edge); });
    return edges;
}

}  // namespace confer::engine
