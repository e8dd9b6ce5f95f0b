#pragma once
// Importer: a plugin's way to read a graph from files in some format, and how it is let to.
//
// Threads    one thread a call.
// Errors     bad_data, with all problems of the files; cannot_read; plugin: a broken promise; memory_limit.
// Cost       the graph, and what the plugin makes of it.
#include <confer/plugin.h>

#include <string>
#include <vector>

#include "graph/property_graph.h"
#include "load/format_files.h"
#include "load/progress.h"

namespace confer::engine::plugin {

struct Importer {
    load::FormatFiles files;
    std::string doc;
    confer_importer_fn function = nullptr;
    void* user = nullptr;
};

// `notes` receives what the importer has to say about it. `progress` may be nullptr.
Result<GraphPtr> import_graph(const Importer& importer, const std::string& path, load::Progress* progress,
                              std::vector<std::string>& notes);

}  // namespace confer::engine::plugin
