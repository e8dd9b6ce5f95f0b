#pragma once
// suggest: the names nearest to a misspelt one, for hints.
//
// Cost       O(candidates x |name| x |candidate|), bounded early by length difference.
// Source     Damerau, "A technique for computer detection and correction of spelling errors",
//            CACM 7(3), 1964 (adjacent transposition counts as one edit).
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace confer::engine {

// Optimal-string-alignment distance between a and b in code points, ASCII case ignored.
// Returns limit + 1 as soon as it is known to exceed `limit`.
unsigned edit_distance(std::string_view a, std::string_view b, unsigned limit);

// Up to `most` candidates near enough to `name` to be worth offering, nearest first, ties in
// alphabetical order, no duplicates. Near enough: distance at most a third of the name's length
// (at least 1), or one begins with the other (three characters or more).
std::vector<std::string> nearest_names(std::string_view name, std::span<const std::string> candidates,
                                       std::size_t most = 3);

// "did you mean `a`?", "did you mean `a` or `b`?", "did you mean `a`, `b` or `c`?"; empty for none.
std::string did_you_mean(std::span<const std::string> names);

}  // namespace confer::engine
