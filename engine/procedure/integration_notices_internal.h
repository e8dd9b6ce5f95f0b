#pragma once
// integration_notices: what is said beside the rows of an integration, in whole sentences. Nothing recommends.
#include <string>
#include <vector>

#include "comparison/claims.h"

namespace confer::engine::builtin {

std::string no_advice();
// "`Cooking` and `Baking`", by the alphabet.
std::string enumerated(const PropertyGraph& graph, const std::vector<NodeId>& nodes);
// "2 families of approaches": what the relationships lead to, as the schema calls it.
std::string counted_targets(const PropertyGraph& graph, const std::vector<TypeId>& types, std::size_t count);
// "`Baking` spoils `Summer`": what sources say against it. REQUIRES: there is a warning.
std::string warned(const comparison::Claims& claims, NodeId node);
// What was left out, and what sources say of each. REQUIRES: there is a warning of each.
std::string left_out(const comparison::Claims& claims, const std::vector<NodeId>& nodes);

}  // namespace confer::engine::builtin
