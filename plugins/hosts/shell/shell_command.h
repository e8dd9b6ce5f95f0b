#pragma once
// shell commands: what begins with a colon.
#include <string>
#include <string_view>
#include <vector>

#include "hosts/shell/shell.h"

namespace confer::hosts {

struct ShellCommand {
    std::string_view name;       // ":format"
    std::string_view arguments;  // "NAME"
    std::string_view doc;
};

const std::vector<ShellCommand>& shell_commands();

enum class Next : unsigned char { go_on, quit };

// Runs the command in `line`, which begins with a colon. Texts asked for go to standard output, all else to
// standard error.
Next run_shell_command(std::string_view line, engine::Database& database, ShellOptions& options);

// Prints a statement's answer, or its error. Also keeps the terminal's width up to date.
void run_shell_statement(std::string_view statement, engine::Database& database, ShellOptions& options);

}  // namespace confer::hosts
