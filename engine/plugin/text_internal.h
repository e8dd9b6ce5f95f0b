#pragma once
// text: what a plugin hands over as text, which may be anything.
#include <confer/plugin.h>

#include <optional>
#include <string>
#include <string_view>

namespace confer::engine::plugin {

// Nothing when it is not UTF-8, or larger than a string can be.
std::optional<std::string_view> text_of(confer_str text);

// For a message: control characters become spaces; a text that can't be shown says so instead.
std::string one_line(confer_str text);

confer_str handed_out(std::string_view text);

}  // namespace confer::engine::plugin
