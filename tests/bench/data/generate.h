#pragma once
// generate: writes a synthetic graph and what is asked of it.
//
//     graph.json                 as Confer reads it
//     Approach.csv, USES.csv …   a table for each label and each kind of edge, for the reference kernels and for peers
//     params.json                the parameters of the queries; five sets for those that ask about one approach
//     meta.json                  how large it is; written last, so that its presence says that the folder is whole
//
// Errors     a folder that can't be written ends the program with a message: there is nothing else to do.
#include <filesystem>

#include "bench/data/synthetic_graph.h"

namespace confer::bench {

void generate(const SyntheticGraph& graph, const std::filesystem::path& folder);

}  // namespace confer::bench
