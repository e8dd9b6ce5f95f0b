#pragma once
// changes_text: what a statement changed, in a line: `2 nodes created, 1 property set`; empty when it changed nothing.
#include <string>

#include "session/answer.h"

namespace confer::engine::format {

std::string changes_text(const Stats& stats);

}  // namespace confer::engine::format
