#pragma once
// Writing, Reading: what the call of an exporter or an importer has besides its answer.
//
// Errors     plugin, in sentences without a subject; what the files say goes to the call as it is.
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "graph/property_graph.h"
#include "load/file_ids.h"
#include "load/file_source.h"
#include "load/format_files.h"
#include "load/graph_receiver.h"
#include "load/progress.h"

namespace confer::engine::plugin {

struct Writing {
    const PropertyGraph& graph;
    const load::FormatFiles& format;
    const std::string& path;
    load::Progress* progress;
    std::vector<std::string>& notes;
    load::FileIds ids;
    load::OutputFiles files;
    bool is_open = false;  // a file
    NodeId next_node = 0;
    EdgeId next_edge = 0;
    std::string head = {};  // once it was asked for

    void report(std::uint64_t elements) const {
        if (progress != nullptr && elements % 1024 == 0) {
            progress->at(load::Progress::Step::writing, path, elements,
                         std::uint64_t{graph.node_count()} + graph.edge_count());
        }
    }
};

struct Reading {
    const load::FormatFiles& format;
    const std::string& path;
    std::vector<std::string>& notes;
    const load::FileSource& source;
    load::GraphReceiver receiver = {};
    std::unique_ptr<load::ByteStream> file = nullptr;  // the one being read

    Result<void> open(std::string_view part);
    // A property's value, or what is wrong with the moment for it.
    Result<void> take(Value value);
    Result<void> take_text(std::string_view text);
    Result<void> take_key(std::string_view key);
};

// The keys of nodes or of relationships as the door lists them: [{key: 'year', type: 'INTEGER'}, …].
Value node_keys(const PropertyGraph& graph);
Value relationship_keys(const PropertyGraph& graph);

}  // namespace confer::engine::plugin
