#pragma once
// serve: `confer serve`: questions over HTTP, until it is told to stop.
//
// SIGTERM and SIGINT end it: nobody new is let in, what runs is finished, for as long as the options allow; a second
// one ends it at once. SIGHUP reads the graph anew, and opens the access log anew; requests go on meanwhile, and keep
// the old graph if the new one can't be read. Events go to standard error, a line of JSON each; the first is
// `listening`, with `url` and `port`.
//
// Threads    to be called from the main thread, which serves all connections; statements run on workers.
#include "hosts/serve/serve_options.h"
#include "session/database.h"

namespace confer::hosts::serve {

// Serves what the database holds. Errors: usage, when it can't listen; cannot_write, for the access log.
engine::Result<void> run_serve(engine::Database& database, const ServeOptions& options);

}  // namespace confer::hosts::serve
