#pragma once
// rows: how operators read rows from their input and copy them to their output.
#include <span>
#include <string>
#include <vector>

#include "exec/operator.h"

namespace confer::engine::exec {

// Column `from` of the input goes to column `to` of the output.
struct Carry {
    std::uint32_t from, to;
};

Error operator_error(ErrorCode code, SourceSpan span, std::string message, std::vector<std::string> hints = {});

// Empties `out` and gives its first columns these kinds.
void begin_rows(RowBatch& out, std::span<const ColumnKind> kinds);

// Fills the carried columns with the given rows, in that order.
void carry_rows(const RowBatch& in, std::span<const Carry> carried, std::span<const RowIndex> rows, RowBatch& out);

// Appends the selected rows of one column to another.
void append_selected(const Column& from, const RowBatch& rows, Column& to);

// The selected rows as a list, in `scratch` when there is none yet.
std::span<const RowIndex> selected_rows(const RowBatch& batch, Selection& scratch);

// Where a node or relationship variable stands, and how it is called in errors.
struct Slot {
    std::uint32_t column = Layout::absent;
    std::string name = {};
    SourceSpan span = {};

    bool present() const { return column != Layout::absent; }
};

// The column as ids by row, whatever its kind; no_id is null. Uses `scratch` where it is not stored that way.
// Errors: invalid_argument_type when a selected row holds something else than `kind` (node or relationship).
Result<std::span<const std::uint32_t>> ids_of(const RowBatch& batch, const Slot& slot, Kind kind,
                                              std::vector<std::uint32_t>& scratch);

// An operator's input: its state, its current batch, and how far that has been read.
class Input {
public:
    Input(const Operator& input, RunContext& run, const Frame* frame)
        : input_(&input), frame_(frame), state_(input.open(run, frame)) {}

    void rewind() {
        input_->rewind(*state_);
        batch.clear();
        next = count = 0;
        spent = false;
    }
    // The next batch; false when there is none. Checks the run's limits.
    Result<bool> pull(RunContext& run);

    bool at_end() const { return next == count; }
    // Whether anybody wants rows for the one that is read now. `tag`: its column, or absent.
    bool is_wanted(std::uint32_t tag) const {
        return tag == Layout::absent || frame_->wants(batch.columns[tag].ids()[row()]);
    }
    RowIndex row() const { return batch.has_selection() ? batch.selection()[next] : static_cast<RowIndex>(next); }

    RowBatch batch;
    std::size_t next = 0, count = 0;  // the row that is read now, counted among the selected ones; how many there are
    bool spent = false;

private:
    const Operator* input_;
    const Frame* frame_;
    StatePtr state_;
};

}  // namespace confer::engine::exec
