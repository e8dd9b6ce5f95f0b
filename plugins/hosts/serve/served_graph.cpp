#include "hosts/serve/served_graph.h"

#include "load/graph_version.h"
#include "session/graph_files.h"

namespace confer::hosts::serve {

std::optional<std::string> ServedGraph::known_version_of(const engine::GraphPtr& graph) const {
    const std::lock_guard lock(mutex_);
    for (const auto& [snapshot, version] : known_) {
        const bool same = !snapshot.owner_before(graph) && !graph.owner_before(snapshot);
        if (same && !version.empty()) return version;
    }
    return std::nullopt;
}

std::string ServedGraph::version_of(const engine::GraphPtr& graph) {
    if (auto known = known_version_of(graph)) return std::move(*known);
    const std::lock_guard finding(finding_);
    if (auto known = known_version_of(graph)) return std::move(*known);  // found out meanwhile
    std::string version = engine::load::graph_version(*graph);
    const std::lock_guard lock(mutex_);
    known_[next_] = {graph, version};
    next_ = (next_ + 1) % known_.size();
    return version;
}

engine::Result<void> ServedGraph::reload(const std::string& path, const std::string& from) {
    const std::vector<const engine::plugin::Plugin*> plugins = database_.plugins();
    CONFER_TRY(engine::GraphPtr graph, engine::read_graph_files(plugins, path, {.format = from}));
    version_of(graph);
    graph->names();
    database_.adopt(std::move(graph));
    return {};
}

}  // namespace confer::hosts::serve
