#include "exec/update/set_items_internal.h"

#include <algorithm>

#include "exec/update/edit_charge_internal.h"
#include "exec/update/update.h"
#include "value/format.h"

namespace confer::engine::exec {

using Form = typed::SetItem::Form;

Result<SetItems> SetItems::compile(const std::vector<typed::SetItem>& items, const Layout& layout, std::size_t given,
                                   GraphEdit& edit) {
    SetItems out;
    for (const typed::SetItem& item : items) {
        CONFER_TRY(RowExpr target, RowExpr::compile(*item.target, layout, given, RowExpr::Sees::own_work, edit.view()));
        Item compiled{item.form, item.span, std::move(target), 0, std::nullopt, {}};
        if (item.form == Form::property) {
            CONFER_TRY(compiled.key, intern_key(edit, item.key, item.span));
        }
        for (const std::string& label : item.labels) {
            CONFER_TRY(const LabelId id, intern_label(edit, label, item.span));
            compiled.labels.push_back(id);
        }
        if (item.value != nullptr) {
            CONFER_TRY(compiled.value,
                       RowExpr::compile(*item.value, layout, given, RowExpr::Sees::own_work, edit.view()));
        }
        out.items_.push_back(std::move(compiled));
    }
    return out;
}

bool SetItems::is_by_row() const {
    return std::any_of(items_.begin(), items_.end(), [](const Item& item) {
        return item.target.is_by_row() || (item.value && item.value->is_by_row());
    });
}

Result<void> SetItems::begin(RunContext& run, const RowBatch& batch) {
    for (Item& item : items_) {
        CONFER_CHECK(item.target.begin(run, batch));
        if (item.value) CONFER_CHECK(item.value->begin(run, batch));
    }
    return {};
}

namespace {

using Properties = std::vector<std::pair<std::string, Value>>;

// What a map, a node or a relationship holds.
Result<Properties> properties_of(const Value& value, const GraphEdit& edit, SourceSpan span) {
    const PropertyGraph& graph = edit.view();
    Properties out;
    if (value.is(Kind::map)) {
        for (const auto& [key, item] : value.as_map()) out.emplace_back(key, item);
        return out;
    }
    if (!value.is(Kind::node) && !value.is(Kind::relationship)) {
        return update_error(ErrorCode::invalid_argument_type, span,
                            "properties come from a map, a node or a relationship, and this is " + to_literal(value),
                            {"write `{}` to remove all properties"});
    }
    if (is_deleted(edit, value)) return deleted_entity(span, value);
    if (value.is(Kind::node)) {
        for (const KeyId key : graph.node_keys(value.as_node()))
            out.emplace_back(graph.keys().name(key), graph.property(value.as_node(), key));
    } else {
        for (const KeyId key : graph.edge_keys(value.as_relationship()))
            out.emplace_back(graph.keys().name(key), graph.edge_property(value.as_relationship(), key));
    }
    return out;
}

Result<void> write_properties(GraphEdit& edit, const Value& entity, const Properties& properties, bool replace,
                              SourceSpan span) {
    const PropertyGraph& graph = edit.view();
    if (replace) {
        const std::vector<KeyId> old =
            entity.is(Kind::node) ? graph.node_keys(entity.as_node()) : graph.edge_keys(entity.as_relationship());
        for (const KeyId key : old) {
            const bool stays = std::any_of(properties.begin(), properties.end(),
                                           [&](const auto& one) { return one.first == graph.keys().name(key); });
            if (!stays) CONFER_CHECK(write_property(edit, entity, key, Value(), span));
        }
    }
    for (const auto& [name, value] : properties) {
        CONFER_TRY(const KeyId key, intern_key(edit, name, span));
        CONFER_CHECK(write_property(edit, entity, key, value, span));
    }
    return {};
}

}  // namespace

Result<void> SetItems::apply(RunContext& run, RowIndex row, const CurrentRow& current, GraphEdit& edit,
                             std::vector<NodeId>* changed) const {
    for (const Item& item : items_) {
        CONFER_TRY(const Value entity, item.target.value(run, row, current));
        if (entity.is_null()) continue;
        const bool on_labels = item.form == Form::add_labels || item.form == Form::remove_labels;
        if (!entity.is(Kind::node) && (on_labels || !entity.is(Kind::relationship))) {
            return update_error(
                ErrorCode::invalid_argument_type, item.target.span(),
                std::string(on_labels ? "labels belong to nodes" : "only nodes and relationships change") +
                    ", and this is " + to_literal(entity));
        }
        if (is_deleted(edit, entity)) return deleted_entity(item.target.span(), entity);
        if (changed != nullptr && entity.is(Kind::node)) changed->push_back(entity.as_node());
        if (on_labels) {
            for (const LabelId label : item.labels) {
                if (item.form == Form::add_labels)
                    edit.add_label(entity.as_node(), label);
                else
                    edit.remove_label(entity.as_node(), label);
            }
            continue;
        }
        CONFER_TRY(const Value value, item.value->value(run, row, current));
        if (item.form == Form::property) {
            CONFER_CHECK(write_property(edit, entity, item.key, value, item.value->span()));
            continue;
        }
        CONFER_TRY(const Properties properties, properties_of(value, edit, item.value->span()));
        CONFER_CHECK(write_properties(edit, entity, properties, item.form == Form::replace, item.value->span()));
    }
    return {};
}

Result<void> set(const typed::Set& clause, const RowSet& rows, GraphEdit& edit, RunContext& run) {
    const Layout layout = rows.layout();
    CONFER_TRY(SetItems items, SetItems::compile(clause.items, layout, layout.column_count(), edit));
    CurrentRow current(layout.kinds());
    EditCharge charge(edit, run);
    for (const RowBatch& batch : rows.batches) {
        CONFER_CHECK(charge.check());
        CONFER_CHECK(items.begin(run, batch));
        for (RowIndex row = 0; row < batch.row_count(); ++row) {
            if (items.is_by_row()) current.fill(batch, row);
            CONFER_CHECK(items.apply(run, row, current, edit));
        }
    }
    return {};
}

}  // namespace confer::engine::exec
