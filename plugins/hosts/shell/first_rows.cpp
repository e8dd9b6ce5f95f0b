#include "hosts/shell/first_rows.h"

#include <algorithm>

namespace confer::hosts {

using engine::Answer;

namespace {

// Sources stand in the order in which they are first cited: what the first rows cite stands first.
std::size_t sources_cited(const std::vector<Answer::Cited>& citations) {
    std::size_t count = 0;
    for (const Answer::Cited& cited : citations)
        for (const std::uint32_t source : cited) count = std::max<std::size_t>(count, source + 1);
    return count;
}

template <class T>
std::vector<T> first(const std::vector<T>& all, std::size_t count) {
    return {all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min(count, all.size()))};
}

}  // namespace

bool is_longer_than(const Answer& answer, std::size_t rows) {
    return answer.rows.size() > rows && !answer.matrix && !answer.tree;
}

Answer first_rows(const Answer& answer, std::size_t rows) {
    Answer out;
    out.graph = answer.graph;
    out.past = answer.past;
    out.columns = answer.columns;
    for (std::size_t row = 0; row < rows; ++row)
        out.rows.add(answer.columns.size(), [&](std::size_t column) { return answer.rows[row][column]; });
    out.citations = first(answer.citations, rows);
    out.cell_citations = first(answer.cell_citations, rows);
    out.sources = first(answer.sources, sources_cited(out.citations));
    out.statement = answer.statement;
    return out;
}

}  // namespace confer::hosts
