#pragma once
// terminal: what the terminal can do.
#include <cstddef>

namespace confer::hosts {

// Cells in a line of standard output's terminal; COLUMNS when it does not say; else 80.
std::size_t terminal_width();

// Whether ANSI colours are welcome: TERM is set and not `dumb`, and NO_COLOR is not set (no-color.org).
bool terminal_has_color();

}  // namespace confer::hosts
