#pragma once
// Tree: how the rows of an answer hang under each other.
//
// Threads    a plain value.
#include <cstddef>

namespace confer::engine {

// Of rows in a tree's order: the column of their texts, and that of their depth: 0 at the root, negative above it.
struct Tree {
    std::size_t text, depth;
};

}  // namespace confer::engine
