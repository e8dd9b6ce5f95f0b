#pragma once
// A job of the peers' harness: load, run each query over all its parameter sets, and say what happened, one JSON object
// a line, so that any engine can be raced against any other by the same rules.
#include "bench/workload.h"

namespace confer::bench {

void run_job(const Job& job);

}  // namespace confer::bench
