#include "session/watch.h"

#include <algorithm>
#include <cmath>

namespace confer::engine {

void add_lines(std::vector<WatchedLine>& lines, const std::vector<plan::OutlineLine>& outline,
               const exec::Profile& profile) {
    const auto& operators = profile.operators();
    for (std::size_t i = 0; i < operators.size(); ++i)
        lines.push_back(
            {outline[i].text, outline[i].rows, operators[i].rows, operators[i].nanoseconds(), operators[i].most_bytes});
}

void show(Answer& answer, const std::vector<WatchedLine>& lines) {
    answer.columns = {{"operator", Kind::string},
                      {"estimated", Kind::integer},
                      {"rows", Kind::integer},
                      {"milliseconds", Kind::floating},
                      {"bytes", Kind::integer}};
    for (const WatchedLine& line : lines) {
        const double microseconds = std::round(static_cast<double>(line.nanoseconds) / 1e3);
        const Value estimated = line.estimated ? Value(std::int64_t{std::llround(*line.estimated)}) : Value();
        answer.rows.push_back({Value(std::string_view(line.text)), estimated, static_cast<std::int64_t>(line.rows),
                               std::max(microseconds, 0.0) / 1e3, line.bytes});
    }
}

}  // namespace confer::engine
