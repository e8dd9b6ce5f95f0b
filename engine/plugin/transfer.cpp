// How exporters and importers are let to work. Tests: tests/suites/plugins/transfer_test.cpp.
#include <new>

#include "graph/graph_builder.h"
#include "load/metered_files.h"
#include "plugin/call_internal.h"
#include "plugin/exporter.h"
#include "plugin/host_internal.h"
#include "plugin/importer.h"
#include "plugin/transfer_internal.h"

namespace confer::engine::plugin {

namespace {

Error no_memory(const std::string& path) {
    return {.code = ErrorCode::memory_limit,
            .message = "the machine has no memory left for `" + path + "`",
            .phase = Phase::runtime};
}

}  // namespace

Result<void> export_graph(const Exporter& exporter, const PropertyGraph& graph, const std::string& path,
                          load::Progress* progress, std::vector<std::string>& notes) {
    Writing writing{
        graph, exporter.files, path, progress, notes, load::FileIds(graph), load::OutputFiles(path, exporter.files)};
    CONFER_CHECK(writing.ids.check());
    if (exporter.files.parts.empty()) {
        CONFER_CHECK(writing.files.begin({}));
        writing.is_open = true;
    }
    confer_call call(exporter.files.format, {}, graph, {});
    call.writing = &writing;
    try {
        enter(call, exporter.function, exporter.user);
    } catch (const std::bad_alloc&) {
        return no_memory(path);
    }
    if (call.error) return *std::move(call.error);
    return writing.files.commit();
}

Result<GraphPtr> import_graph(const Importer& importer, const std::string& path, load::Progress* progress,
                              std::vector<std::string>& notes) {
    const load::DiskFiles disk("");
    std::unique_ptr<load::FileSource> metered;
    if (progress != nullptr) metered = std::make_unique<load::MeteredFiles>(disk, *progress);
    Reading reading{importer.files, path, notes, metered ? *metered : static_cast<const load::FileSource&>(disk)};
    if (importer.files.parts.empty()) CONFER_CHECK(reading.open({}));
    const GraphPtr nothing = GraphBuilder().finish();
    confer_call call(importer.files.format, {}, *nothing, {});
    call.reading = &reading;
    try {
        enter(call, importer.function, importer.user);
        if (!call.error && reading.receiver.is_open()) call.fail_promise("does not end its last element");
        if (call.error) return *std::move(call.error);
        reading.file.reset();
        return std::move(reading.receiver).finish(path);
    } catch (const std::bad_alloc&) {
        return no_memory(path);
    }
}

}  // namespace confer::engine::plugin
