#pragma once
// pipe: one JSON request a line in, one JSON reply a line out, for host programs in any language.
//
// Source     the protocol: docs/embedding.md.
// Errors     a request that fails is answered with an `error`; the pipe goes on until its input ends.
// Threads    one thread.
#include <iosfwd>

#include "session/database.h"

namespace confer::hosts {

// Answers requests until the end of `in`. `options` gives the limits of each query. Returns the exit status.
int run_pipe(engine::Database& database, const engine::RunOptions& options, std::istream& in, std::ostream& out);

}  // namespace confer::hosts
