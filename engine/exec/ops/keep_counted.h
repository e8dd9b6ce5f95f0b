#pragma once
// keep_counted: narrows the selection to rows whose count is not zero; false when none is left.
#include "exec/batch.h"

namespace confer::engine::exec {

inline bool keep_counted(const std::vector<std::int64_t>& counts, RowBatch& batch) {
    bool all = true;
    batch.for_each_row([&](RowIndex row) { all = all && counts[row] != 0; });
    if (all) return true;
    Selection some;
    batch.for_each_row([&](RowIndex row) {
        if (counts[row] != 0) some.push_back(row);
    });
    if (some.empty()) return false;
    batch.select(std::move(some));
    return true;
}

}  // namespace confer::engine::exec
