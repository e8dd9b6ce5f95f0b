#pragma once
// write_graph: PropertyGraph -> graph JSON, such that reading it gives the same graph again.
//
// Shapes     one file: head, schema, then one node and one edge a line. Nodes in order of their numbers,
//            edges by type, then ends. Keys: id and label, or from, type and to; then `name`; then as the
//            schema declares them; then in alphabetical order. Equal graphs give equal text.
// Errors     cannot_write, for what graph JSON can't say: NaN and infinities, ids that are no strings or
//            not unique, properties called like a part of the format (`label`, `labels`; `from`, `type`,
//            `to`). A node without an id is given one: reading it back, it has that id.
// Threads    reads the graph only.
// Cost       O(size of the text). What is held in memory does not grow with the graph.
// Source     the format: docs/data.md.
#include <string>

#include "base/result.h"
#include "graph/property_graph.h"
#include "load/byte_sink.h"

namespace confer::engine::load {

Result<void> write_graph(const PropertyGraph& graph, ByteSink& sink);
Result<std::string> write_graph(const PropertyGraph& graph);  // held in memory

}  // namespace confer::engine::load
