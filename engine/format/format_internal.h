#pragma once
// The renderers behind render(), one a file.
#include "format/render.h"

namespace confer::engine::format {

// Whether the column holds numbers, and nothing else but nulls: it then stands at the right.
bool is_numeric_column(const Answer& answer, std::size_t column);

std::string render_table(const Answer& answer, const RenderOptions& options);
std::string render_list(const Answer& answer, const RenderOptions& options);
std::string render_csv(const Answer& answer);
std::string render_markdown(const Answer& answer, const RenderOptions& options);
std::string render_json(const Answer& answer, const RenderOptions& options);

}  // namespace confer::engine::format
