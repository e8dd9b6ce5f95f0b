#include "semantics/schema_names.h"

#include <algorithm>
#include <vector>

#include "base/suggest.h"
#include "graph/normalise_name.h"

namespace confer::engine::semantics {

namespace {

constexpr std::size_t most_listed = 12;

std::string tick(std::string_view name) {
    return '`' + std::string(name) + '`';
}

// "`A`, `B` and `C`"; without a last word, "`A`, `B`, `C`"
std::string enumerate(std::span<const std::string> names, std::string_view last) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) text += i + 1 == names.size() && !last.empty() ? " " + std::string(last) + " " : ", ";
        text += tick(names[i]);
    }
    return text;
}

bool has_word(const std::vector<std::string>& words, const std::string& normal) {
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& word) { return normalise_name(word) == normal; });
}

// The label for which `name` is a word of the lexicon: `Therapy` for approaches.
std::string label_meant(const Schema& schema, std::string_view name) {
    const std::string word = normalise_name(name);
    for (const LabelSchema& label : schema.labels) {
        if (has_word({label.singular, label.plural}, word) || has_word(label.also, word))
            return "`" + word + "` is a word for the label `" + label.name + "`: write `:" + label.name + "`";
    }
    return {};
}

std::string type_meant(const Schema& schema, std::string_view name) {
    const std::string words = normalise_name(name);
    for (const RelationshipSchema& type : schema.relationships) {
        if (has_word(type.verb, words))
            return "`" + words + "` is said of `" + type.name + "`: write `-[:" + type.name + "]->`";
        if (has_word(type.inverse, words))
            return "`" + words + "` is said of `" + type.name + "` seen from its end: write `<-[:" + type.name + "]-`";
    }
    return {};
}

template <class Declared>
std::vector<std::string> names_of(const std::vector<Declared>& declared) {
    std::vector<std::string> names;
    names.reserve(declared.size());
    for (const auto& each : declared) names.push_back(each.name);
    return names;
}

// What to write instead of `name`: the nearest names, what is meant by its words, or all there are.
std::string hint(std::string_view name, std::vector<std::string> valid, std::string_view plural,
                 std::string meant = {}) {
    std::sort(valid.begin(), valid.end());
    valid.erase(std::unique(valid.begin(), valid.end()), valid.end());
    std::string nearest = did_you_mean(nearest_names(name, valid));
    if (!nearest.empty()) return nearest;
    if (!meant.empty()) return meant;
    if (valid.empty()) return "the schema declares no " + std::string(plural);
    std::string text = "the " + std::string(plural) + " are ";
    if (valid.size() <= most_listed) return text + enumerate(valid, "and");
    valid.resize(most_listed);
    return text + enumerate(valid, "") + " and more; `:schema` shows them all";
}

// The properties of the labels (relationship types) called `known`, or of all of them.
template <class Declared>
std::vector<std::string> property_names(const std::vector<Declared>& declared, std::span<const std::string> known) {
    std::vector<std::string> names;
    for (const auto& each : declared) {
        if (!known.empty() && std::find(known.begin(), known.end(), each.name) == known.end()) continue;
        for (const PropertySchema& property : each.properties) names.push_back(property.name);
    }
    return names;
}

// "`key` is a property of `A` and `B`", when some others declare it.
template <class Declared>
std::vector<std::string> owners(const std::vector<Declared>& declared, std::string_view key) {
    std::vector<std::string> names;
    for (const auto& each : declared) {
        const bool has = std::any_of(each.properties.begin(), each.properties.end(),
                                     [key](const PropertySchema& property) { return property.name == key; });
        if (has) names.push_back(each.name);
    }
    return names;
}

template <class Declared>
Result<void> check_property(const Schema& schema, const std::vector<Declared>& declared, std::string_view noun,
                            std::span<const std::string> known, std::string_view key, SourceSpan span) {
    std::vector<std::string> valid = property_names(declared, known);
    valid.emplace_back("id");
    if (std::find(valid.begin(), valid.end(), key) != valid.end()) return {};

    const std::string subject = known.empty() ? "no " + std::string(noun) : enumerate(known, "and");
    const std::string verb = known.empty()       ? " has a property "
                             : known.size() == 1 ? " has no property "
                                                 : " have no property ";
    std::vector<std::string> hints{hint(key, std::move(valid), "properties")};
    std::vector<std::string> elsewhere = owners(schema.labels, key);
    for (std::string& type : owners(schema.relationships, key)) elsewhere.push_back(std::move(type));
    if (elsewhere.size() > most_listed) elsewhere.resize(most_listed);
    if (!elsewhere.empty()) hints.push_back(tick(key) + " is a property of " + enumerate(elsewhere, "and"));
    return Error{ErrorCode::unknown_property, subject + verb + tick(key), span, std::move(hints)};
}

}  // namespace

Result<void> check_label(const Schema& schema, std::string_view label, SourceSpan span) {
    if (schema.empty() || schema.label(label) != nullptr) return {};
    std::vector<std::string> hints;
    if (schema.relationship(label) != nullptr) {
        hints.push_back(tick(label) + " is a relationship type: write it in brackets, `-[:" + std::string(label) +
                        "]->`");
    } else {
        hints.push_back(hint(label, names_of(schema.labels), "labels", label_meant(schema, label)));
    }
    return Error{ErrorCode::unknown_label, "there is no label " + tick(label), span, std::move(hints)};
}

Result<void> check_relationship_type(const Schema& schema, std::string_view type, SourceSpan span) {
    if (schema.empty() || schema.relationship(type) != nullptr) return {};
    std::vector<std::string> hints;
    if (schema.label(type) != nullptr) {
        hints.push_back(tick(type) + " is a label: write it in parentheses, `(:" + std::string(type) + ")`");
    } else {
        hints.push_back(hint(type, names_of(schema.relationships), "relationship types", type_meant(schema, type)));
    }
    return Error{ErrorCode::unknown_relationship_type, "there is no relationship type " + tick(type), span,
                 std::move(hints)};
}

Result<void> check_node_property(const Schema& schema, std::span<const std::string> known, std::string_view key,
                                 SourceSpan span) {
    if (schema.empty()) return {};
    return check_property(schema, schema.labels, "label", known, key, span);
}

Result<void> check_relationship_property(const Schema& schema, std::span<const std::string> known, std::string_view key,
                                         SourceSpan span) {
    if (schema.empty()) return {};
    return check_property(schema, schema.relationships, "relationship type", known, key, span);
}

}  // namespace confer::engine::semantics
