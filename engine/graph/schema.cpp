#include "graph/schema.h"

#include <algorithm>
#include <array>

namespace confer::engine {

namespace {

constexpr std::array<std::string_view, 9> kind_names{"boolean",   "integer", "float",    "string", "boolean[]",
                                                     "integer[]", "float[]", "string[]", "any"};

template <class Named>
const Named* named(const std::vector<Named>& all, std::string_view name) {
    const auto at = std::find_if(all.begin(), all.end(), [&](const Named& one) { return one.name == name; });
    return at == all.end() ? nullptr : &*at;
}

}  // namespace

std::string_view to_string(PropertyKind kind) {
    return kind_names[static_cast<std::size_t>(kind)];
}

std::optional<PropertyKind> property_kind(std::string_view name) {
    const auto at = std::find(kind_names.begin(), kind_names.end(), name);
    if (at == kind_names.end()) return std::nullopt;
    return static_cast<PropertyKind>(at - kind_names.begin());
}

const LabelSchema* Schema::label(std::string_view name) const {
    return named(labels, name);
}

const RelationshipSchema* Schema::relationship(std::string_view type) const {
    return named(relationships, type);
}

bool Schema::has_property(std::string_view name) const {
    if (name == "id") return true;
    const auto declares = [&](const auto& one) { return named(one.properties, name) != nullptr; };
    return std::any_of(labels.begin(), labels.end(), declares) ||
           std::any_of(relationships.begin(), relationships.end(), declares);
}

}  // namespace confer::engine
