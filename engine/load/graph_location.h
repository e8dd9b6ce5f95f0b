#pragma once
// locate_graph: a path that somebody gave -> the folder and the main file of a graph.
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

namespace confer::engine::load {

struct GraphLocation {
    std::string folder;  // empty: the current one; else as given, or with a slash at its end
    std::string file;
};

// A folder stands for its graph.json.
inline GraphLocation locate_graph(std::string_view path) {
    std::error_code ignored;  // opening the file will say what is wrong
    if (std::filesystem::is_directory(path, ignored)) return {std::string(path), "graph.json"};
    const std::size_t slash = path.rfind('/');
    if (slash == std::string_view::npos) return {{}, std::string(path)};
    return {std::string(path.substr(0, slash + 1)), std::string(path.substr(slash + 1))};
}

}  // namespace confer::engine::load
