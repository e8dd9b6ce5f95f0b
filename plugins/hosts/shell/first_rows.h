#pragma once
// first_rows: the beginning of a long answer, for reading on a screen.
//
// Cost       that of copying as many rows.
#include <cstddef>

#include "session/answer.h"

namespace confer::hosts {

// Whether there is something to leave out: comparisons and lineages are read as a whole, however long.
bool is_longer_than(const engine::Answer& answer, std::size_t rows);

// The first rows, with the sources that they cite and their numbers as they were. Evidence and notices are left out.
// REQUIRES: is_longer_than(answer, rows).
engine::Answer first_rows(const engine::Answer& answer, std::size_t rows);

}  // namespace confer::hosts
