#include "format/matrix_cells.h"

namespace confer::engine::format {

const Mark* mark_of(const Answer& answer, std::size_t row, std::size_t column) {
    if (!answer.matrix || column < answer.matrix->first_thing()) return nullptr;
    const Value& cell = answer.rows[row][column];
    if (!cell.is(Kind::string)) return nullptr;
    for (const Mark& mark : answer.matrix->marks) {
        if (cell.as_string() == mark.word) return &mark;
    }
    return nullptr;
}

std::string with_symbol(const Mark& mark) {
    return mark.symbol + " " + mark.word;
}

bool is_grouped(const Answer& answer) {
    return answer.matrix && answer.matrix->grouped;
}

std::size_t first_drawn_column(const Answer& answer) {
    return is_grouped(answer) ? 1 : 0;
}

const std::string* whole_name_of(const Answer& answer, std::size_t column) {
    if (!answer.matrix || column < answer.matrix->first_thing()) return nullptr;
    return &answer.matrix->things[column - answer.matrix->first_thing()];
}

bool begins_group(const Answer& answer, std::size_t row) {
    return row == 0 || answer.rows[row][0].as_string() != answer.rows[row - 1][0].as_string();
}

std::vector<MarkCount> foot_of(const Answer& answer) {
    std::vector<MarkCount> foot;
    if (!answer.matrix) return foot;
    const std::size_t first = answer.matrix->first_thing();
    for (const Mark& mark : answer.matrix->marks) {
        MarkCount count{&mark, std::vector<std::size_t>(answer.matrix->things.size())};
        bool some = false;
        for (std::size_t r = 0; r < answer.rows.size(); ++r) {
            for (std::size_t i = 0; i < count.counts.size(); ++i) {
                if (mark_of(answer, r, first + i) != &mark) continue;
                ++count.counts[i];
                some = true;
            }
        }
        if (some) foot.push_back(std::move(count));
    }
    return foot;
}

const Answer::Cited& cited_in(const Answer& answer, std::size_t row, std::size_t column) {
    static const Answer::Cited none;
    if (!answer.cell_citations.empty()) return answer.cell_citations[row][column];
    return column == 0 && !answer.citations.empty() ? answer.citations[row] : none;
}

}  // namespace confer::engine::format
