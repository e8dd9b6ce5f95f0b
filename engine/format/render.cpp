#include "format/render.h"

#include <algorithm>

#include "format/format_internal.h"

namespace confer::engine::format {

namespace {

struct Renderer {
    const char* name;
    std::string (*render)(const Answer&, const RenderOptions&);
    bool without_columns = false;  // whether it has something to say of an answer without columns
};

// By Format.
constexpr Renderer renderers[] = {
    {"table", render_table},       {"list", render_list},       {"csv", render_csv},
    {"tsv", render_tsv},           {"json", render_json, true}, {"jsonl", render_jsonl},
    {"markdown", render_markdown}, {"html", render_html},       {"wikitext", render_wikitext},
    {"dokuwiki", render_dokuwiki}, {"dot", render_dot},         {"mermaid", render_mermaid},
    {"svg", render_svg},
};

}  // namespace

const std::vector<std::string>& format_names() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> all;
        for (const Renderer& renderer : renderers) all.emplace_back(renderer.name);
        return all;
    }();
    return names;
}

std::string format_names_text() {
    std::string text;
    for (std::size_t i = 0; i < std::size(renderers); ++i) {
        text += i == 0 ? "" : i + 1 == std::size(renderers) ? " or " : ", ";
        text += renderers[i].name;
    }
    return text;
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
    const Renderer& renderer = renderers[static_cast<std::size_t>(format)];
    return answer.columns.empty() && !renderer.without_columns ? "" : renderer.render(answer, options);
}

bool draws_evidence(Format format) {
    return format == Format::dot || format == Format::mermaid || format == Format::svg;
}

Frame frame_of(Format format) {
    return format == Format::html ? html_page() : Frame{};
}

}  // namespace confer::engine::format
