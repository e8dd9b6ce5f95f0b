#include "question/meaning.h"

#include <algorithm>

namespace confer::engine::question {

namespace {

bool has(const Labels& labels, const LabelSchema* label) {
    return std::find(labels.begin(), labels.end(), label) != labels.end();
}

}  // namespace

Labels labels_named(const std::vector<std::string>& names, const Schema& schema) {
    Labels out;
    for (const LabelSchema& label : schema.labels) {
        if (names.empty() || std::find(names.begin(), names.end(), label.name) != names.end()) out.push_back(&label);
    }
    return out;
}

Labels labels_in_both(const Labels& a, const Labels& b) {
    Labels out;
    std::copy_if(a.begin(), a.end(), std::back_inserter(out), [&](const LabelSchema* label) { return has(b, label); });
    return out;
}

void add_labels(Labels& to, const Labels& more, const Schema& schema) {
    Labels out;
    for (const LabelSchema& label : schema.labels) {
        if (has(to, &label) || has(more, &label)) out.push_back(&label);
    }
    to = std::move(out);
}

Way reversed(Way way) {
    return way == Way::either ? way : way == Way::outgoing ? Way::incoming : Way::outgoing;
}

Labels labels_at(const RelationshipSchema& relationship, Way way, const Schema& schema) {
    if (way == Way::outgoing) return labels_named(relationship.from, schema);
    if (way == Way::incoming) return labels_named(relationship.to, schema);
    Labels both = labels_named(relationship.from, schema);
    add_labels(both, labels_named(relationship.to, schema), schema);
    return both;
}

Labels labels_declaring(std::string_view property, const Labels& labels) {
    Labels out;
    std::copy_if(labels.begin(), labels.end(), std::back_inserter(out), [&](const LabelSchema* label) {
        return std::any_of(label->properties.begin(), label->properties.end(),
                           [&](const PropertySchema& declared) { return declared.name == property; });
    });
    return out;
}

Labels labels_that_take_part(const Schema& schema) {
    Labels out;
    for (const RelationshipSchema& type : schema.relationships) {
        add_labels(out, labels_at(type, Way::either, schema), schema);
    }
    return out;
}

Labels possible_labels(const Meaning& meaning, const Schema& schema) {
    Labels out;
    switch (meaning.kind) {
        case Meaning::Kind::negation:
            return labels_named({}, schema);
        case Meaning::Kind::all:
            out = labels_named({}, schema);
            for (const Meaning& part : meaning.parts) out = labels_in_both(out, possible_labels(part, schema));
            return out;
        case Meaning::Kind::any:
            for (const Meaning& part : meaning.parts) add_labels(out, possible_labels(part, schema), schema);
            return out;
        case Meaning::Kind::being:
            return meaning.node->labels;
        case Meaning::Kind::dated:
            return labels_declaring(year_key, labels_named({}, schema));
        case Meaning::Kind::joined:
            for (const Link& link : meaning.links) {
                for (const RelationshipSchema* type : link.types) {
                    add_labels(out, labels_at(*type, link.way, schema), schema);
                }
            }
            return out;
    }
    return out;
}

}  // namespace confer::engine::question
