// A picture of an answer: a matrix for what is set side by side, sets for what is shared, a time axis for a lineage, a
// graph for what else has one, and a table for the rest; with the statement above it, the legend, the notices and the
// sources below.
//
// Source: SVG 1.1 with CSS media queries; WAI-ARIA Graphics Module.
// Test: tests/suites/pictures/svg_test.cpp, tests/suites/pictures/pictures_test.py.
#include <algorithm>

#include "format/footnotes.h"
#include "format/format_internal.h"
#include "format/markup_internal.h"
#include "format/svg_figure_internal.h"
#include "picture/answer_graph.h"

namespace confer::engine::format {
namespace {

constexpr double margin = 16, least_width = 420, most_text_width = 900;
constexpr std::size_t most_sources = 40;

SvgFigure figure_of(const Answer& answer, const RenderOptions& options) {
    if (answer.matrix) return draw_matrix(answer, options);
    if (answer.sharing) {
        if (SvgFigure sets = draw_sets(answer, options); sets.size.width > 0) return sets;
    }
    if (answer.tree) {
        if (SvgFigure lineage = draw_lineage(answer, options); lineage.size.width > 0) return lineage;
    }
    return picture::collect_graph(answer, {1, 0}).empty() ? draw_table(answer, options) : draw_graph(answer, options);
}

class Sheet {
public:
    Sheet(const Answer& answer, const RenderOptions& options)
        : answer_(answer), figure_(figure_of(answer, options)), prefix_(anchor_prefix(answer)) {
        width_ = std::max(figure_.size.width, least_width);
        text_width_ = std::min(width_, most_text_width);
        cites_ = figure_.cites && cites(answer, options);
    }

    std::string text() {
        paragraph(answer_.statement, {.size = 15, .weight = Weight::bold}, 4);
        y_ += 8;
        drawing_.open_moved({margin + (width_ - figure_.size.width) / 2, y_});
        drawing_.add(figure_.canvas);
        drawing_.close();
        y_ += figure_.size.height + 14;
        legend();
        for (const std::string& note : figure_.notes) paragraph(note, {.size = 12, .ink = Ink::soft}, 3);
        for (const std::string& notice : answer_.notices) paragraph(notice, {.size = 12, .ink = Ink::soft}, 4);
        std::swap(drawing_, sources_);
        if (cites_) sources();
        std::swap(drawing_, sources_);
        return assembled();
    }

private:
    // A paragraph of at most so many lines at the left, below what there is.
    void paragraph(std::string_view text, const TextLook& look, std::size_t most_lines, double indent = 0) {
        const auto lines = picture::wrapped(text, text_width_ - indent, look.size, most_lines, look.weight);
        drawing_.text({margin + indent, y_ + look.size}, lines, look);
        y_ += static_cast<double>(lines.size()) * look.size * line_height + 4;
    }

    void legend() {
        double x = 0;
        for (const LegendEntry& entry : figure_.legend) {
            const auto lines = picture::wrapped(entry.text, text_width_ - legend_sample.width - 6, 12, 1);
            const double needed = legend_sample.width + 6 + picture::text_width(lines.front(), 12) + 18;
            if (x > 0 && x + needed > text_width_ + 18) {
                x = 0;
                y_ += 20;
            }
            drawing_.open_moved({margin + x, y_});
            drawing_.add(entry.sample);
            drawing_.text({legend_sample.width + 6, 12}, lines.front(), {.size = 12, .ink = Ink::soft});
            drawing_.close();
            x += needed;
        }
        if (!figure_.legend.empty()) y_ += 26;
    }

    void sources() {
        y_ += 4;
        paragraph("Sources", {.size = 12, .weight = Weight::bold}, 1);
        const std::size_t count = std::min(answer_.sources.size(), most_sources);
        for (std::size_t i = 0; i < count; ++i) {
            const Source& source = answer_.sources[i];
            const bool linked = is_linkable(source.url);
            if (linked) drawing_.open_link(source.url);
            paragraph(std::to_string(i + 1) + (source.weak ? "* " : " ") + citation_text(source),
                      {.size = 11, .ink = Ink::soft}, 3, 4);
            if (linked) drawing_.close_link();
        }
        if (count < answer_.sources.size())
            paragraph("and " + std::to_string(answer_.sources.size() - count) + " more", {.size = 11, .ink = Ink::soft},
                      1, 4);
        if (has_weak_source(answer_)) paragraph(weak_source_legend, {.size = 11, .ink = Ink::soft}, 2, 4);
    }

    // Readers take what is an image for one thing, without links inside; so the sources stand beside it.
    std::string assembled() const {
        const Size size{width_ + 2 * margin, y_ + margin - 4};
        const std::string named = " aria-labelledby=\"" + prefix_ + "title " + prefix_ + "desc\"";
        std::string out = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + svg_number(size.width) +
                          "\" height=\"" + svg_number(size.height) + "\" viewBox=\"0 0 " + svg_number(size.width) +
                          " " + svg_number(size.height) + "\"" + (cites_ ? " role=\"figure\"" : " role=\"img\"") +
                          named + " font-family=\"sans-serif\">\n";
        out += "<title id=\"" + prefix_ + "title\">" + xml_escaped(answer_.statement) + "</title>\n";
        out += "<desc id=\"" + prefix_ + "desc\">" + xml_escaped(figure_.description) + "</desc>\n";
        out += "<style>\n" + dark_page_rules() + "</style>\n" + page_element(size);
        if (!cites_) return out + drawing_.elements() + "</svg>\n";
        return out + "<g role=\"img\"" + named + ">\n" + drawing_.elements() + "</g>\n<g>\n" + sources_.elements() +
               "</g>\n</svg>\n";
    }

    const Answer& answer_;
    SvgFigure figure_;
    std::string prefix_;
    double width_ = 0, text_width_ = 0, y_ = margin - 4;
    bool cites_ = false;
    SvgCanvas drawing_, sources_;
};

}  // namespace

std::string render_svg(const Answer& answer, const RenderOptions& options) {
    return Sheet(answer, options).text();
}

}  // namespace confer::engine::format
