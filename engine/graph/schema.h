#pragma once
// Schema: what a graph's data says about itself: labels, relationship types, their properties and
// the words that people use for them.
//
// Shapes     names as in the data; order as written there.
// Threads    a plain value, immutable once a graph owns it.
// Source     the JSON form: docs/data.md.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace confer::engine {

enum class PropertyKind : unsigned char {
    boolean,
    integer,
    floating,
    string,
    boolean_list,
    integer_list,
    floating_list,
    string_list,
    any
};

// "integer", "string[]"… and back.
std::string_view to_string(PropertyKind kind);
std::optional<PropertyKind> property_kind(std::string_view name);

struct PropertySchema {
    std::string name;
    PropertyKind kind = PropertyKind::any;
    bool required = false;            // "string!"
    std::vector<std::string> values;  // those allowed, of a string or of each in a list; empty: any
};

struct LabelSchema {
    std::string name;      // "Approach"
    std::string singular;  // "approach"; empty: the label in lower case
    std::string plural;    // "approaches"; empty: singular + "s"
    std::vector<std::string> also;
    std::vector<PropertySchema> properties;  // besides id, which every node has
};

struct RelationshipSchema {
    std::string name;               // "USES"
    std::vector<std::string> from;  // labels; empty: any
    std::vector<std::string> to;
    std::vector<std::string> verb;     // "use", "uses": from the source's side
    std::vector<std::string> inverse;  // "used by": from the target's side
    bool component = false;            // whether its targets count as components of the source
    bool denies = false;               // whether it says that the source does without the target, a component
    bool serves = false;               // whether the target is what the source is for: a condition that it treats
    bool warns = false;                // whether it says that the source should not serve the target
    bool groups = false;               // whether the target is a group of such sources: a family
    bool broader = false;              // whether the target is a broader thing of the source's kind
    bool lineage = false;              // whether the source descends from the target
    bool symmetric = false;            // whether it holds the other way round, too
    bool transitive = false;           // whether what holds from a to b and from b to c holds from a to c
    bool unique = false;               // at most one between two nodes in that direction; if symmetric, in either
    std::uint32_t max = 0;             // at most so many out of one node; 0: any number
    std::vector<PropertySchema> properties;
};

// The members that are true or false, by their names in the JSON form and in its order.
struct RelationshipFlag {
    std::string_view name;
    bool RelationshipSchema::*member;
};
inline constexpr RelationshipFlag relationship_flags[] = {
    {"component", &RelationshipSchema::component},   {"denies", &RelationshipSchema::denies},
    {"serves", &RelationshipSchema::serves},         {"warns", &RelationshipSchema::warns},
    {"groups", &RelationshipSchema::groups},         {"broader", &RelationshipSchema::broader},
    {"lineage", &RelationshipSchema::lineage},       {"symmetric", &RelationshipSchema::symmetric},
    {"transitive", &RelationshipSchema::transitive}, {"unique", &RelationshipSchema::unique},
};

struct Schema {
    std::vector<LabelSchema> labels;
    std::vector<RelationshipSchema> relationships;

    bool empty() const { return labels.empty() && relationships.empty(); }
    const LabelSchema* label(std::string_view name) const;
    const RelationshipSchema* relationship(std::string_view type) const;
    // Whether some label or relationship type declares the property. `id` always exists.
    bool has_property(std::string_view name) const;
};

}  // namespace confer::engine
