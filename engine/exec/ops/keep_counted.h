#pragma once
// keep_counted: narrows the selection to rows whose count is not zero; false when none is left.
#include <algorithm>

#include "exec/batch.h"

namespace confer::engine::exec {

inline bool keep_counted(const Array<std::int64_t>& counts, RowBatch& batch) {
    if (!batch.has_selection() && std::find(counts.begin(), counts.end(), 0) == counts.end()) return true;
    Selection some;
    batch.for_each_row([&](RowIndex row) {
        if (counts[row] != 0) some.push_back(row);
    });
    const bool any = !some.empty();
    batch.select(std::move(some));
    return any;
}

}  // namespace confer::engine::exec
