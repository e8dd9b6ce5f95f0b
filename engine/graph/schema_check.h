#pragma once
// schema_check: whether an element fits its schema; by names, for what a statement has written.
//
// Errors     schema_violation, unknown_label, unknown_property (run time), which call the element `title`.
// Threads    pure functions.
// Cost       linear in the declared properties of the element's labels or type.
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "graph/schema.h"
#include "value/value.h"

namespace confer::engine {

// The value as a property of that kind: itself, or an integer as a float where floats are wanted.
// Nothing when it does not fit.
std::optional<Value> fitted(const Value& value, PropertyKind kind);

// The first string, of the value or in its list, that is not among `allowed`; nothing when all are.
std::optional<std::string> not_allowed(const Value& value, const std::vector<std::string>& allowed);

using HasProperty = std::function<bool(std::string_view)>;

// Nodes of a schema with labels have one, and only labels that it declares.
Result<void> check_labels(const Schema& schema, std::span<const std::string> labels, const std::string& title);
// The value to store. One of the labels (the type) must declare the property, and the value be of that kind and
// among those that are allowed.
Result<Value> fit_node_property(const Schema& schema, std::span<const std::string> labels, std::string_view key,
                                const Value& value, const std::string& title);
Result<Value> fit_relationship_property(const Schema& schema, std::string_view type, std::string_view key,
                                        const Value& value, const std::string& title);
// `id` apart, which files need but graphs in memory do not.
Result<void> check_required_node(const Schema& schema, std::span<const std::string> labels, const HasProperty& has,
                                 const std::string& title);
Result<void> check_required_relationship(const Schema& schema, std::string_view type, const HasProperty& has,
                                         const std::string& title);
// Whether the type joins such nodes.
Result<void> check_ends(const Schema& schema, std::string_view type, std::span<const std::string> from,
                        std::span<const std::string> to, const std::string& title);

}  // namespace confer::engine
