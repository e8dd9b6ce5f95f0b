#include <algorithm>

#include "base/text_position.h"
#include "plugin/text_internal.h"
#include "value/value.h"

namespace confer::engine::plugin {

std::optional<std::string_view> text_of(confer_str text) {
    if (text.size == 0) return std::string_view();
    if (text.data == nullptr || text.size > Value::max_string_bytes) return std::nullopt;
    const std::string_view view(text.data, text.size);
    if (invalid_utf8(view)) return std::nullopt;
    return view;
}

std::string one_line(confer_str text) {
    const auto view = text_of(text);
    if (!view) return "(a text that is not UTF-8)";
    std::string line(*view);
    std::replace_if(
        line.begin(), line.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; }, ' ');
    return line;
}

confer_str handed_out(std::string_view text) {
    return {text.data(), text.size()};
}

}  // namespace confer::engine::plugin
