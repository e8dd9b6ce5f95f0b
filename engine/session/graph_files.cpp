// Tested by suites/interchange and suites/command/save_test.py.
#include "session/graph_files.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>

#include "load/format_files.h"
#include "load/read_graph.h"
#include "load/write_graph.h"
#include "plugin/plugin.h"
#include "session/read_script.h"

namespace confer::engine {

namespace {

constexpr std::string_view json = "json", script = "cypher";

std::string_view extension_of(std::string_view path) {
    const std::string_view file = path.substr(path.rfind('/') + 1);  // npos + 1 is 0
    const std::size_t dot = file.rfind('.');
    return dot == std::string_view::npos ? std::string_view() : file.substr(dot + 1);
}

bool has_json_graph(const std::string& folder) {
    std::error_code ignored;
    return std::filesystem::exists(folder + "/graph.json", ignored);
}

// The last of what plugins add that fits; nullptr: none.
template <class Added, class Fits>
const Added* last_of(Plugins plugins, std::vector<Added> plugin::Plugin::*added, Fits fits) {
    const Added* last = nullptr;
    for (const plugin::Plugin* plugin : plugins) {
        for (const Added& one : plugin->*added) last = fits(one) ? &one : last;
    }
    return last;
}

// By name, or else by path.
template <class Added>
const Added* chosen(Plugins plugins, std::vector<Added> plugin::Plugin::*added, std::string_view path,
                    std::string_view format) {
    return last_of(plugins, added, [&](const Added& one) {
        return format.empty() ? is_named_after(path, one.files) : one.files.format == format;
    });
}

template <class Added>
std::vector<std::string> names_of(Plugins plugins, std::vector<Added> plugin::Plugin::*added,
                                  std::set<std::string> names) {
    for (const plugin::Plugin* plugin : plugins) {
        for (const Added& one : plugin->*added) names.insert(one.files.format);
    }
    return {names.begin(), names.end()};
}

std::string joined(const std::vector<std::string>& names) {
    std::string all;
    for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
    return all;
}

Error no_format(std::string message, const std::vector<std::string>& formats) {
    return {.code = ErrorCode::usage,
            .message = std::move(message),
            .hints = {"the formats are: " + joined(formats) + "; name the file accordingly, as in `graph.json`"}};
}

// A node or an edge a line is how graph JSON is written, so its lines tell how far the writing has come.
class MeteredSink final : public load::ByteSink {
public:
    MeteredSink(load::ByteSink& sink, const PropertyGraph& graph, std::string_view path, load::Progress* progress)
        : sink_(sink),
          whole_(std::uint64_t{graph.node_count()} + graph.edge_count()),
          path_(path),
          progress_(progress) {}

    Result<void> write(std::string_view bytes) override {
        if (progress_ != nullptr) {
            lines_ += static_cast<std::uint64_t>(std::ranges::count(bytes, '\n'));
            progress_->at(load::Progress::Step::writing, path_, std::min(lines_, whole_), whole_);
        }
        return sink_.write(bytes);
    }

private:
    load::ByteSink& sink_;
    std::uint64_t whole_, lines_ = 0;
    std::string_view path_;
    load::Progress* progress_;
};

Result<void> write_json(const PropertyGraph& graph, const std::string& path, load::Progress* progress) {
    CONFER_TRY(load::AtomicFile file, load::AtomicFile::open(path));
    MeteredSink sink(file, graph, path, progress);
    CONFER_CHECK(load::write_graph(graph, sink));
    return file.commit();
}

}  // namespace

std::vector<std::string> readable_formats(Plugins plugins) {
    return names_of(plugins, &plugin::Plugin::importers, {std::string(json), std::string(script)});
}

std::vector<std::string> writable_formats(Plugins plugins) {
    return names_of(plugins, &plugin::Plugin::exporters, {std::string(json)});
}

Result<GraphPtr> read_graph_files(Plugins plugins, const std::string& path, const FileOptions& options) {
    const std::string_view format = options.format;
    std::vector<std::string> unheard;
    std::vector<std::string>& notes = options.notes == nullptr ? unheard : *options.notes;
    // What is called graph JSON is that, also where it is a part of another format, such as a table's schema.
    const bool by_path = format.empty() && extension_of(path) != json && !has_json_graph(path);
    if (by_path || !format.empty()) {
        if (const auto* importer = chosen(plugins, &plugin::Plugin::importers, path, format))
            return plugin::import_graph(*importer, path, options.progress, notes);
    }
    if (format == script || (by_path && extension_of(path) == script)) return read_script(path);
    if (!format.empty() && format != json)
        return no_format("graphs can't be read as `" + std::string(format) + "`", readable_formats(plugins));
    return load::read_graph(path, options.progress);
}

Result<void> write_graph_files(Plugins plugins, const PropertyGraph& graph, const std::string& path,
                               const FileOptions& options) {
    const std::string_view format = options.format;
    std::vector<std::string> unheard;
    std::vector<std::string>& notes = options.notes == nullptr ? unheard : *options.notes;
    if (format == json || (format.empty() && extension_of(path) == json))
        return write_json(graph, path, options.progress);
    if (const auto* exporter = chosen(plugins, &plugin::Plugin::exporters, path, format))
        return plugin::export_graph(*exporter, graph, path, options.progress, notes);
    const std::string_view wanted = format.empty() ? extension_of(path) : format;
    return no_format(wanted.empty() ? "`" + path + "` doesn't say which format it is to have"
                                    : "graphs can't be saved as `" + std::string(wanted) + "`",
                     writable_formats(plugins));
}

}  // namespace confer::engine
