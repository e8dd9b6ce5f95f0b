// Answers as users see them. Test: tests/suites/door.
#include "format/render.h"
#include "state_internal.h"

namespace confer {

const std::vector<std::string>& formats() {
    return engine::format::format_names();
}

Answer::Answer(std::shared_ptr<const State> state) : state_(std::move(state)) {}
std::size_t Answer::row_count() const noexcept {
    return state_->answer.rows.size();
}
std::size_t Answer::column_count() const noexcept {
    return state_->answer.columns.size();
}
const std::string& Answer::column_name(std::size_t column) const {
    return state_->answer.columns[column].name;
}

std::string Answer::column_type(std::size_t column) const {
    return engine::to_string(state_->answer.columns[column].type);
}

std::optional<std::size_t> Answer::column_called(std::string_view name) const noexcept {
    for (std::size_t column = 0; column < column_count(); ++column) {
        if (column_name(column) == name) return column;
    }
    return {};
}

Value Answer::at(std::size_t row, std::size_t column) const {
    return to_public(state_->answer.rows[row][column], *state_->answer.graph);
}

std::vector<Value> Answer::column(std::size_t column) const {
    std::vector<Value> values;
    values.reserve(row_count());
    for (std::size_t row = 0; row < row_count(); ++row) values.push_back(at(row, column));
    return values;
}

std::vector<Source> Answer::sources() const {
    std::vector<Source> out;
    for (const engine::Source& source : state_->answer.sources) {
        out.push_back({.id = source.id,
                       .title = source.title,
                       .authors = source.authors,
                       .publisher = source.publisher,
                       .url = source.url,
                       .quality = source.quality,
                       .year = source.year,
                       .weak = source.weak});
    }
    return out;
}

std::vector<std::size_t> Answer::citations(std::size_t row) const {
    if (state_->answer.citations.empty()) return {};
    const auto& cited = state_->answer.citations[row];
    return {cited.begin(), cited.end()};
}

const std::vector<std::string>& Answer::notices() const {
    return state_->answer.notices;
}
Changes Answer::changes() const {
    const engine::Stats& stats = state_->answer.stats;
    return {.nodes_created = stats.nodes_created,
            .nodes_deleted = stats.nodes_deleted,
            .relationships_created = stats.relationships_created,
            .relationships_deleted = stats.relationships_deleted,
            .labels_added = stats.labels_added,
            .labels_removed = stats.labels_removed,
            .properties_set = stats.properties_set,
            .properties_removed = stats.properties_removed};
}
const std::string& Answer::pattern() const {
    return state_->answer.pattern;
}
double Answer::seconds() const noexcept {
    return state_->answer.seconds;
}

Result<std::string> Answer::to_text(std::string_view format) const {
    if (const auto known = engine::format::format_called(format)) return engine::format::render(state_->answer, *known);
    return usage_error("there is no format called `" + std::string(format) + "`",
                       {"the formats are " + engine::format::format_names_text()});
}

}  // namespace confer
