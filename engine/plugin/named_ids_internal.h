#pragma once
// named_ids: labels and relationship types that a procedure is given by name.
#include <vector>

#include "base/result.h"
#include "graph/property_graph.h"
#include "value/value.h"

namespace confer::engine::plugin {

// The ids of the names in a list. With a schema, a name that it doesn't know is an error; without, it stands for
// nothing. Errors: unknown_label, unknown_relationship_type, invalid_argument_value.
// REQUIRES: `names` is a list.
Result<std::vector<LabelId>> labels_named(const Value& names, const PropertyGraph& graph);
Result<std::vector<TypeId>> types_named(const Value& names, const PropertyGraph& graph);

}  // namespace confer::engine::plugin
