#pragma once
// Watch: what PROFILE says of a run, line by line, in the order in which EXPLAIN prints the plan.
//
// Units      nanoseconds of wall time, of its own; bytes of the run's memory budget, held at once.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "exec/profile.h"
#include "plan/build.h"
#include "session/answer.h"

namespace confer::engine {

struct WatchedLine {
    std::string text;                 // of an operator, or of a clause that writes
    std::optional<double> estimated;  // rows; of an operator
    std::uint64_t rows = 0;
    std::int64_t nanoseconds = 0, bytes = 0;
};

// A line for each operator of a plan that has run.
void add_lines(std::vector<WatchedLine>& lines, const std::vector<plan::OutlineLine>& outline,
               const exec::Profile& profile);

// The lines as an answer's rows.
void show(Answer& answer, const std::vector<WatchedLine>& lines);

}  // namespace confer::engine
