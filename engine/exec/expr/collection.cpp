// List and map literals, and map projections.
// Tests: tests/suites/expressions/collection_test.cpp.
#include "exec/expr/collection_internal.h"

#include <algorithm>

#include "exec/expr/compile_internal.h"
#include "exec/expr/effort_internal.h"
#include "exec/expr/kernel_internal.h"

namespace confer::engine::exec {

namespace {

constexpr std::size_t bytes_of_a_list = 64;  // or of a map: what holds its elements

// The columns of several parts, computed for the same rows.
class PartColumns {
public:
    Result<void> compute(const std::vector<EvaluatorPtr>& parts, RunContext& run, const RowView& rows) {
        scratch_.resize(parts.size());
        values_.reserve(parts.size());
        for (std::size_t i = 0; i < parts.size(); ++i) {
            CONFER_TRY(const Column* const column, parts[i]->compute(run, rows, scratch_[i]));
            values_.emplace_back(*column);
            constant_ = constant_ && column->is_constant();
        }
        return {};
    }
    const Value& get(std::size_t part, RowIndex row) { return values_[part][row]; }
    std::size_t size() const { return values_.size(); }
    bool constant() const { return constant_; }

private:
    std::vector<Column> scratch_;
    std::vector<Values> values_;
    bool constant_ = true;
};

class ListLiteral final : public Evaluator {
public:
    ListLiteral(std::vector<EvaluatorPtr> items, SourceSpan span) : Evaluator(span), items_(std::move(items)) {}
    ColumnKind kind() const override { return ColumnKind::value; }

    Result<const Column*> compute(RunContext& run, const RowView& rows, Column& scratch) const override {
        PartColumns items;
        CONFER_CHECK(items.compute(items_, run, rows));
        return fill_column(scratch, kind(), rows, items.constant(),
                           [&](const RowView& visited) { return fill(run, items, visited, scratch); });
    }

private:
    Result<void> fill(RunContext& run, PartColumns& items, const RowView& rows, Column& out) const {
        Effort effort(run.limits);
        std::optional<Error> failure;
        rows.for_each_row([&](RowIndex row) {
            if (!effort.hold(bytes_of_a_list + items.size() * sizeof(Value)) || !effort.spend(0)) return;
            ValueList list(items.size());
            for (std::size_t i = 0; i < list.size(); ++i) list[i] = items.get(i, row);
            out.values()[row] = Value(std::move(list));
            if (!failure) failure = too_deep(out.values()[row], span());
        });
        if (failure) return *std::move(failure);
        effort.leave_to(out);
        return effort.result();
    }

    std::vector<EvaluatorPtr> items_;
};

class MapLiteral final : public Evaluator {
public:
    MapLiteral(std::vector<std::string> keys, std::vector<EvaluatorPtr> items, SourceSpan span)
        : Evaluator(span), keys_(std::move(keys)), items_(std::move(items)) {}
    ColumnKind kind() const override { return ColumnKind::value; }

    Result<const Column*> compute(RunContext& run, const RowView& rows, Column& scratch) const override {
        PartColumns items;
        CONFER_CHECK(items.compute(items_, run, rows));
        return fill_column(scratch, kind(), rows, items.constant(),
                           [&](const RowView& visited) { return fill(run, items, visited, scratch); });
    }

private:
    Result<void> fill(RunContext& run, PartColumns& items, const RowView& rows, Column& out) const {
        Effort effort(run.limits);
        std::optional<Error> failure;
        rows.for_each_row([&](RowIndex row) {
            if (!effort.hold(bytes_of_a_list + items.size() * sizeof(ValueMap::value_type)) || !effort.spend(0)) return;
            ValueMap map;
            map.reserve(items.size());
            for (std::size_t i = 0; i < items.size(); ++i) map.emplace_back(keys_[i], items.get(i, row));
            out.values()[row] = Value(std::move(map));
            if (!failure) failure = too_deep(out.values()[row], span());
        });
        if (failure) return *std::move(failure);
        effort.leave_to(out);
        return effort.result();
    }

    std::vector<std::string> keys_;
    std::vector<EvaluatorPtr> items_;
};

// object { .*, key: value, … }. The object comes last among the parts.
class MapProjection final : public Evaluator {
public:
    MapProjection(bool all_properties, std::vector<std::string> keys, std::vector<EvaluatorPtr> parts,
                  SourceSpan object_span, SourceSpan span)
        : Evaluator(span),
          all_properties_(all_properties),
          keys_(std::move(keys)),
          parts_(std::move(parts)),
          object_span_(object_span) {}
    ColumnKind kind() const override { return ColumnKind::value; }

    Result<const Column*> compute(RunContext& run, const RowView& rows, Column& scratch) const override {
        PartColumns parts;
        CONFER_CHECK(parts.compute(parts_, run, rows));
        return fill_column(scratch, kind(), rows, parts.constant(),
                           [&](const RowView& visited) { return fill(run, parts, visited, scratch); });
    }

private:
    Result<void> fill(RunContext& run, PartColumns& parts, const RowView& rows, Column& out) const {
        const PropertyGraph& graph = run.graph;
        Effort effort(run.limits);
        std::optional<Error> failure;
        rows.for_each_row([&](RowIndex row) {
            const Value& object = parts.get(keys_.size(), row);
            if (failure || object.is_null()) return;
            failure = refuse_deleted(graph, object, object_span_);
            if (failure) return;
            std::optional<ValueMap> map = properties_of(graph, object);
            if (!map) {
                failure = wrong_type(object_span_, "a Node, a Relationship or a Map", object);
                return;
            }
            if (!all_properties_) map->clear();
            for (std::size_t i = 0; i < keys_.size(); ++i) put(*map, keys_[i], parts.get(i, row));
            if (!effort.hold(bytes_of_a_list + map->size() * sizeof(ValueMap::value_type)) || !effort.spend(0)) return;
            out.values()[row] = Value(*std::move(map));
            failure = too_deep(out.values()[row], span());
        });
        if (failure) return *std::move(failure);
        effort.leave_to(out);
        return effort.result();
    }

    // All of them; nothing when `object` can't have any.
    static std::optional<ValueMap> properties_of(const PropertyGraph& graph, const Value& object) {
        ValueMap map;
        switch (object.kind()) {
            case Kind::map:
                return object.as_map();
            case Kind::node:
                for (const KeyId key : graph.node_keys(object.as_node()))
                    map.emplace_back(graph.keys().name(key), graph.property(object.as_node(), key));
                return map;
            case Kind::relationship:
                for (const KeyId key : graph.edge_keys(object.as_relationship()))
                    map.emplace_back(graph.keys().name(key), graph.edge_property(object.as_relationship(), key));
                return map;
            default:
                return std::nullopt;
        }
    }

    static void put(ValueMap& map, const std::string& key, const Value& value) {
        const auto found = std::find_if(map.begin(), map.end(), [&](const auto& entry) { return entry.first == key; });
        if (found != map.end()) {
            found->second = value;
        } else {
            map.emplace_back(key, value);
        }
    }

    bool all_properties_;
    std::vector<std::string> keys_;
    std::vector<EvaluatorPtr> parts_;
    SourceSpan object_span_;
};

}  // namespace

std::optional<Error> too_deep(const Value& value, SourceSpan span) {
    if (value.depth() <= Value::max_depth) return std::nullopt;
    return runtime_error(ErrorCode::nesting_too_deep, span,
                         "lists and maps can't be nested deeper than " + std::to_string(Value::max_depth) + " levels");
}

Compiled compile(const typed::List& list, const typed::Expr& expr, const Scope& scope) {
    CompiledParts items;
    for (const typed::ExprPtr& item : list.items) items.add(compile_part(*item, scope));
    return {std::make_unique<ListLiteral>(std::move(items.evaluators), expr.span), items.constant};
}

Compiled compile(const typed::Map& map, const typed::Expr& expr, const Scope& scope) {
    CompiledParts items;
    std::vector<std::string> keys;
    for (const auto& [key, value] : map.entries) {
        keys.push_back(key);
        items.add(compile_part(*value, scope));
    }
    return {std::make_unique<MapLiteral>(std::move(keys), std::move(items.evaluators), expr.span), items.constant};
}

Compiled compile(const typed::MapProjection& projection, const typed::Expr& expr, const Scope& scope) {
    CompiledParts parts;
    std::vector<std::string> keys;
    for (const auto& [key, value] : projection.entries) {
        keys.push_back(key);
        parts.add(compile_part(*value, scope));
    }
    parts.add(compile_part(*projection.object, scope));
    return {std::make_unique<MapProjection>(projection.all_properties, std::move(keys), std::move(parts.evaluators),
                                            projection.object->span, expr.span),
            parts.constant};
}

}  // namespace confer::engine::exec
