#pragma once
// ServedGraph: the graph that is served, and its version: a short text that is the same for the same content, on every
// machine.
//
// Threads    safe from any number of threads; reload() from one at a time.
#include <array>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "session/database.h"

namespace confer::hosts::serve {

class ServedGraph {
public:
    explicit ServedGraph(engine::Database& database) : database_(database) {}

    engine::Database& database() const { return database_; }
    engine::GraphPtr graph() const { return database_.graph(); }

    // Of a snapshot; found out when it is first asked for, at the cost of writing the graph.
    std::string version_of(const engine::GraphPtr& graph);
    // The same, when it is known already; never waits.
    std::optional<std::string> known_version_of(const engine::GraphPtr& graph) const;

    // Reads the graph anew, finds out its version, and only then has the next requests see it. On error all stays as it
    // was. Errors: those of reading graphs.
    engine::Result<void> reload(const std::string& path, const std::string& from);

private:
    using Known = std::pair<std::weak_ptr<const engine::PropertyGraph>, std::string>;

    engine::Database& database_;
    std::mutex finding_;        // held while a version is found out
    mutable std::mutex mutex_;  // guards all below
    std::array<Known, 4> known_;
    std::size_t next_ = 0;  // in known_
};

}  // namespace confer::hosts::serve
