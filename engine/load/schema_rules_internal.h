#pragma once
// SchemaRules: a schema in the graph's own numbers, for checking nodes and edges as they are read.
//
// Shapes     by label, by relationship type, then by property key; numbers are GraphBuilder's.
// Cost       O(1) for each property of an edge; for a node also times its labels.
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "graph/graph_builder.h"
#include "graph/schema_check.h"

namespace confer::engine::load {

class SchemaRules {
public:
    struct Properties {
        std::vector<std::optional<PropertyKind>> kinds;  // by key; may be shorter
        std::vector<KeyId> required;
        std::vector<std::pair<KeyId, std::vector<std::string>>> values;  // of keys that allow only some; few

        const PropertyKind* kind_of(KeyId key) const {
            return key < kinds.size() && kinds[key].has_value() ? &*kinds[key] : nullptr;
        }
        // nullptr: any.
        const std::vector<std::string>* values_of(KeyId key) const;
    };
    struct Type {
        Properties properties;
        std::vector<LabelId> from, to;  // empty: any
        bool symmetric = false;
        bool unique = false;
        std::uint32_t max = 0;  // 0: any number
    };

    SchemaRules() = default;  // of a graph without schema: nothing is checked
    // REQUIRES: the builder has the schema. Interns its property keys.
    explicit SchemaRules(GraphBuilder& builder);

    // A schema may leave out one of its halves, which then is not checked.
    bool check_labels() const { return !labels_.empty(); }
    bool check_types() const { return !types_.empty(); }

    // nullptr: the schema does not declare it.
    const Properties* label(LabelId label) const { return label < labels_.size() ? &labels_[label] : nullptr; }
    const Type* type(TypeId type) const { return type < types_.size() ? &types_[type] : nullptr; }

private:
    std::vector<Properties> labels_;
    std::vector<Type> types_;
};

// Whether a node with these labels may stand at an end that asks for `wanted`.
bool may_stand(std::span<const LabelId> labels, const std::vector<LabelId>& wanted);

}  // namespace confer::engine::load
