#include "format/render.h"

#include <algorithm>

#include "format/format_internal.h"

namespace confer::engine::format {

const std::vector<std::string>& format_names() {
    static const std::vector<std::string> names = {"table", "list", "csv", "json", "markdown"};
    return names;
}

std::optional<Format> format_called(std::string_view name) {
    const auto& names = format_names();
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<Format>(found - names.begin());
}

bool is_numeric_column(const Answer& answer, std::size_t column) {
    bool some = false;
    for (const auto& row : answer.rows) {
        if (row[column].is_null()) continue;
        if (!row[column].is_number()) return false;
        some = true;
    }
    return some;
}

std::string render(const Answer& answer, Format format, const RenderOptions& options) {
    if (format == Format::json) return render_json(answer, options);
    if (answer.columns.empty()) return "";
    switch (format) {
        case Format::table:
            return render_table(answer, options);
        case Format::list:
            return render_list(answer, options);
        case Format::csv:
            return render_csv(answer);
        case Format::markdown:
            return render_markdown(answer, options);
        case Format::json:
            break;
    }
    return "";
}

}  // namespace confer::engine::format
