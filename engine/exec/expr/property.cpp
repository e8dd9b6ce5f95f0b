// Property access: kernels that read a graph's typed columns, and the general way for maps and for values whose
// kind only the run tells.
// Tests: tests/suites/expressions/property_test.cpp.
#include <array>

#include "exec/expr/compile_internal.h"
#include "exec/expr/edge_types_internal.h"
#include "exec/expr/kernel_internal.h"
#include "exec/expr/node_text_internal.h"

namespace confer::engine::exec {

namespace {

using Storage = PropertyColumn::Storage;

ColumnKind kind_of(Storage storage) {
    switch (storage) {
        case Storage::boolean:
            return ColumnKind::boolean;
        case Storage::integer:
            return ColumnKind::integer;
        case Storage::floating:
            return ColumnKind::floating;
        default:
            return ColumnKind::value;
    }
}

// out[row] = stored row `at` of `from`, or null. REQUIRES: out.kind() == kind_of(from.storage()), or value.
void copy_property(const PropertyColumn& from, std::size_t at, Column& out, RowIndex row) {
    if (!from.has(at)) {
        out.set_null(row);
    } else if (out.kind() == ColumnKind::value) {
        out.values()[row] = from.storage() == Storage::string ? Value::borrowed(from.string(at)) : from.get(at);
    } else if (out.kind() == ColumnKind::integer) {
        out.integers()[row] = from.integers()[at];
    } else if (out.kind() == ColumnKind::floating) {
        out.floats()[row] = from.floats()[at];
    } else {
        out.booleans()[row] = from.booleans()[at];
    }
}

template <class T>
void gather_numbers(const PropertyColumn& from, std::span<const T> data, const Rows<std::uint32_t>& ids,
                    const RowView& rows, Column& out, Array<T>& to) {
    rows.for_each_row([&](RowIndex row) {
        const std::uint32_t id = ids[row];
        if (from.has(id)) {
            to[row] = data[id];
        } else {
            out.set_null(row);
        }
    });
}

// The property of nodes. REQUIRES: `out` is reset to kind_of(from.storage()).
void gather(const PropertyColumn& from, const Column& nodes, const RowView& rows, Column& out) {
    const Rows<std::uint32_t> ids(nodes.ids(), nodes);
    switch (from.storage()) {
        case Storage::integer:
            gather_numbers(from, from.integers(), ids, rows, out, out.integers());
            break;
        case Storage::floating:
            gather_numbers(from, from.floats(), ids, rows, out, out.floats());
            break;
        case Storage::boolean:
            rows.for_each_row([&](RowIndex row) {
                out.booleans()[row] = from.has(ids[row]) ? from.booleans()[ids[row]] : Column::null_boolean;
            });
            break;
        case Storage::string:
            rows.for_each_row([&](RowIndex row) {
                if (from.has(ids[row])) out.values()[row] = Value::borrowed(from.string(ids[row]));
            });
            break;
        case Storage::string_list:
        case Storage::value:
            rows.for_each_row([&](RowIndex row) { out.values()[row] = from.get(ids[row]); });
            break;
    }
}

class NodeProperty final : public Evaluator {
public:
    NodeProperty(EvaluatorPtr object, const PropertyColumn& column, SourceSpan span)
        : Evaluator(span), object_(std::move(object)), column_(column) {}
    ColumnKind kind() const override { return kind_of(column_.storage()); }
    Result<const Column*> compute(RunContext& run, const RowView& rows, Column& scratch) const override {
        Column object;
        CONFER_TRY(const Column* const nodes, object_->compute(run, rows, object));
        return fill_column(scratch, kind(), rows, nodes->is_constant(), [&](const RowView& visited) -> Result<void> {
            gather(column_, *nodes, visited, scratch);
            return {};
        });
    }

    std::optional<NodeTexts> texts() const {
        if (column_.storage() != Storage::string) return std::nullopt;
        return NodeTexts{object_.get(), &column_};
    }

private:
    EvaluatorPtr object_;
    const PropertyColumn& column_;
};

class RelationshipProperty final : public Evaluator {
public:
    RelationshipProperty(EvaluatorPtr object, const PropertyGraph& graph, KeyId key, SourceSpan span)
        : Evaluator(span), object_(std::move(object)) {
        bool first = true;
        for (std::size_t type = 0; type < graph.types().size(); ++type) {
            const PropertyColumn* column = graph.edge_column(static_cast<TypeId>(type), key);
            columns_.push_back(column);
            if (column == nullptr) continue;
            const ColumnKind kind = kind_of(column->storage());
            kind_ = first || kind == kind_ ? kind : ColumnKind::value;
            first = false;
        }
    }
    ColumnKind kind() const override { return kind_; }
    Result<const Column*> compute(RunContext& run, const RowView& rows, Column& scratch) const override {
        Column object;
        CONFER_TRY(const Column* const edges, object_->compute(run, rows, object));
        return fill_column(scratch, kind_, rows, edges->is_constant(), [&](const RowView& visited) -> Result<void> {
            const Rows<std::uint32_t> ids(edges->ids(), *edges);
            EdgeTypes types(run.graph.topology());
            visited.for_each_row([&](RowIndex row) {
                const EdgeId edge = ids[row];
                const PropertyColumn* const column = edge == no_id ? nullptr : columns_[types.type_of(edge)];
                if (column == nullptr) {
                    scratch.set_null(row);
                } else {
                    copy_property(*column, edge - types.first_edge(), scratch, row);
                }
            });
            return {};
        });
    }

private:
    EvaluatorPtr object_;
    std::vector<const PropertyColumn*> columns_;  // by type; nullptr: none has it
    ColumnKind kind_ = ColumnKind::value;
};

// Of anything: a map's entry, a node's or relationship's property, null's null.
class AnyProperty final : public Evaluator {
public:
    AnyProperty(EvaluatorPtr object, std::string name, std::optional<KeyId> key, SourceSpan span)
        : Evaluator(span), object_(std::move(object)), name_(std::move(name)), key_(key) {}
    ColumnKind kind() const override { return ColumnKind::value; }
    Result<const Column*> compute(RunContext& run, const RowView& rows, Column& scratch) const override {
        Column object;
        CONFER_TRY(const Column* const objects, object_->compute(run, rows, object));
        return fill_column(scratch, kind(), rows, objects->is_constant(),
                           [&](const RowView& visited) { return read(run.graph, *objects, visited, scratch); });
    }

private:
    Result<void> read(const PropertyGraph& graph, const Column& objects, const RowView& rows, Column& out) const {
        Values values(objects);
        const std::optional<KeyId> key = graph.is_unfinished() ? graph.keys().find(name_) : key_;
        std::optional<Error> failure;
        rows.for_each_row([&](RowIndex row) {
            const Value& value = values[row];
            if (!failure) failure = refuse_deleted(graph, value, span());
            if (failure) return;
            switch (value.kind()) {
                case Kind::null:
                    break;
                case Kind::map:
                    if (const Value* const entry = value.find(name_)) out.values()[row] = *entry;
                    break;
                case Kind::node:
                    if (key) out.values()[row] = graph.property(value.as_node(), *key);
                    break;
                case Kind::relationship:
                    if (key) out.values()[row] = graph.edge_property(value.as_relationship(), *key);
                    break;
                default:
                    if (!failure) failure = no_properties(value);
            }
        });
        if (failure) return *std::move(failure);
        return {};
    }
    Error no_properties(const Value& value) const {
        return runtime_error(ErrorCode::invalid_argument_type, span(),
                             with_article(value.kind()) + " has no properties, so no `" + name_ + "`",
                             {"only nodes, relationships and maps have properties"});
    }

    EvaluatorPtr object_;
    std::string name_;
    std::optional<KeyId> key_;
};

}  // namespace

std::optional<NodeTexts> node_texts(const Evaluator& evaluator) {
    const auto* const property = dynamic_cast<const NodeProperty*>(&evaluator);
    return property != nullptr ? property->texts() : std::nullopt;
}

Compiled compile(const typed::Property& property, const typed::Expr& expr, const Scope& scope) {
    Compiled object = compile_part(*property.object, scope);
    const std::optional<KeyId> key = scope.graph.keys().find(property.key);
    const bool by_columns = !scope.graph.is_unfinished();
    if (by_columns && object.kind() == ColumnKind::node) {
        const PropertyColumn* const column = key ? scope.graph.node_column(*key) : nullptr;
        if (column == nullptr) return {make_constant(Value(), expr.span), false};
        return {std::make_unique<NodeProperty>(std::move(object.evaluator), *column, expr.span), false};
    }
    if (by_columns && object.kind() == ColumnKind::relationship) {
        if (!key) return {make_constant(Value(), expr.span), false};
        return {std::make_unique<RelationshipProperty>(std::move(object.evaluator), scope.graph, *key, expr.span),
                false};
    }
    return {std::make_unique<AnyProperty>(std::move(object.evaluator), property.key, key, expr.span), object.constant};
}

}  // namespace confer::engine::exec
