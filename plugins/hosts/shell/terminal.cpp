#include "hosts/shell/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <string_view>

namespace confer::hosts {

std::size_t terminal_width() {
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
    const char* columns = std::getenv("COLUMNS");
    const long width = columns != nullptr ? std::strtol(columns, nullptr, 10) : 0;
    return width > 0 ? static_cast<std::size_t>(width) : 80;
}

bool terminal_has_color() {
    const char* term = std::getenv("TERM");
    const char* no_color = std::getenv("NO_COLOR");
    return term != nullptr && std::string_view(term) != "dumb" && (no_color == nullptr || *no_color == '\0');
}

}  // namespace confer::hosts
