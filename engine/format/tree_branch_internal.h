#pragma once
// tree_branch: what is drawn before a text of a tree, so that it hangs under, or above, another.
#include <cstddef>
#include <string>
#include <string_view>

#include "format/render.h"

namespace confer::engine::format {

// "   └─ ", where the cell is the text of an answer that is a tree; `space` for each place that stays blank. Else
// empty.
std::string branch_before(const Answer& answer, std::size_t row, std::size_t column, std::string_view space = " ");

inline constexpr std::string_view no_break_space = "\u00A0";  // where plain ones collapse

}  // namespace confer::engine::format
