#pragma once
// The race: Confer against the reference kernels on the same data, in one process, run by turns, so that whatever else
// the machine does slows both. Answers are compared before anything is timed.
#include <filesystem>
#include <set>
#include <string>

#include "bench/reference/kernels.h"
#include "bench/workload.h"

namespace confer::bench {

struct RaceOptions {
    std::set<std::string> only;  // queries; empty: all that suit the scale
    bool answers_only = false;   // nothing is timed
    double seconds = 1;          // for the repetitions of one query
    double bound_seconds = 120;  // for one run
};

// Prints the table. False when an answer was wrong or missing.
bool race(const Graph& graph, reference::Kernels& kernels, const std::vector<Query>& queries,
          const RaceOptions& options);

}  // namespace confer::bench
