#pragma once
// coverage: what has to be said about a comparison because less has been looked for in one thing than in another.
//
// A thing's `coverage` lists the relationship types that curators went through. Without it nothing is known about that.
// Cost       linear in the components of the things.
#include <string>
#include <vector>

#include "question/components.h"

namespace confer::engine::question {

// Whole sentences: what was looked for in one of them only; and, where one has at least twice as many components as the
// other, what that does to the numbers.
std::vector<std::string> uneven_coverage(const Named& one, const Named& other, const Components& components,
                                         const Setting& setting);

// Whole sentences: what was not looked for in the thing, so that nothing can be like it there.
std::vector<std::string> missing_coverage(const Named& thing, const Components& components, const Setting& setting);

// Whole sentences: what was not looked for in one of the things, so that its absence says nothing.
std::vector<std::string> gaps(const std::vector<Named>& things, const Components& components, const Setting& setting);

}  // namespace confer::engine::question
