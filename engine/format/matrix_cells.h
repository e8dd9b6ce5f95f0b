#pragma once
// matrix_cells: what formats for people draw of an answer's matrix: marks with their symbols, groups, counts at the
// foot.
//
// Cost       foot_of: linear in the rows; everything else: in the few marks.
#include <string>
#include <vector>

#include "session/answer.h"

namespace confer::engine::format {

// The mark that a cell says; nullptr for a column that is no thing's, or another word.
const Mark* mark_of(const Answer& answer, std::size_t row, std::size_t column);

// "✓ yes"
std::string with_symbol(const Mark& mark);

// Whether the rows stand in groups, whose names the first column then holds; and the first column that is drawn, where
// each group has a row of its own for its name.
bool is_grouped(const Answer& answer);
std::size_t first_drawn_column(const Answer& answer);

// The whole name of the thing that a column is for; nullptr for a column that is no thing's.
const std::string* whole_name_of(const Answer& answer, std::size_t column);

// Whether the row is the first of its group. REQUIRES: the matrix is grouped.
bool begins_group(const Answer& answer, std::size_t row);

// How many cells say so, by thing.
struct MarkCount {
    const Mark* mark;
    std::vector<std::size_t> counts;
};
// Of the marks that some cell says, in their order.
std::vector<MarkCount> foot_of(const Answer& answer);

// The sources of one cell: its own, where they are known by cell; else those of the row, in the first column that
// formats put them to. Empty without sources.
const Answer::Cited& cited_in(const Answer& answer, std::size_t row, std::size_t column);

}  // namespace confer::engine::format
