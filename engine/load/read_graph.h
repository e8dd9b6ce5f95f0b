#pragma once
// read_graph: graph JSON -> PropertyGraph, in one streaming pass over each file; in two when data comes
// before the schema that it must fit.
//
// Beyond the format's own rules: null as a property's value means that the node or edge has no such
// property; scalars of different kinds may share a list; where the schema wants floats, integers are taken
// as floats; a node may have an empty list of `labels`.
//
// Errors     bad_data or cannot_read, with `problems`: up to 50, in order of file and line, each with
//            file, line, JSON pointer, what is wrong and the nearest valid name; when there are more, the
//            message says how many. Nothing is loaded when there is one.
// Threads    one thread a call; calls are independent.
// Cost       one SAX pass, or two; memory: the graph and one file's buffer.
// Source     the format: docs/data.md; RFC 8259 (JSON), RFC 6901 (pointers).
#include <cstddef>
#include <string_view>

#include "base/result.h"
#include "graph/property_graph.h"
#include "load/file_source.h"
#include "load/progress.h"

namespace confer::engine::load {

// PATH is a file, or a folder that holds graph.json. `progress`: told of files as they are read; may be nullptr.
Result<GraphPtr> read_graph(std::string_view path, Progress* progress = nullptr);

// `root` is read first, then the files that it includes, from the same source.
Result<GraphPtr> read_graph(const FileSource& files, std::string_view root);

inline constexpr std::size_t max_reported_problems = 50;
inline constexpr unsigned max_json_nesting = 64;

}  // namespace confer::engine::load
