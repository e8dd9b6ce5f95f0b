#pragma once
// log_text: texts of strangers in the logs.
#include <string>
#include <string_view>

namespace confer::hosts::serve {

// A JSON string in ASCII alone, quotes included: neither a line break nor anything that turns a terminal's writing gets
// through, and what isn't UTF-8 becomes U+FFFD. At most `most` bytes of the text are kept.
std::string log_text(std::string_view text, std::size_t most = 2048);

// "2026-11-22T18:04:05.123Z"
std::string log_time();

}  // namespace confer::hosts::serve
