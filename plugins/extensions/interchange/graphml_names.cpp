#include "interchange/graphml_names.h"

namespace confer::interchange {

std::string labels_text(const std::vector<std::string>& labels) {
    std::string text;
    for (const std::string& label : labels) {
        text += ':';
        for (const char c : label) {
            if (c == ':' || c == '\\') text += '\\';
            text += c;
        }
    }
    return text;
}

std::vector<std::string> labels_in(std::string_view text) {
    if (text.empty()) return {};
    if (text.front() == ':') text.remove_prefix(1);
    std::vector<std::string> labels(1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool escapes = text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == ':' || text[i + 1] == '\\');
        if (text[i] == ':') {
            labels.emplace_back();
        } else {
            labels.back() += escapes ? text[++i] : text[i];
        }
    }
    return labels;
}

}  // namespace confer::interchange
