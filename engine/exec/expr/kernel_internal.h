#pragma once
// Kernels: what the loops over whole columns share: reading rows, writing truth values, run-time errors.
//
// Shapes     a kernel is called once a batch and visits the selected rows; a constant column has one stored
//            row, which Rows<T> repeats by masking the row's number.
// Cost       the functions that run kernels are not inlined: compute() and test() nest as deep as expressions
//            do, so their stack frames have to stay small.
// Threads    plain values.
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "exec/expr/evaluator.h"
#include "value/compare.h"

namespace confer::engine::exec {

// ---- errors, at run time and with their place

Error runtime_error(ErrorCode code, SourceSpan span, std::string message, std::vector<std::string> hints = {});
// Gives an error from a lower floor its place and phase.
Error at(SourceSpan span, Error error);
// "a Boolean is needed here, not an Integer": invalid_argument_type. `needed` comes with its article.
Error wrong_type(SourceSpan span, std::string_view needed, const Value& got);
// "a Boolean", "an Integer".
std::string with_article(Kind kind);

// ---- reading

// The raw rows of a typed column; a constant one gives its only row for all.
template <class T>
class Rows {
public:
    Rows(const Array<T>& data, const Column& column)
        : data_(data.data()), mask_(column.is_constant() ? 0 : ~std::size_t{0}) {}
    const T& operator[](std::size_t row) const { return data_[row & mask_]; }

private:
    const T* data_;
    std::size_t mask_;
};

// Which rows of an integer or floating column are null.
class Nulls {
public:
    explicit Nulls(const Column& column)
        : data_(column.nulls().empty() ? nullptr : column.nulls().data()),
          mask_(column.is_constant() ? 0 : ~std::size_t{0}) {}
    bool any() const { return data_ != nullptr; }
    bool operator[](std::size_t row) const { return data_ != nullptr && data_[row & mask_] != 0; }

private:
    const std::uint8_t* data_;
    std::size_t mask_;
};

// Any column, row by row, as Values. The reference lasts until the next call.
class Values {
public:
    explicit Values(const Column& column) : column_(column), direct_(column.kind() == ColumnKind::value) {}
    const Value& operator[](std::size_t row) {
        if (direct_) return column_.values()[column_.at(row)];
        value_ = column_.get(row);
        return value_;
    }

private:
    const Column& column_;
    bool direct_;
    Value value_;
};

// The error of asking a node or relationship that the statement has deleted for something; nothing for all else.
std::optional<Error> refuse_deleted(const PropertyGraph& graph, const Value& entity, SourceSpan span);

// A view of one row, for what is the same in all of them.
inline RowView one_row() {
    return {{}, 1};
}

// The selected rows as a list, also when all are: `all` then holds them.
const Selection& rows_of(const RowView& rows, Selection& all);

// The rows where `column` is true. Errors: invalid_argument_type at `span`.
Result<Selection> rows_where_true(const Column& column, const RowView& rows, SourceSpan span);

// ---- writing

inline constexpr std::uint8_t truth(Ternary value) {
    return value.has_value() ? static_cast<std::uint8_t>(*value) : Column::null_boolean;
}

// Writes each row's truth value into a boolean column.
struct TruthValues {
    std::uint8_t* out;
    void operator()(RowIndex row, bool value) { out[row] = value ? 1 : 0; }
    void null(RowIndex row) { out[row] = Column::null_boolean; }
};

// Keeps the rows that are true, without a branch.
struct TrueRows {
    RowIndex* out;
    std::size_t count = 0;
    void operator()(RowIndex row, bool value) {
        out[count] = row;
        count += value ? 1 : 0;
    }
    void null(RowIndex) {}
};

template <class Emit>
void emit_ternary(Emit& emit, RowIndex row, Ternary value) {
    if (value.has_value()) {
        emit(row, *value);
    } else {
        emit.null(row);
    }
}

// Where a predicate's kernel leaves its answer: a boolean column, or the rows that are true.
class TruthSink {
public:
    explicit TruthSink(Column& column) : column_(&column) {}
    explicit TruthSink(Selection& selection) : selection_(&selection) {}

    // Runs kernel(rows, emit), which calls emit(row, bool) or emit.null(row) for each row; once only when
    // `constant`, as the answer is then the same for all rows.
    template <class Kernel>
    [[gnu::noinline]] void fill(const RowView& rows, bool constant, Kernel&& kernel) {
        if (constant) {
            std::uint8_t answer = Column::null_boolean;
            TruthValues emit{&answer};
            kernel(one_row(), emit);
            repeat(rows, answer);
        } else if (column_ != nullptr) {
            column_->reset(ColumnKind::boolean, rows.row_count());
            TruthValues emit{column_->booleans().data()};
            kernel(rows, emit);
        } else {
            selection_->resize(rows.selected_count());
            TrueRows emit{selection_->data()};
            kernel(rows, emit);
            selection_->resize(emit.count);
        }
    }

private:
    void repeat(const RowView& rows, std::uint8_t answer);

    Column* column_ = nullptr;
    Selection* selection_ = nullptr;
};

// A boolean expression with one kernel for both its column and its selection.
class Predicate : public Evaluator {
public:
    ColumnKind kind() const override { return ColumnKind::boolean; }
    Result<const Column*> compute(RunContext& run, const RowView& rows, Column& scratch) const final;
    Result<Selection> choose(RunContext& run, const RowView& rows) const final;

protected:
    using Evaluator::Evaluator;
    // REQUIRES: !rows.empty().
    virtual Result<void> test(RunContext& run, const RowView& rows, TruthSink& sink) const = 0;
};

// Makes a result column of `rows` rows by kernel(rows): one row only, repeated, when `constant`.
// The kernel finds `out` reset to `kind`; it may return an Error.
template <class Kernel>
[[gnu::noinline]] Result<const Column*> fill_column(Column& out, ColumnKind kind, const RowView& rows, bool constant,
                                                    Kernel&& kernel) {
    const RowView visited = constant ? one_row() : rows;
    out.reset(kind, visited.row_count());
    CONFER_CHECK(kernel(visited));
    if (constant) out.repeat(rows.row_count());
    return &out;
}

}  // namespace confer::engine::exec
