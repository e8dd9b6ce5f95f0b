#pragma once
// SetItems: the items of SET, REMOVE, and MERGE's ON CREATE and ON MATCH, done one after the other for each row.
#include "exec/update/new_properties_internal.h"

namespace confer::engine::exec {

class SetItems {
public:
    // `given`: how many of the layout's columns the incoming batches have.
    static Result<SetItems> compile(const std::vector<typed::SetItem>& items, const Layout& layout, std::size_t given,
                                    GraphEdit& edit);

    bool empty() const { return items_.empty(); }
    bool is_by_row() const;
    Result<void> begin(RunContext& run, const RowBatch& batch);
    // `changed` receives the nodes whose labels or properties may be others now.
    Result<void> apply(RunContext& run, RowIndex row, const CurrentRow& current, GraphEdit& edit,
                       std::vector<NodeId>* changed = nullptr) const;

private:
    struct Item {
        typed::SetItem::Form form;
        SourceSpan span;
        RowExpr target;
        KeyId key = 0;
        std::optional<RowExpr> value;
        std::vector<LabelId> labels;
    };
    std::vector<Item> items_;
};

}  // namespace confer::engine::exec
