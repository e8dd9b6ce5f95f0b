#include "format/changes.h"

namespace confer::engine::format {

std::string changes_text(const Stats& stats) {
    std::string text;
    const auto add = [&](std::uint64_t count, const char* one, const char* many, const char* done) {
        if (count == 0) return;
        text += (text.empty() ? "" : ", ") + std::to_string(count) + " " + (count == 1 ? one : many) + " " + done;
    };
    add(stats.nodes_created, "node", "nodes", "created");
    add(stats.nodes_deleted, "node", "nodes", "deleted");
    add(stats.relationships_created, "relationship", "relationships", "created");
    add(stats.relationships_deleted, "relationship", "relationships", "deleted");
    add(stats.labels_added, "label", "labels", "added");
    add(stats.labels_removed, "label", "labels", "removed");
    add(stats.properties_set, "property", "properties", "set");
    add(stats.properties_removed, "property", "properties", "removed");
    return text;
}

}  // namespace confer::engine::format
