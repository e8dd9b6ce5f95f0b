// What has to hold when a statement ends: no relationship to nowhere, and the schema.
#include <algorithm>

#include "graph/graph_edit.h"
#include "graph/schema_check.h"

namespace confer::engine {

namespace {

Error connected_node(const PropertyGraph& graph, NodeId node, TypeId type) {
    return Error{.code = ErrorCode::delete_connected_node,
                 .message = "the deleted node " + graph.title(node) + " still has a relationship `" +
                            graph.types().name(type) + "`",
                 .hints = {"delete its relationships too, or write `DETACH DELETE`"},
                 .phase = Phase::runtime};
}

std::vector<std::string> label_names(const PropertyGraph& graph, NodeId node) {
    std::vector<std::string> names;
    for (const LabelId label : graph.labels_of(node)) names.push_back(graph.labels().name(label));
    return names;
}

}  // namespace

Result<void> GraphEdit::check() {
    for (const EdgeId edge : dangling_) {
        const EdgeEnds ends = work_->ends(edge);
        return connected_node(*work_, is_deleted(ends.source) ? ends.source : ends.target, work_->type_of(edge));
    }
    for (auto* touched : {&touched_nodes_, &touched_edges_}) {
        std::sort(touched->begin(), touched->end());
        touched->erase(std::unique(touched->begin(), touched->end()), touched->end());
    }
    const std::vector<NodeId> nodes = touched_nodes_;  // setting a property adds to them
    for (const NodeId node : nodes) {
        if (!is_deleted(node)) CONFER_CHECK(check_node(node));
    }
    const std::vector<EdgeId> edges = touched_edges_;
    for (const EdgeId edge : edges) {
        if (!work_->is_deleted_relationship(edge)) CONFER_CHECK(check_relationship(edge));
    }
    return {};
}

Result<void> GraphEdit::check_node(NodeId node) {
    const EditStats before = stats_;
    const std::vector<std::string> labels = label_names(*work_, node);
    CONFER_CHECK(check_labels(work_->schema(), labels, work_->title(node)));
    for (const KeyId key : work_->node_keys(node)) {
        const std::string& name = work_->keys_.name(key);
        const Value value = work_->property(node, key);
        CONFER_TRY(const Value fitted, fit_node_property(work_->schema(), labels, name, value, work_->title(node)));
        if (fitted.kind() != value.kind() || value.is(Kind::list)) set_property(node, key, fitted);
    }
    stats_ = before;
    const auto has = [&](std::string_view name) {
        const auto key = work_->keys_.find(name);
        return key && !work_->property(node, *key).is_null();
    };
    return check_required_node(work_->schema(), labels, has, work_->title(node));
}

Result<void> GraphEdit::check_relationship(EdgeId edge) {
    const EditStats before = stats_;
    const std::string& type = work_->types_.name(work_->type_of(edge));
    const EdgeEnds ends = work_->ends(edge);
    const std::string title =
        "(" + work_->title(ends.source) + ")-[:" + type + "]->(" + work_->title(ends.target) + ")";
    CONFER_CHECK(
        check_ends(work_->schema(), type, label_names(*work_, ends.source), label_names(*work_, ends.target), title));
    CONFER_CHECK(check_number(ends, type, title));
    for (const KeyId key : work_->edge_keys(edge)) {
        const Value value = work_->edge_property(edge, key);
        CONFER_TRY(const Value fitted,
                   fit_relationship_property(work_->schema(), type, work_->keys_.name(key), value, title));
        if (fitted.kind() != value.kind() || value.is(Kind::list)) set_edge_property(edge, key, fitted);
    }
    stats_ = before;
    const auto has = [&](std::string_view name) {
        const auto key = work_->keys_.find(name);
        return key && !work_->edge_property(edge, *key).is_null();
    };
    return check_required_relationship(work_->schema(), type, has, title);
}

// Whether the type may join these two once more, and lead out of the first once more.
Result<void> GraphEdit::check_number(EdgeEnds ends, const std::string& type, const std::string& title) const {
    const RelationshipSchema* schema = work_->schema().relationship(type);
    const std::optional<TypeId> id = work_->types_.find(type);
    if (schema == nullptr || !id) return {};
    const auto violation = [](std::string message, std::string hint) {
        return Error{.code = ErrorCode::schema_violation,
                     .message = std::move(message),
                     .hints = {std::move(hint)},
                     .phase = Phase::runtime};
    };
    if (schema->unique && relationships_between(ends.source, *id, ends.target).size() > 1)
        return violation(title + " is there twice, and the schema allows one", "write `MERGE` instead of `CREATE`");
    std::uint32_t out = 0;
    if (schema->max > 0) each_relationship(ends.source, Direction::outgoing, *id, [&](EdgeId) { ++out; });
    if (schema->max > 0 && out > schema->max)
        return violation("(" + work_->title(ends.source) + ") has " + std::to_string(out) + " relationships `" + type +
                             "`, and the schema allows " + std::to_string(schema->max),
                         "delete one of them in the same statement");
    return {};
}

Result<GraphPtr> GraphEdit::publish() const {
    if (base_->ids_repeat() && !ids_repeated_ && !base_->schema().empty()) {
        return Error{.code = ErrorCode::schema_violation,
                     .message = "two nodes would have the same `id`",
                     .hints = {"give the new node an `id` of its own, or write `MERGE` to find the one that is there"},
                     .phase = Phase::runtime};
    }
    if (!base_->is_unfinished()) return base_;
    std::shared_ptr<PropertyGraph> clean(new PropertyGraph(*base_));
    clean->unfinished_ = nullptr;
    const NodeId count = base_->present_node_count();
    std::vector<std::uint32_t> order;
    std::vector<bool> touched;
    clean->topology_ = std::make_shared<const Topology>(base_->topology(), count, base_->topology().type_count(),
                                                        Topology::Change{}, order, touched);
    clean->label_set_.edit().resize(count);
    if (!clean->node_numbers_->empty()) clean->node_numbers_.edit().resize(clean->node_count());
    if (!clean->edge_numbers_->empty()) clean->edge_numbers_.edit().resize(clean->edge_count());
    return GraphPtr(std::move(clean));
}

}  // namespace confer::engine
