#include "format/tree_branch_internal.h"

#include <cstdlib>

namespace confer::engine::format {

namespace {

constexpr std::int64_t places_a_level = 3;

}  // namespace

std::string branch_before(const Answer& answer, std::size_t row, std::size_t column, std::string_view space) {
    if (!answer.tree || answer.tree->text != column) return {};
    const Value& depth = answer.rows[row][answer.tree->depth];
    const std::int64_t level = depth.is(Kind::integer) ? depth.as_integer() : 0;
    if (level == 0) return {};
    std::string out;
    for (std::int64_t place = 0; place < (std::abs(level) - 1) * places_a_level; ++place) out += space;
    out += level < 0 ? "┌─" : "└─";
    out += space;
    return out;
}

}  // namespace confer::engine::format
