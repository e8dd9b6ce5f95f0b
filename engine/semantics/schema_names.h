#pragma once
// Schema names: whether a graph's schema knows a label, a relationship type, a property; if not, the
// error with the nearest names.
//
// Errors     unknown_label, unknown_relationship_type, unknown_property; none with an empty schema.
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "graph/schema.h"

namespace confer::engine::semantics {

Result<void> check_label(const Schema& schema, std::string_view label, SourceSpan span);
Result<void> check_relationship_type(const Schema& schema, std::string_view type, SourceSpan span);

// `known`: names of which the node (relationship) has at least one; empty: any of the schema's.
Result<void> check_node_property(const Schema& schema, std::span<const std::string> known, std::string_view key,
                                 SourceSpan span);
Result<void> check_relationship_property(const Schema& schema, std::span<const std::string> known, std::string_view key,
                                         SourceSpan span);

}  // namespace confer::engine::semantics
