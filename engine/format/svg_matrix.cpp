// A comparison: rows and columns, each cell with a sign of its own shape, so that nothing depends on colours: a tick in
// a disc, a cross in a square, a small dot, a question mark in a dashed circle. The legend has their words. Test:
// tests/suites/pictures/svg_test.cpp.
#include <algorithm>

#include "format/cell_text.h"
#include "format/footnotes.h"
#include "format/matrix_cells.h"
#include "format/svg_figure_internal.h"

namespace confer::engine::format {
namespace {

constexpr double name_width = 230, column_width = 118, name_size = 12.5, sign = 8;
constexpr std::size_t most_rows = 150, most_things = 12;
constexpr int affirmed_hue = 2, denied_hue = 9;

void draw_sign(SvgCanvas& canvas, Mark::Tone tone, Point at) {
    switch (tone) {
        case Mark::Tone::affirmed:
            canvas.box({at.x - sign, at.y - sign}, {2 * sign, 2 * sign}, affirmed_hue, sign);
            canvas.polyline({{at.x - 3.6, at.y + 0.2}, {at.x - 1, at.y + 3}, {at.x + 4, at.y - 3.2}},
                            {.width = 2, .hue = affirmed_hue});
            return;
        case Mark::Tone::denied:
            canvas.box({at.x - sign, at.y - sign}, {2 * sign, 2 * sign}, denied_hue, 0);
            canvas.line({at.x - 3.4, at.y - 3.4}, {at.x + 3.4, at.y + 3.4}, {.width = 2, .hue = denied_hue});
            canvas.line({at.x - 3.4, at.y + 3.4}, {at.x + 3.4, at.y - 3.4}, {.width = 2, .hue = denied_hue});
            return;
        case Mark::Tone::absent:
            canvas.circle(at, 2, true, {.ink = Ink::soft});
            return;
        case Mark::Tone::open:
            canvas.circle(at, sign, false, {.ink = Ink::soft, .width = 1, .dashes = "2 2"});
            canvas.text({at.x, at.y + 4}, "?", {.size = 11, .ink = Ink::soft, .anchor = TextLook::Anchor::middle});
            return;
    }
}

class MatrixFigure {
public:
    MatrixFigure(const Answer& answer, const RenderOptions& options)
        : answer_(answer),
          matrix_(*answer.matrix),
          cite_(cites(answer, options)),
          things_(std::min(matrix_.things.size(), most_things)) {}

    SvgFigure figure() {
        out_.size.width = name_width + static_cast<double>(things_) * column_width;
        headings();
        const std::size_t rows = std::min(answer_.rows.size(), most_rows);
        for (std::size_t row = 0; row < rows; ++row) {
            if (matrix_.grouped && begins_group(answer_, row)) group(row);
            draw_row(row);
        }
        foot();
        out_.size.height = y_;
        if (rows < answer_.rows.size())
            out_.notes.push_back(std::to_string(rows) + " of " + std::to_string(answer_.rows.size()) +
                                 " rows are drawn.");
        if (things_ < matrix_.things.size())
            out_.notes.push_back(std::to_string(things_) + " of " + std::to_string(matrix_.things.size()) +
                                 " columns are drawn.");
        return std::move(out_);
    }

private:
    double middle_of(std::size_t thing) const { return name_width + (static_cast<double>(thing) + 0.5) * column_width; }

    void rule(double width) { out_.canvas.line({0, y_}, {out_.size.width, y_}, {.width = width}); }

    void headings() {
        std::vector<std::vector<std::string>> texts;
        std::size_t most = 1;
        for (std::size_t i = 0; i < things_; ++i) {
            texts.push_back(picture::wrapped(matrix_.things[i], column_width - 10, 12, 4, Weight::bold));
            most = std::max(most, texts.back().size());
        }
        const double step = 12 * line_height;
        for (std::size_t i = 0; i < things_; ++i) {  // their last lines stand beside each other
            const double first = 12 + static_cast<double>(most - texts[i].size()) * step;
            out_.canvas.text({middle_of(i), first}, texts[i],
                             {.size = 12, .weight = Weight::bold, .anchor = TextLook::Anchor::middle});
        }
        y_ = static_cast<double>(most) * step + 4;
        rule(1.2);
        out_.description = "A comparison of " + std::to_string(matrix_.things.size()) + " columns and " +
                           std::to_string(answer_.rows.size()) + " rows.";
    }

    void group(std::size_t row) {
        y_ += 6;
        out_.canvas.text({0, y_ + 13},
                         picture::wrapped(text_at(row, 0), out_.size.width, name_size, 1, Weight::bold).front(),
                         {.size = name_size, .weight = Weight::bold});
        y_ += 20;
    }

    std::string text_at(std::size_t row, std::size_t column) const {
        return cell_text(answer_.rows[row][column], *answer_.graph);
    }

    void draw_row(std::size_t row) {
        const std::string name = text_at(row, matrix_.first_thing() - 1);
        const double indent = matrix_.grouped ? 10 : 0;
        const auto lines = picture::wrapped(name, name_width - indent - 8, name_size, 2);
        const double height = std::max(24.0, static_cast<double>(lines.size()) * name_size * line_height + 8);
        const double middle = y_ + height / 2;
        const double above = static_cast<double>(lines.size() - 1) * name_size * line_height / 2;
        out_.canvas.text({indent, middle - above + 4.2}, lines, {.size = name_size});
        if (row < 30) out_.description += " " + name + ":";
        for (std::size_t i = 0; i < things_; ++i) cell(row, i, middle, name);
        if (row < 30) out_.description += ".";
        y_ += height;
        rule(0.3);
    }

    void cell(std::size_t row, std::size_t thing, double y, const std::string& name) {
        const std::size_t column = matrix_.first_thing() + thing;
        const Mark* mark = mark_of(answer_, row, column);
        const double x = middle_of(thing);
        if (mark == nullptr) {
            const auto line = picture::wrapped(text_at(row, column), column_width - 8, 11, 1).front();
            if (!line.empty()) out_.canvas.text({x, y + 4}, line, {.size = 11, .anchor = TextLook::Anchor::middle});
            return;
        }
        out_.canvas.open(matrix_.things[thing] + ", " + name + ": " + mark->word);
        draw_sign(out_.canvas, mark->tone, {x, y});
        if (const Answer::Cited& cited = cited_in(answer_, row, column); cite_ && !cited.empty()) {
            out_.cites = true;
            const std::string numbers = footnote_numbers(cited, answer_.sources);
            out_.canvas.text({x + sign + 4, y - 1},
                             picture::wrapped(numbers, column_width / 2 - sign - 5, 9, 1).front(),
                             {.size = 9, .ink = Ink::soft});
        }
        out_.canvas.close();
        if (row < 30) out_.description += (thing == 0 ? " " : ", ") + mark->word;
    }

    void foot() {
        y_ += 2;
        for (const MarkCount& count : foot_of(answer_)) {
            draw_sign(out_.canvas, count.mark->tone, {9, y_ + 13});
            out_.canvas.text({24, y_ + 17}, picture::wrapped(count.mark->word, name_width - 30, 12, 1).front(),
                             {.size = 12});
            for (std::size_t i = 0; i < things_; ++i) {
                out_.canvas.text({middle_of(i), y_ + 17}, std::to_string(count.counts[i]),
                                 {.size = 12, .anchor = TextLook::Anchor::middle});
            }
            y_ += 22;
            LegendEntry entry{.text = count.mark->word + ": " + count.mark->meaning, .sample = {}};
            draw_sign(entry.sample, count.mark->tone, {13, 8});
            out_.legend.push_back(std::move(entry));
        }
    }

    const Answer& answer_;
    const Matrix& matrix_;
    bool cite_;
    std::size_t things_;
    double y_ = 0;
    SvgFigure out_;
};

}  // namespace

SvgFigure draw_matrix(const Answer& answer, const RenderOptions& options) {
    return MatrixFigure(answer, options).figure();
}

}  // namespace confer::engine::format
