#pragma once
// weave: answers the queries in pages that live in files, and writes the answers under them.
//
// The same page and the same graph give the same text anywhere: pictures are laid out by Confer itself. Each answer is
// stamped with its statement and with the version of the graph (load/graph_version.h), so that weaving twice changes
// nothing. Statements that write are refused.
//
// Errors     go to standard error with the page's file and line. A query that fails keeps the answer it had; the others
//            are answered all the same. A page is written whole or not at all, its pictures before it.
// Threads    one thread.
#include <string>
#include <vector>

#include "format/render.h"
#include "session/database.h"

namespace confer::hosts {

struct WeaveOptions {
    std::vector<std::string> files;
    bool check = false;  // write nothing; say which answers are out of date
    bool sources = true;
    engine::RunOptions run;
};

// The exit status: 0; 1 when a query failed, a file can't be read or written or, with `check`, an answer is out of
// date.
int weave(engine::Database& database, const WeaveOptions& options);

}  // namespace confer::hosts
