#pragma once
// parameters_of: what the queries are asked about, as JSON: {"Q1":[{"id":"a7"},…],…}.
#include <string>

#include "bench/data/synthetic_graph.h"

namespace confer::bench {

std::string parameters_of(const SyntheticGraph& graph);

}  // namespace confer::bench
