#pragma once
// EventLog: what the server has to say of itself, on standard error: a line of JSON for each event, with its time and
// its name (`listening`, `reloaded`, `stopping`, …).
//
// Threads    safe from any number of threads.
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace confer::hosts::serve {

// Values are JSON already: see log_text().
void log_event(std::string_view event, std::initializer_list<std::pair<std::string_view, std::string>> members);

}  // namespace confer::hosts::serve
