#pragma once
// read_graph: graph JSON -> PropertyGraph, in one streaming pass over each file.
//
// Errors     bad_data or cannot_read, with `problems`: up to 50, in order of file and line, each with
//            file, line, JSON pointer, what is wrong and the nearest valid name; when there are more, the
//            message says how many. Nothing is loaded when there is one.
// Threads    one thread a call; calls are independent.
// Cost       one SAX pass; memory: the graph and one file's buffer.
// Source     the format: docs/data.md; RFC 8259 (JSON), RFC 6901 (pointers).
#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "graph/property_graph.h"

namespace confer::engine::load {

// Where files come from: the disk, or the files built into the program.
class FileSource {
public:
    virtual ~FileSource() = default;
    // Errors: cannot_read with the place. `path` is relative to the source, with '/' between folders.
    virtual Result<std::string> read(std::string_view path) const = 0;
    // How messages name the file.
    virtual std::string display_name(std::string_view path) const = 0;
};

// PATH is a file, or a folder that holds graph.json.
Result<GraphPtr> read_graph(std::string_view path);

// `root` is read first; its includes come from the same source.
Result<GraphPtr> read_graph(const FileSource& files, std::string_view root);

inline constexpr std::size_t max_reported_problems = 50;
inline constexpr unsigned max_json_nesting = 64;

}  // namespace confer::engine::load
