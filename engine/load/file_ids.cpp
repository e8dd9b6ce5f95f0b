// Tested by suites/loading/write_graph_test.cpp.
#include "load/file_ids.h"

#include "value/format.h"

namespace confer::engine::load {

namespace {

Error cannot_save(std::string message) {
    return {.code = ErrorCode::cannot_write, .message = std::move(message), .phase = Phase::runtime};
}

}  // namespace

FileIds::FileIds(const PropertyGraph& graph) : graph_(graph) {
    if (const auto key = graph.keys().find("id")) ids_ = graph.node_column(*key);
}

Result<void> FileIds::check() const {
    if (ids_ == nullptr) return {};
    for (NodeId node = 0; node < graph_.node_count(); ++node) {
        if (!ids_->has(node)) continue;
        const Value id = ids_->get(node);
        if (!id.is(Kind::string) || id.as_string().empty()) {
            return cannot_save("a node's `id` must be a string that is not empty to be saved, and " + to_literal(id) +
                               " is not");
        }
        if (graph_.find(id.as_string()) != node)  // it gives the first that has it
            return cannot_save("two nodes have the id `" + std::string(id.as_string()) + "`");
    }
    return {};
}

std::string FileIds::of(NodeId node) const {
    if (ids_ != nullptr && ids_->has(node)) return std::string(ids_->get(node).as_string());
    const std::string plain = "node-" + std::to_string(node);
    std::string id = plain;
    for (int attempt = 2; graph_.find(id).has_value(); ++attempt) id = plain + "-" + std::to_string(attempt);
    return id;
}

}  // namespace confer::engine::load
