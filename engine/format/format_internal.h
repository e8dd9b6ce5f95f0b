#pragma once
// The renderers behind render(), one a file.
#include "format/render.h"

namespace confer::engine::format {

// Whether the column holds numbers, and nothing else but nulls: it then stands at the right.
bool is_numeric_column(const Answer& answer, std::size_t column);

// The sources as a numbered list for a terminal, an empty line before it.
std::string footnotes_text(const Answer& answer, const RenderOptions& options);

std::string render_table(const Answer& answer, const RenderOptions& options);
std::string render_matrix_table(const Answer& answer, const RenderOptions& options);  // REQUIRES: answer.matrix
std::string render_list(const Answer& answer, const RenderOptions& options);
std::string render_csv(const Answer& answer, const RenderOptions& options);
std::string render_tsv(const Answer& answer, const RenderOptions& options);
std::string render_json(const Answer& answer, const RenderOptions& options);
std::string render_jsonl(const Answer& answer, const RenderOptions& options);
std::string render_markdown(const Answer& answer, const RenderOptions& options);
std::string render_html(const Answer& answer, const RenderOptions& options);
Frame html_page();
std::string render_wikitext(const Answer& answer, const RenderOptions& options);
std::string render_dokuwiki(const Answer& answer, const RenderOptions& options);
std::string render_dot(const Answer& answer, const RenderOptions& options);
std::string render_mermaid(const Answer& answer, const RenderOptions& options);
std::string render_svg(const Answer& answer, const RenderOptions& options);

}  // namespace confer::engine::format
