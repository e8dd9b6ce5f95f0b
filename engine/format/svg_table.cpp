// What is no graph: a plain table. Test: tests/suites/pictures/svg_test.cpp.
#include <algorithm>

#include "format/cell_text.h"
#include "format/footnotes.h"
#include "format/format_internal.h"
#include "format/matrix_cells.h"
#include "format/svg_figure_internal.h"

namespace confer::engine::format {
namespace {

constexpr double text_size = 12.5, gap = 18, widest = 260;
constexpr std::size_t most_rows = 60, most_columns = 8, most_lines = 4;

class TableFigure {
public:
    TableFigure(const Answer& answer, const RenderOptions& options)
        : answer_(answer),
          cite_(cites(answer, options)),
          rows_(std::min(answer.rows.size(), most_rows)),
          columns_(std::min(answer.columns.size(), most_columns)) {}

    SvgFigure figure() {
        measure();
        row([&](std::size_t column) { return answer_.columns[column].name; }, Weight::bold, 1.2);
        for (std::size_t i = 0; i < rows_; ++i)
            row([&](std::size_t column) { return text_at(i, column); }, Weight::normal, 0.3);
        out_.size.height = y_;
        out_.description = answer_.rows.size() == 1 ? "A table of one row."
                                                    : "A table of " + std::to_string(answer_.rows.size()) + " rows.";
        if (rows_ < answer_.rows.size() || columns_ < answer_.columns.size()) {
            out_.notes.push_back(std::to_string(rows_) + " of " + std::to_string(answer_.rows.size()) + " rows and " +
                                 std::to_string(columns_) + " of " + std::to_string(answer_.columns.size()) +
                                 " columns are drawn.");
        }
        return std::move(out_);
    }

private:
    std::string text_at(std::size_t row, std::size_t column) {
        std::string text = cell_text(answer_.rows[row][column], *answer_.graph);
        const Answer::Cited& cited = cited_in(answer_, row, column);
        if (!cite_ || cited.empty()) return text;
        out_.cites = true;
        return text + " [" + footnote_numbers(cited, answer_.sources) + "]";
    }

    void measure() {
        for (std::size_t column = 0; column < columns_; ++column) {
            double width = picture::text_width(answer_.columns[column].name, text_size, Weight::bold);
            for (std::size_t i = 0; i < rows_; ++i)
                width = std::max(width, picture::text_width(text_at(i, column), text_size));
            widths_.push_back(std::clamp(width, 30.0, widest));
            numeric_.push_back(is_numeric_column(answer_, column));
            out_.size.width += widths_.back() + (column > 0 ? gap : 0);
        }
    }

    template <class TextAt>
    void row(TextAt text, Weight weight, double rule) {
        double x = 0, height = 0;
        for (std::size_t column = 0; column < columns_; ++column) {
            const auto lines = picture::wrapped(text(column), widths_[column], text_size, most_lines, weight);
            const double at = numeric_[column] ? x + widths_[column] : x;
            if (!lines.front().empty()) {
                out_.canvas.text({at, y_ + text_size + 4}, lines,
                                 {.size = text_size,
                                  .weight = weight,
                                  .anchor = numeric_[column] ? TextLook::Anchor::end : TextLook::Anchor::start});
            }
            height = std::max(height, static_cast<double>(lines.size()) * text_size * line_height + 7);
            x += widths_[column] + gap;
        }
        y_ += height;
        out_.canvas.line({0, y_}, {out_.size.width, y_}, {.width = rule});
    }

    const Answer& answer_;
    bool cite_;
    std::size_t rows_, columns_;
    std::vector<double> widths_;
    std::vector<bool> numeric_;
    double y_ = 0;
    SvgFigure out_;
};

}  // namespace

SvgFigure draw_table(const Answer& answer, const RenderOptions& options) {
    return TableFigure(answer, options).figure();
}

}  // namespace confer::engine::format
