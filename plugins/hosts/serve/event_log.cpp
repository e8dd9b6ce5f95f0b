#include "hosts/serve/event_log.h"

#include <unistd.h>

#include "hosts/serve/log_text.h"

namespace confer::hosts::serve {

void log_event(std::string_view event, std::initializer_list<std::pair<std::string_view, std::string>> members) {
    std::string line = "{\"time\":\"" + log_time() + "\",\"event\":\"" + std::string(event) + "\"";
    for (const auto& [name, value] : members) line.append(",\"").append(name).append("\":").append(value);
    line += "}\n";
    // In one piece, so that lines of several threads don't mix. Nobody may be listening, which is no failure.
    [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, line.data(), line.size());
}

}  // namespace confer::hosts::serve
