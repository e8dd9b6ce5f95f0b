#include "exec/update/new_properties_internal.h"

#include <algorithm>

#include "exec/ops/rows.h"
#include "value/format.h"

namespace confer::engine::exec {

Error update_error(ErrorCode code, SourceSpan span, std::string message, std::vector<std::string> hints) {
    return operator_error(code, span, std::move(message), std::move(hints));
}

Error deleted_entity(SourceSpan span, const Value& entity) {
    return update_error(ErrorCode::deleted_entity_access, span,
                        entity.is(Kind::node) ? "this node was deleted by an earlier clause of the statement"
                                              : "this relationship was deleted by an earlier clause of the statement",
                        {"change it before `DELETE`"});
}

namespace {

template <class Id>
Result<Id> interned(std::optional<Id> id, std::string_view what, SourceSpan span) {
    if (id) return *id;
    return update_error(ErrorCode::invalid_argument_value, span,
                        "a graph can't have more than 65,535 different " + std::string(what));
}

}  // namespace

Result<LabelId> intern_label(GraphEdit& edit, std::string_view name, SourceSpan span) {
    return interned(edit.label(name), "labels", span);
}

Result<TypeId> intern_type(GraphEdit& edit, std::string_view name, SourceSpan span) {
    return interned(edit.type(name), "relationship types", span);
}

Result<KeyId> intern_key(GraphEdit& edit, std::string_view name, SourceSpan span) {
    return interned(edit.key(name), "property names", span);
}

bool is_deleted(const GraphEdit& edit, const Value& entity) {
    return entity.is(Kind::node) ? edit.view().is_deleted_node(entity.as_node())
                                 : edit.view().is_deleted_relationship(entity.as_relationship());
}

Result<void> write_property(GraphEdit& edit, const Value& entity, KeyId key, const Value& value, SourceSpan span) {
    if (!value.is_null() && !is_property_value(value)) {
        return update_error(ErrorCode::invalid_property_type, span,
                            "the property `" + edit.view().keys().name(key) + "` can't hold " + to_literal(value),
                            {"properties hold booleans, numbers, strings, and lists of these"});
    }
    if (entity.is(Kind::node)) {
        edit.set_property(entity.as_node(), key, value);
    } else {
        edit.set_edge_property(entity.as_relationship(), key, value);
    }
    return {};
}

Result<NewProperties> NewProperties::compile(const typed::NewProperties& properties, const Layout& layout,
                                             std::size_t given, RowExpr::Sees sees, GraphEdit& edit, RunContext& run) {
    NewProperties out;
    for (const auto& [key, value] : properties.entries) {
        CONFER_TRY(const KeyId id, intern_key(edit, key, value->span));
        out.keys_.push_back(id);
        CONFER_TRY(RowExpr expr, RowExpr::compile(*value, layout, given, sees, edit.view()));
        out.values_.push_back(std::move(expr));
    }
    if (properties.all == nullptr) return out;
    out.all_span_ = properties.all->span;
    CONFER_TRY(const Value map, evaluate_constant(*properties.all, run));
    if (!map.is(Kind::map)) {
        return update_error(ErrorCode::invalid_argument_type, out.all_span_,
                            "properties come from a map, and this is " + to_literal(map),
                            {"pass a map, as in `{\"name\": \"CBT\"}`"});
    }
    for (const auto& [key, value] : map.as_map()) {
        CONFER_TRY(const KeyId id, intern_key(edit, key, out.all_span_));
        out.all_.emplace_back(id, value);
    }
    return out;
}

bool NewProperties::is_by_row() const {
    return std::any_of(values_.begin(), values_.end(), [](const RowExpr& expr) { return expr.is_by_row(); });
}

Result<void> NewProperties::begin(RunContext& run, const RowBatch& batch) {
    for (RowExpr& expr : values_) CONFER_CHECK(expr.begin(run, batch));
    return {};
}

Result<std::vector<Value>> NewProperties::values(RunContext& run, RowIndex row, const CurrentRow& current) const {
    std::vector<Value> values;
    values.reserve(values_.size());
    for (const RowExpr& expr : values_) {
        CONFER_TRY(Value value, expr.value(run, row, current));
        values.push_back(std::move(value));
    }
    return values;
}

Result<void> NewProperties::give(RunContext& run, RowIndex row, const CurrentRow& current, const Value& entity,
                                 GraphEdit& edit) const {
    for (std::size_t i = 0; i < keys_.size(); ++i) {
        CONFER_TRY(const Value value, values_[i].value(run, row, current));
        if (!value.is_null()) CONFER_CHECK(write_property(edit, entity, keys_[i], value, values_[i].span()));
    }
    for (const auto& [key, value] : all_) {
        if (!value.is_null()) CONFER_CHECK(write_property(edit, entity, key, value, all_span_));
    }
    return {};
}

}  // namespace confer::engine::exec
