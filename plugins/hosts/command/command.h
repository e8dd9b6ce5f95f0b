#pragma once
// command: what `confer` does once its options are known.
//
// Answers go to standard output (or the file asked for) and nothing else does; notices and errors go to standard error.
#include "hosts/command/options.h"

namespace confer::hosts {

// Returns the exit status.
int run_command(Options options);

}  // namespace confer::hosts
