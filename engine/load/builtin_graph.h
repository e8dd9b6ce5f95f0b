#pragma once
// builtin_files: the files of the graph that is built into the program; its root is `graph.json`.
//
// Ownership  the texts live as long as the program. Messages name them `builtin:` + path.
// Threads    may be read from any number of threads.
#include "load/file_source.h"

namespace confer::engine::load {

const FileSource& builtin_files();

}  // namespace confer::engine::load
