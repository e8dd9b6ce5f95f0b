#pragma once
// SvgFigure: what one kind of picture gives; render_svg() puts the heading above and the rest below it.
#include <string>
#include <vector>

#include "format/render.h"
#include "format/svg_canvas_internal.h"

namespace confer::engine::format {

struct LegendEntry {
    std::string text;
    SvgCanvas sample;  // 26 wide and 16 high
};
inline constexpr Size legend_sample{26, 16};

struct SvgFigure {
    Size size;
    SvgCanvas canvas;
    std::vector<LegendEntry> legend;
    std::vector<std::string> notes;  // sentences below it: what was left out
    std::string description;         // in words, for those who can't see it
    bool cites = false;              // it has footnote numbers
};

SvgFigure draw_graph(const Answer& answer, const RenderOptions& options);   // REQUIRES: it holds or rests on nodes
SvgFigure draw_matrix(const Answer& answer, const RenderOptions& options);  // REQUIRES: answer.matrix
SvgFigure draw_table(const Answer& answer, const RenderOptions& options);
// The sets that an answer about what is shared speaks of; no size: there are none.
SvgFigure draw_sets(const Answer& answer, const RenderOptions& options);
// A lineage by years; no size: no year is known.
SvgFigure draw_lineage(const Answer& answer, const RenderOptions& options);

}  // namespace confer::engine::format
