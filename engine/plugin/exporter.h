#pragma once
// Exporter: a plugin's way to write a graph in a format of files, and how it is let to.
//
// Threads    one thread a call; reads the graph only.
// Errors     cannot_write: a file can't be written, or the format can't hold the graph; plugin: a broken promise;
//            memory_limit. Files are then what they were before.
// Cost       what the plugin makes of it; the host holds 64 KB.
#include <confer/plugin.h>

#include <string>
#include <vector>

#include "graph/property_graph.h"
#include "load/format_files.h"
#include "load/progress.h"

namespace confer::engine::plugin {

struct Exporter {
    load::FormatFiles files;
    std::string doc;
    confer_exporter_fn function = nullptr;
    void* user = nullptr;
};

// `notes` receives what the exporter has to say about it. `progress` may be nullptr.
Result<void> export_graph(const Exporter& exporter, const PropertyGraph& graph, const std::string& path,
                          load::Progress* progress, std::vector<std::string>& notes);

}  // namespace confer::engine::plugin
