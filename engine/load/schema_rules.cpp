#include <algorithm>

#include "load/schema_rules_internal.h"

namespace confer::engine::load {

namespace {

SchemaRules::Properties properties_of(const std::vector<PropertySchema>& declared, GraphBuilder& builder) {
    SchemaRules::Properties properties;
    for (const PropertySchema& one : declared) {
        const auto key = builder.key(one.name);
        if (!key) continue;  // the data's keys will be too many, too
        if (*key >= properties.kinds.size()) properties.kinds.resize(*key + std::size_t{1});
        properties.kinds[*key] = one.kind;
        if (one.required && one.name != "id") properties.required.push_back(*key);
        if (!one.values.empty()) properties.values.emplace_back(*key, one.values);
    }
    return properties;
}

std::vector<LabelId> labels_of(const std::vector<std::string>& names, const GraphBuilder& builder) {
    std::vector<LabelId> labels;
    for (const std::string& name : names) {
        if (const auto label = builder.labels().find(name)) labels.push_back(*label);
    }
    return labels;
}

}  // namespace

// set_schema() gave its labels and types the first numbers, in its order.
SchemaRules::SchemaRules(GraphBuilder& builder) {
    for (const LabelSchema& label : builder.schema().labels) {
        labels_.push_back(properties_of(label.properties, builder));
    }
    for (const RelationshipSchema& type : builder.schema().relationships) {
        types_.push_back({properties_of(type.properties, builder), labels_of(type.from, builder),
                          labels_of(type.to, builder), type.symmetric, type.unique, type.max});
    }
}

const std::vector<std::string>* SchemaRules::Properties::values_of(KeyId key) const {
    const auto found = std::ranges::find(values, key, [](const auto& one) { return one.first; });
    return found == values.end() ? nullptr : &found->second;
}

bool may_stand(std::span<const LabelId> labels, const std::vector<LabelId>& wanted) {
    return wanted.empty() ||
           std::find_first_of(labels.begin(), labels.end(), wanted.begin(), wanted.end()) != labels.end();
}

}  // namespace confer::engine::load
