#pragma once
// save_graph: a graph into a file, in one of the formats that there are. The file is whole or what it was before
// (load/atomic_file.h).
//
// Threads    reads the graph only.
// Errors     usage: no such format, with a list of what there is; cannot_write.
// Cost       O(size of the text); memory does not grow with the graph.
#include <string>
#include <string_view>

#include "base/result.h"
#include "graph/property_graph.h"

namespace confer::engine::load {

// "json": all formats, for help texts.
std::string graph_formats();

// `format` is one of graph_formats(); empty: by what the path ends in, such as `.json`.
Result<void> save_graph(const PropertyGraph& graph, const std::string& path, std::string_view format = {});

}  // namespace confer::engine::load
