#pragma once
// completion_json: /api/complete: what may come next where the cursor stands.
//
// {"from","to","candidates":[{"text","kind"}],"more"}: each candidate takes the place of what stands between `from` and
// `to`, which are offsets in characters; `more` counts those that were left out.
//
// Cost       linear in the text and the names of the graph.
#include <cstddef>
#include <string>
#include <string_view>

#include "session/database.h"

namespace confer::hosts::serve {

inline constexpr std::size_t most_candidates = 50;

// `at`: characters before the cursor; what is past the end counts as the end. REQUIRES: text is UTF-8.
std::string completion_json(const engine::Database& database, std::string_view text, std::size_t at);

}  // namespace confer::hosts::serve
