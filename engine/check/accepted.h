#pragma once
// accept: takes away the findings that a curator has looked at and found to be as they should.
//
// They stand in the file accepted.json beside the graph's main file: a list of
//     {"lint": "younger-ancestor", "of": ["orgone-therapy", "DERIVES_FROM", "psychoanalysis"], "why": "…"}
// `of` holds a node's id, or a relationship's source, type and target: the first element that the finding is about; for
// findings about two nodes, both ids.
//
// Errors     bad_data, with the place: the file is no such list, names no lint, or gives no reason.
#include <string_view>

#include "base/result.h"
#include "check/finding.h"

namespace confer::engine::check {

// `text` is what the file holds, `name` how messages call it. What it accepts in vain is a finding itself.
Result<void> accept(Findings& findings, std::string_view text, std::string_view name);

}  // namespace confer::engine::check
