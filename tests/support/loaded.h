#pragma once
// loaded: graphs and loading errors from texts in the tests.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "load/read_graph.h"

namespace confer::engine {

using TestFiles = std::vector<std::pair<std::string, std::string>>;

// The first file is the root.
inline Result<GraphPtr> load_files(const TestFiles& texts) {
    load::TextFiles::Files files;
    for (const auto& [path, text] : texts) files.emplace_back(path, text);
    return load::read_graph(load::TextFiles(files), texts.front().first);
}

inline Result<GraphPtr> load_text(const std::string& text) {
    return load_files({{"graph.json", text}});
}

// Every problem on a line of its own: "graph.json:3 /nodes/1/id: message (hint)".
inline std::string problems_of(const Result<GraphPtr>& result) {
    if (result.has_value()) return "none";
    std::string lines;
    for (const Error& problem : result.error().problems) {
        if (!lines.empty()) lines += '\n';
        lines += problem.place->file + ":" + std::to_string(problem.place->line) + " ";
        if (!problem.place->pointer.empty()) lines += problem.place->pointer + " ";
        lines += problem.message;
        for (const std::string& hint : problem.hints) lines += " (" + hint + ")";
    }
    return lines;
}

inline std::string problems_in(const std::string& text) {
    return problems_of(load_text(text));
}

}  // namespace confer::engine
