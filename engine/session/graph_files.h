#pragma once
// graph_files: graphs from files and into files, in whatever format there is: graph JSON and openCypher scripts, which
// are Confer's own, and what plugins add.
//
// The format of a path is what it ends in (`tea.ttl`), or what was asked for. What ends in nothing known is read as
// graph JSON, and not written. Of plugins with the same format, the one loaded last counts.
//
// Threads    reads the graph and the plugins only.
// Errors     usage: no such format, with a list of what there is; when reading, bad_data with all problems and
//            cannot_read; when writing, cannot_write: the files are whole or what they were before
//            (load/atomic_file.h).
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "graph/property_graph.h"
#include "load/progress.h"

namespace confer::engine {

namespace plugin {
struct Plugin;
}
using Plugins = std::span<const plugin::Plugin* const>;

struct FileOptions {
    std::string_view format = {};               // empty: by the path
    load::Progress* progress = nullptr;         // told how far it has come
    std::vector<std::string>* notes = nullptr;  // receives what a format could not keep, say
};

Result<GraphPtr> read_graph_files(Plugins plugins, const std::string& path, const FileOptions& options = {});
Result<void> write_graph_files(Plugins plugins, const PropertyGraph& graph, const std::string& path,
                               const FileOptions& options = {});

// In alphabetical order.
std::vector<std::string> readable_formats(Plugins plugins);
std::vector<std::string> writable_formats(Plugins plugins);

}  // namespace confer::engine
