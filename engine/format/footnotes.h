#pragma once
// footnotes: how an answer cites its sources in text formats: numbers beside each row, the list below.
//
// Units      footnote numbers are 1-based: footnote n is answer.sources[n - 1].
#include <string>
#include <vector>

#include "format/render.h"
#include "session/answer.h"

namespace confer::engine::format {

// "1–3, 7*": the numbers cited, ascending, runs joined; a star marks a source graded weak.
std::string footnote_numbers(const std::vector<std::uint32_t>& cited, const std::vector<Source>& sources);

// Whether the answer has sources and is to show them.
bool cites(const Answer& answer, const RenderOptions& options);

// "Title. Authors. Publisher, year. https://…" with only the parts that are known.
std::string citation_text(const Source& source);

// How many footnotes are written; and the line that says how many are not, empty for none.
std::size_t footnotes_written(const Answer& answer, const RenderOptions& options);
std::string more_footnotes(const Answer& answer, const RenderOptions& options);

// Whether some source is weak, so that the star needs its legend.
bool has_weak_source(const Answer& answer);

inline constexpr const char* weak_source_legend = "* a source graded weak: no claim should rest on it alone";

}  // namespace confer::engine::format
