#include "graph/schema_check.h"

#include <algorithm>

#include "base/suggest.h"

namespace confer::engine {

namespace {

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

std::string tick(std::string_view name) {
    return "`" + std::string(name) + "`";
}

std::string enumerate(std::span<const std::string> names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i)
        text += (i == 0 ? "" : i + 1 == names.size() ? " or " : ", ") + tick(names[i]);
    return text;
}

Error violation(std::string message, std::string hint) {
    return Error{.code = ErrorCode::schema_violation,
                 .message = std::move(message),
                 .hints = {std::move(hint)},
                 .phase = Phase::runtime};
}

Error undeclared(ErrorCode code, std::string message, std::string_view name, const std::vector<std::string>& valid) {
    Error error{.code = code, .message = std::move(message), .hints = {}, .phase = Phase::runtime};
    if (std::string nearest = did_you_mean(nearest_names(name, valid)); !nearest.empty())
        error.hints.push_back(std::move(nearest));
    return error;
}

const PropertySchema* declared(const std::vector<PropertySchema>& properties, std::string_view key) {
    const auto at = std::find_if(properties.begin(), properties.end(),
                                 [key](const PropertySchema& property) { return property.name == key; });
    return at == properties.end() ? nullptr : &*at;
}

// `lists`: the properties that each label, or the type, declares.
Result<Value> fit(std::span<const std::vector<PropertySchema>* const> lists, const std::string& owner,
                  std::string_view key, const Value& value, const std::string& title) {
    std::vector<std::string> valid{"id"};
    std::optional<PropertyKind> wanted;
    for (const std::vector<PropertySchema>* list : lists) {
        if (const PropertySchema* property = declared(*list, key)) {
            wanted = property->kind;
            std::optional<Value> fits = fitted(value, property->kind);
            if (!fits) continue;
            if (property->values.empty()) return *std::move(fits);
            const std::optional<std::string> wrong = not_allowed(*fits, property->values);
            if (!wrong) return *std::move(fits);
            return violation("the property " + tick(key) + " of " + title + " can't be '" + *wrong + "'",
                             "the schema allows " + enumerate(property->values));
        }
        for (const PropertySchema& property : *list) valid.push_back(property.name);
    }
    if (wanted) {
        return violation(
            "the property " + tick(key) + " of " + title + " is not of the type " + std::string(to_string(*wanted)),
            "give it such a value");
    }
    return undeclared(ErrorCode::unknown_property, owner + " has no property " + tick(key), key, valid);
}

Result<void> check_required(const std::vector<PropertySchema>& properties, const HasProperty& has,
                            const std::string& title) {
    for (const PropertySchema& property : properties) {
        if (!property.required || property.name == "id" || has(property.name)) continue;
        return violation(title + " lacks the property " + tick(property.name) + ", which the schema requires",
                         "set it in the same statement");
    }
    return {};
}

bool may_stand(std::span<const std::string> labels, const std::vector<std::string>& wanted) {
    return wanted.empty() ||
           std::find_first_of(labels.begin(), labels.end(), wanted.begin(), wanted.end()) != labels.end();
}

}  // namespace

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

Result<void> check_labels(const Schema& schema, std::span<const std::string> labels, const std::string& title) {
    if (schema.labels.empty()) return {};
    if (labels.empty()) {
        return violation("the node " + title + " has no label, and the schema tells nodes by their labels",
                         "give it one, as in `(:" + schema.labels.front().name + ")`");
    }
    std::vector<std::string> valid;
    for (const LabelSchema& label : schema.labels) valid.push_back(label.name);
    for (const std::string& label : labels) {
        if (schema.label(label) == nullptr)
            return undeclared(ErrorCode::unknown_label, "there is no label " + tick(label), label, valid);
    }
    return {};
}

Result<Value> fit_node_property(const Schema& schema, std::span<const std::string> labels, std::string_view key,
                                const Value& value, const std::string& title) {
    if (schema.labels.empty()) return value;
    if (key == "id") {
        if (value.is(Kind::string)) return value;
        return violation("the property `id` of " + title + " is not a text", "give it a text that no other node has");
    }
    std::vector<const std::vector<PropertySchema>*> lists;
    for (const std::string& label : labels) {
        if (const LabelSchema* known = schema.label(label)) lists.push_back(&known->properties);
    }
    return fit(lists, enumerate(labels), key, value, title);
}

Result<Value> fit_relationship_property(const Schema& schema, std::string_view type, std::string_view key,
                                        const Value& value, const std::string& title) {
    const RelationshipSchema* known = schema.relationship(type);
    if (known == nullptr) return value;
    const std::vector<PropertySchema>* const list = &known->properties;
    return fit({&list, 1}, tick(type), key, value, title);
}

Result<void> check_required_node(const Schema& schema, std::span<const std::string> labels, const HasProperty& has,
                                 const std::string& title) {
    for (const std::string& label : labels) {
        if (const LabelSchema* known = schema.label(label)) CONFER_CHECK(check_required(known->properties, has, title));
    }
    return {};
}

Result<void> check_required_relationship(const Schema& schema, std::string_view type, const HasProperty& has,
                                         const std::string& title) {
    const RelationshipSchema* known = schema.relationship(type);
    if (known == nullptr) return {};
    return check_required(known->properties, has, title);
}

Result<void> check_ends(const Schema& schema, std::string_view type, std::span<const std::string> from,
                        std::span<const std::string> to, const std::string& title) {
    const RelationshipSchema* known = schema.relationship(type);
    if (known == nullptr) return {};
    if (!may_stand(from, known->from)) {
        return violation(title + ": " + tick(type) + " goes from " + enumerate(known->from),
                         "draw it the other way, or take another type");
    }
    if (!may_stand(to, known->to)) {
        return violation(title + ": " + tick(type) + " goes to " + enumerate(known->to),
                         "draw it the other way, or take another type");
    }
    return {};
}

}  // namespace confer::engine
