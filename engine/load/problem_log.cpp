#include <algorithm>
#include <tuple>

#include "base/suggest.h"
#include "load/problem_log_internal.h"
#include "load/read_graph.h"

namespace confer::engine::load {

static_assert(ProblemLog::most_kept == max_reported_problems);

std::uint32_t ProblemLog::add_file(std::string display_name) {
    files_.push_back(std::move(display_name));
    return static_cast<std::uint32_t>(files_.size() - 1);
}

void ProblemLog::keep(std::uint32_t file, std::uint32_t line, const std::string& pointer, Problem problem) {
    kept_.push_back({file,
                     line,
                     {.code = ErrorCode::bad_data,
                      .message = std::move(problem.message),
                      .hints = std::move(problem.hints),
                      .place = FilePlace{files_[file], line, with_pointers_ ? pointer : std::string()}}});
}

Error ProblemLog::summary(std::string_view graph) && {
    std::stable_sort(kept_.begin(), kept_.end(), [](const Kept& a, const Kept& b) {
        return std::tuple(a.file, a.line) < std::tuple(b.file, b.line);
    });
    Error error{.code = ErrorCode::bad_data, .message = {}};
    error.message = "`" + std::string(graph) + "` has " + std::to_string(count_) +
                    (count_ == 1 ? " problem" : " problems") + " and was not loaded";
    if (count_ > kept_.size()) error.message += "; here are " + std::to_string(kept_.size());
    for (Kept& one : kept_) error.problems.push_back(std::move(one.error));
    return error;
}

std::vector<std::string> suggestion(std::string_view name, const std::vector<std::string>& candidates) {
    const auto near = nearest_names(name, candidates);
    if (near.empty()) return {};
    return {did_you_mean(near)};
}

std::string child_pointer(const std::string& parent, std::string_view key) {
    std::string pointer = parent + '/';
    for (const char c : key) {
        if (c == '~') {
            pointer += "~0";
        } else if (c == '/') {
            pointer += "~1";
        } else {
            pointer += c;
        }
    }
    return pointer;
}

std::string child_pointer(const std::string& parent, std::size_t index) {
    return parent + '/' + std::to_string(index);
}

}  // namespace confer::engine::load
