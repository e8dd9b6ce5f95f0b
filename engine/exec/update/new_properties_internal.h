#pragma once
// NewProperties: the properties of something drawn by CREATE or MERGE, with names settled.
// write_property: the one place where values become properties.
#include "exec/update/row_expr_internal.h"
#include "semantics/typed_update.h"

namespace confer::engine::exec {

// Errors of the run, at the place of an expression.
Error update_error(ErrorCode code, SourceSpan span, std::string message, std::vector<std::string> hints = {});
Error deleted_entity(SourceSpan span, const Value& entity);
// Names get numbers; there are 65,535 of each kind.
Result<LabelId> intern_label(GraphEdit& edit, std::string_view name, SourceSpan span);
Result<TypeId> intern_type(GraphEdit& edit, std::string_view name, SourceSpan span);
Result<KeyId> intern_key(GraphEdit& edit, std::string_view name, SourceSpan span);

// REQUIRES: a node or a relationship.
bool is_deleted(const GraphEdit& edit, const Value& entity);
// Null removes the property. REQUIRES: a node or a relationship that is not deleted.
// Errors: invalid_property_type, at `span`.
Result<void> write_property(GraphEdit& edit, const Value& entity, KeyId key, const Value& value, SourceSpan span);

class NewProperties {
public:
    static Result<NewProperties> compile(const typed::NewProperties& properties, const Layout& layout,
                                         std::size_t given, RowExpr::Sees sees, GraphEdit& edit, RunContext& run);

    Result<void> begin(RunContext& run, const RowBatch& batch);
    bool is_by_row() const;
    const std::vector<KeyId>& keys() const { return keys_; }
    // The values of keys(), in that order.
    Result<std::vector<Value>> values(RunContext& run, RowIndex row, const CurrentRow& current) const;
    // Gives them to a new node or relationship.
    Result<void> give(RunContext& run, RowIndex row, const CurrentRow& current, const Value& entity,
                      GraphEdit& edit) const;
    SourceSpan span(std::size_t key) const { return values_[key].span(); }

private:
    std::vector<KeyId> keys_;
    std::vector<RowExpr> values_;
    std::vector<std::pair<KeyId, Value>> all_;  // of a parameter: the same for every row
    SourceSpan all_span_;
};

}  // namespace confer::engine::exec
