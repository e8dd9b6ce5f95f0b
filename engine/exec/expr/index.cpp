// object[index] and list[from..to].
// Tests: tests/suites/expressions/index_test.cpp.
#include <algorithm>

#include "exec/expr/compile_internal.h"
#include "exec/expr/effort_internal.h"
#include "exec/expr/kernel_internal.h"

namespace confer::engine::exec {

namespace {

Error no_elements(SourceSpan span, std::string_view needed, const Value& object) {
    Error error = wrong_type(span, needed, object);
    if (object.is(Kind::string)) error.hints = {"take a part of a text with `substring(text, start, length)`"};
    return error;
}

// A negative position counts from the end; nothing when it lies before the beginning.
std::optional<std::size_t> position(std::int64_t index, std::size_t size) {
    if (index >= 0) return static_cast<std::size_t>(index);
    const std::size_t back = std::size_t{0} - static_cast<std::size_t>(index);
    if (back > size) return std::nullopt;
    return size - back;
}

class Index final : public Evaluator {
public:
    Index(EvaluatorPtr object, EvaluatorPtr index, SourceSpan index_span, SourceSpan span)
        : Evaluator(span), object_(std::move(object)), index_(std::move(index)), index_span_(index_span) {}
    ColumnKind kind() const override { return ColumnKind::value; }

    Result<const Column*> compute(RunContext& run, const RowView& rows, Column& scratch) const override {
        Column object_scratch, index_scratch;
        CONFER_TRY(const Column* const objects, object_->compute(run, rows, object_scratch));
        CONFER_TRY(const Column* const indexes, index_->compute(run, rows, index_scratch));
        return fill_column(
            scratch, kind(), rows, objects->is_constant() && indexes->is_constant(),
            [&](const RowView& visited) { return fill(run.graph, *objects, *indexes, visited, scratch); });
    }

private:
    Result<void> fill(const PropertyGraph& graph, const Column& objects, const Column& indexes, const RowView& rows,
                      Column& out) const {
        Values object_values(objects), index_values(indexes);
        std::optional<Error> failure;
        rows.for_each_row([&](RowIndex row) {
            if (failure) return;
            const Value &object = object_values[row], &index = index_values[row];
            if (object.is_null() || index.is_null()) return;
            failure = refuse(object, index);
            if (!failure) failure = refuse_deleted(graph, object, span());
            if (!failure) out.values()[row] = look_up(graph, object, index);
        });
        if (failure) return *std::move(failure);
        return {};
    }

    // The error of asking `object` for `index`, if it is one.
    std::optional<Error> refuse(const Value& object, const Value& index) const {
        switch (object.kind()) {
            case Kind::list:
                if (index.is(Kind::integer)) return std::nullopt;
                return runtime_error(ErrorCode::list_element_access_by_non_integer, index_span_,
                                     "a list's elements are found by an Integer, not by " + with_article(index.kind()),
                                     {"write the position, as in `list[0]`; entries of maps go by name"});
            case Kind::map:
            case Kind::node:
            case Kind::relationship:
                if (index.is(Kind::string)) return std::nullopt;
                return runtime_error(ErrorCode::map_element_access_by_non_string, index_span_,
                                     with_article(object.kind()) + "'s entries are found by a String, not by " +
                                         with_article(index.kind()),
                                     {"write the name, as in `map['name']`; elements of lists go by position"});
            default:
                return no_elements(span(), "a List, a Map, a Node or a Relationship", object);
        }
    }

    static Value look_up(const PropertyGraph& graph, const Value& object, const Value& index) {
        if (object.is(Kind::list)) {
            const std::span<const Value> list = object.as_list();
            const std::optional<std::size_t> at = position(index.as_integer(), list.size());
            return at && *at < list.size() ? list[*at] : Value();
        }
        if (object.is(Kind::map)) {
            const Value* const entry = object.find(index.as_string());
            return entry != nullptr ? *entry : Value();
        }
        const std::optional<KeyId> key = graph.keys().find(index.as_string());
        if (!key) return {};
        return object.is(Kind::node) ? graph.property(object.as_node(), *key)
                                     : graph.edge_property(object.as_relationship(), *key);
    }

    EvaluatorPtr object_, index_;
    SourceSpan index_span_;
};

class Slice final : public Evaluator {
public:
    struct Bound {
        EvaluatorPtr evaluator;  // null: open
        SourceSpan span;
    };
    Slice(EvaluatorPtr object, Bound from, Bound to, SourceSpan span)
        : Evaluator(span), object_(std::move(object)), from_(std::move(from)), to_(std::move(to)) {}
    ColumnKind kind() const override { return ColumnKind::value; }

    Result<const Column*> compute(RunContext& run, const RowView& rows, Column& scratch) const override {
        Column object_scratch, from_scratch, to_scratch;
        CONFER_TRY(const Column* const objects, object_->compute(run, rows, object_scratch));
        CONFER_TRY(const Column* const from, compute_bound(from_, run, rows, from_scratch));
        CONFER_TRY(const Column* const to, compute_bound(to_, run, rows, to_scratch));
        const bool constant = objects->is_constant() && from->is_constant() && to->is_constant();
        return fill_column(scratch, kind(), rows, constant,
                           [&](const RowView& visited) { return fill(run, *objects, *from, *to, visited, scratch); });
    }

private:
    static Result<const Column*> compute_bound(const Bound& bound, RunContext& run, const RowView& rows,
                                               Column& scratch) {
        if (bound.evaluator != nullptr) return bound.evaluator->compute(run, rows, scratch);
        scratch = Column::constant(Value(), rows.row_count());
        return &scratch;
    }

    Result<void> fill(RunContext& run, const Column& objects, const Column& from, const Column& to, const RowView& rows,
                      Column& out) const {
        Effort effort(run.limits);
        Values object_values(objects), from_values(from), to_values(to);
        std::optional<Error> failure;
        rows.for_each_row([&](RowIndex row) {
            if (failure || !effort.spend(0)) return;
            const Value &object = object_values[row], &begin = from_values[row], &end = to_values[row];
            if (object.is_null()) return;
            if (!object.is(Kind::list)) {
                failure = no_elements(span(), "a List", object);
                return;
            }
            failure = refuse(from_, begin);
            if (!failure) failure = refuse(to_, end);
            const bool unknown = (from_.evaluator && begin.is_null()) || (to_.evaluator && end.is_null());
            if (!failure && !unknown) out.values()[row] = cut(object, begin, end, effort);
        });
        if (failure) return *std::move(failure);
        effort.leave_to(out);
        return effort.result();
    }

    static std::optional<Error> refuse(const Bound& bound, const Value& value) {
        if (value.is_null() || value.is(Kind::integer)) return std::nullopt;
        return wrong_type(bound.span, "an Integer", value);
    }

    // REQUIRES: the bounds are integers, or null where open.
    static Value cut(const Value& object, const Value& from, const Value& to, Effort& effort) {
        const std::span<const Value> list = object.as_list();
        const auto clamped = [&](const Value& bound) {
            return std::min(position(bound.as_integer(), list.size()).value_or(0), list.size());
        };
        const std::size_t begin = from.is_null() ? 0 : clamped(from);
        const std::size_t end = to.is_null() ? list.size() : clamped(to);
        if (begin >= end) return Value(ValueList());
        if (!effort.hold((end - begin) * sizeof(Value))) return {};
        constexpr std::size_t elements_at_once = 65536;
        ValueList part;
        part.reserve(end - begin);
        for (std::size_t first = begin; first < end; first += elements_at_once) {
            const auto some = list.subspan(first, std::min(end - first, elements_at_once));
            if (!effort.spend(some.size_bytes())) return {};
            part.insert(part.end(), some.begin(), some.end());
        }
        return Value(std::move(part));
    }

    EvaluatorPtr object_;
    Bound from_, to_;
};

}  // namespace

Compiled compile_index(const typed::Operation& operation, const typed::Expr& expr, const Scope& scope) {
    Compiled object = compile_part(*operation.operands[0], scope);
    Compiled index = compile_part(*operation.operands[1], scope);
    return {std::make_unique<Index>(std::move(object.evaluator), std::move(index.evaluator),
                                    operation.operands[1]->span, expr.span),
            object.constant && index.constant};
}

Compiled compile_slice(const typed::Operation& operation, const typed::Expr& expr, const Scope& scope) {
    Compiled object = compile_part(*operation.operands[0], scope);
    bool constant = object.constant;
    const auto bound = [&](const typed::Expr& part, bool open) -> Slice::Bound {
        if (open) return {nullptr, part.span};
        Compiled compiled = compile_part(part, scope);
        constant = constant && compiled.constant;
        return {std::move(compiled.evaluator), part.span};
    };
    Slice::Bound from = bound(*operation.operands[1], operation.from_open);
    Slice::Bound to = bound(*operation.operands[2], operation.to_open);
    return {std::make_unique<Slice>(std::move(object.evaluator), std::move(from), std::move(to), expr.span), constant};
}

}  // namespace confer::engine::exec
