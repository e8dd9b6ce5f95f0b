#pragma once
// shell: the interactive shell: reads statements and commands, prints answers.
//
// Errors     an error is printed and the shell goes on.
// Threads    one thread; SIGINT stops the running statement, not the shell.
#include <cstddef>
#include <memory>
#include <optional>

#include "base/cancel.h"
#include "format/render.h"
#include "session/database.h"

namespace confer::hosts {

struct ShellOptions {
    engine::format::Format format = engine::format::Format::table;
    engine::format::RenderOptions render;
    engine::RunOptions run;
    bool timing = false;
    std::optional<std::size_t> rows = 40;  // that are shown on a terminal; none: all
    std::shared_ptr<const engine::Answer> last =
        nullptr;  // of the last statement that was answered: what `:why` explains
};

// Runs until `:quit` or the end of the input. `interrupt` must be run.cancel. Returns the exit status.
int run_shell(engine::Database& database, ShellOptions options, engine::CancelToken& interrupt);

}  // namespace confer::hosts
