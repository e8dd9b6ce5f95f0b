#pragma once
// graph_version: a short name for what a graph holds: the same for the same content, another as soon as anything
// differs.
//
// It is a hash of the canonical graph JSON (load/write_graph.h), so it depends on nothing but the graph: not on the
// machine, the path or the time. Caches and pages that hold an answer keep it beside it, to see whether the answer may
// be old. It tells changes, it is no proof against forgers. Of a graph that graph JSON can't hold (a property is NaN,
// say), it tells what comes before that, and how many nodes and relationships there are.
//
// Shapes     16 hexadecimal digits.
// Threads    reads the graph only.
// Cost       that of writing the graph; nothing is held in memory.
// Source     FNV-1a with 64 bits, of Fowler, Noll and Vo.
#include <string>

#include "graph/property_graph.h"

namespace confer::engine::load {

std::string graph_version(const PropertyGraph& graph);

}  // namespace confer::engine::load
