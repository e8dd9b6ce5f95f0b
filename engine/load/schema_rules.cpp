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

std::optional<Value> fitted_scalar(const Value& value, Kind kind) {
    if (value.is(kind)) return value;
    if (kind == Kind::floating && value.is(Kind::integer)) return Value(value.as_number());
    return std::nullopt;
}

std::optional<Value> fitted_list(const Value& value, Kind kind) {
    if (!value.is(Kind::list)) return std::nullopt;
    const auto is_right = [&](const Value& element) { return element.is(kind); };
    if (std::ranges::all_of(value.as_list(), is_right)) return value;
    ValueList elements;
    elements.reserve(value.as_list().size());
    for (const Value& element : value.as_list()) {
        auto fits = fitted_scalar(element, kind);
        if (!fits) return std::nullopt;
        elements.push_back(std::move(*fits));
    }
    return Value(std::move(elements));
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

std::optional<Value> fitted(const Value& value, PropertyKind kind) {
    switch (kind) {
        case PropertyKind::boolean:
            return fitted_scalar(value, Kind::boolean);
        case PropertyKind::integer:
            return fitted_scalar(value, Kind::integer);
        case PropertyKind::floating:
            return fitted_scalar(value, Kind::floating);
        case PropertyKind::string:
            return fitted_scalar(value, Kind::string);
        case PropertyKind::boolean_list:
            return fitted_list(value, Kind::boolean);
        case PropertyKind::integer_list:
            return fitted_list(value, Kind::integer);
        case PropertyKind::floating_list:
            return fitted_list(value, Kind::floating);
        case PropertyKind::string_list:
            return fitted_list(value, Kind::string);
        case PropertyKind::any:
            return value;
    }
    return std::nullopt;
}

std::optional<std::string> not_allowed(const Value& value, const std::vector<std::string>& allowed) {
    const auto is_wrong = [&](const Value& one) {
        return one.is(Kind::string) && std::ranges::find(allowed, one.as_string()) == allowed.end();
    };
    if (!value.is(Kind::list)) {
        return is_wrong(value) ? std::optional(std::string(value.as_string())) : std::nullopt;
    }
    const auto wrong = std::ranges::find_if(value.as_list(), is_wrong);
    if (wrong == value.as_list().end()) return std::nullopt;
    return std::string(wrong->as_string());
}

}  // namespace confer::engine::load
