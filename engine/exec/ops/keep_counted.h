#pragma once
// keep_counted: narrows the selection to rows whose count is not zero; false when none is left.
#include "exec/batch.h"

namespace confer::engine::exec {

inline bool keep_counted(const Array<std::int64_t>& counts, RowBatch& batch) {
    std::size_t zeros = 0;
    if (batch.has_selection()) {
        for (const RowIndex row : batch.selection()) zeros += counts[row] == 0 ? 1 : 0;
    } else {
        for (std::size_t row = 0; row < batch.row_count(); ++row) zeros += counts[row] == 0 ? 1 : 0;
    }
    if (zeros == 0) return true;
    if (zeros == batch.selected_count()) return false;
    Selection some;
    batch.for_each_row([&](RowIndex row) {
        if (counts[row] != 0) some.push_back(row);
    });
    batch.select(std::move(some));
    return true;
}

}  // namespace confer::engine::exec
