// Tested by suites/command/save_test.py.
#include "load/save_graph.h"

#include <algorithm>
#include <iterator>

#include "load/atomic_file.h"
#include "load/write_graph.h"

namespace confer::engine::load {

namespace {

struct GraphFormat {
    std::string_view name;
    Result<void> (*write)(const PropertyGraph&, ByteSink&);
};

constexpr GraphFormat formats[] = {{"json", write_graph}};

std::string_view extension_of(std::string_view path) {
    const std::string_view file = path.substr(path.rfind('/') + 1);  // npos + 1 is 0
    const std::size_t dot = file.rfind('.');
    return dot == std::string_view::npos ? std::string_view() : file.substr(dot + 1);
}

Error unknown_format(const std::string& path, std::string_view format, bool by_extension) {
    std::string message = by_extension && format.empty() ? "`" + path + "` doesn't say which format it is to have"
                                                         : "graphs can't be saved as `" + std::string(format) + "`";
    return {.code = ErrorCode::usage,
            .message = std::move(message),
            .hints = {"the formats are: " + graph_formats() + "; name the file accordingly, as in `graph.json`"}};
}

}  // namespace

std::string graph_formats() {
    std::string names;
    for (const GraphFormat& format : formats) names.append(names.empty() ? "" : ", ").append(format.name);
    return names;
}

Result<void> save_graph(const PropertyGraph& graph, const std::string& path, std::string_view format) {
    const std::string_view wanted = format.empty() ? extension_of(path) : format;
    const auto* known = std::ranges::find(formats, wanted, &GraphFormat::name);
    if (known == std::end(formats)) return unknown_format(path, wanted, format.empty());
    CONFER_TRY(AtomicFile file, AtomicFile::open(path));
    CONFER_CHECK(known->write(graph, file));
    return file.commit();
}

}  // namespace confer::engine::load
