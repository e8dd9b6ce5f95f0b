#pragma once
// why: what one row of an answer rests on: each claim, and each source that makes it, with its grade and note.
//
// Threads    safe from any number of threads.
// Cost       linear in the claims' sources.
#include <cstddef>

#include "session/answer.h"

namespace confer::engine {

// An answer with a row for each source of each relationship and node in the row's evidence: `claim`, `source` (its
// title), `year`, `grade`, `note`, `confidence` (of the claim as a whole) and `address`; null where it isn't known, and
// columns of which nothing is known are left out. A claim that names no source has one row. REQUIRES: row <
// answer.evidence.size().
Answer why(const Answer& answer, std::size_t row);

}  // namespace confer::engine
