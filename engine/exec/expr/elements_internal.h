#pragma once
// Elements: the lists of some rows, taken apart into batches that the inside of a comprehension is computed for.
//
// Shapes     one inner row for each element; its columns are the outer variables that the inside reads, then the
//            comprehension's own. A long list spreads over several batches, short ones share one.
// Ownership  an inner batch owns its columns; it lasts until the next one.
// Threads    one thread.
#include <initializer_list>
#include <vector>

#include "exec/expr/compile_internal.h"
#include "exec/expr/kernel_internal.h"

namespace confer::engine::exec {

// What the inside of a comprehension can see.
class InnerScope {
public:
    // The outer variables that `parts` (which may be null) read.
    InnerScope(const Layout& outer, std::initializer_list<const typed::Expr*> parts);
    // A variable of its own; returns its column.
    std::uint32_t add(typed::VarId variable, ColumnKind kind) { return layout_.add(variable, kind); }
    const Layout& layout() const { return layout_; }
    // The outer columns behind the first inner ones.
    const std::vector<std::uint32_t>& carried() const { return carried_; }

private:
    Layout layout_;
    std::vector<std::uint32_t> carried_;
};

// The kind of column for the elements of a list of this type.
inline ColumnKind element_kind(const typed::Expr& list) {
    return column_kind(list.type.element());
}

// out[row] = value. Errors: invalid_argument_type when the element is not what its list's type says.
Result<void> set_element(Column& out, RowIndex row, const Value& value, SourceSpan span);

class Elements {
public:
    // The element's own column comes right after the carried ones.
    Elements(const InnerScope& scope, const Column& lists, const RowView& outer, SourceSpan list_span);

    // Makes the next batch; false when the lists are spent. Errors also: interrupted, timeout;
    // invalid_argument_type for what is neither list nor null.
    Result<bool> next(RunContext& run);
    const RowBatch& batch() const { return batch_; }
    // The outer row that each row of the batch comes from.
    const Selection& origins() const { return origins_; }
    // The rest of this row's elements are not needed.
    void skip(RowIndex outer);

private:
    bool open_list();
    Result<void> take(std::span<const Value> elements, RowIndex origin);

    const InnerScope& scope_;
    Values lists_;
    const RowView& outer_;
    SourceSpan list_span_;
    Selection all_;
    const Selection& rows_;
    std::size_t row_ = 0;      // in rows_: the list being taken apart
    std::size_t element_ = 0;  // in that list
    Value list_;               // that list, once open
    bool is_open_ = false;
    RowBatch batch_;
    Selection origins_;
};

// Memory that a comprehension or reduction holds while it works.
class Charge {
public:
    explicit Charge(RunLimits& limits) : limits_(limits) {}
    ~Charge() { limits_.release(bytes_); }
    Charge(const Charge&) = delete;
    Charge& operator=(const Charge&) = delete;
    // Errors: memory_limit.
    Result<void> add(std::size_t bytes) {
        CONFER_CHECK(limits_.charge(bytes));
        bytes_ += bytes;
        return {};
    }
    // Makes it `bytes` in all.
    Result<void> hold(std::size_t bytes) {
        if (bytes > bytes_) return add(bytes - bytes_);
        limits_.release(bytes_ - bytes);
        bytes_ = bytes;
        return {};
    }

private:
    RunLimits& limits_;
    std::size_t bytes_ = 0;
};

}  // namespace confer::engine::exec
