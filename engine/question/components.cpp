#include "question/components.h"

#include <algorithm>

#include "question/wording.h"

namespace confer::engine::question {

namespace {

std::vector<const RelationshipSchema*> components_of(std::vector<const RelationshipSchema*> types) {
    std::erase_if(types, [](const RelationshipSchema* type) { return !type->component; });
    return types;
}

void add_types(Components& components, const std::vector<const RelationshipSchema*>& types) {
    for (const RelationshipSchema* type : types) {
        if (std::find(components.types.begin(), components.types.end(), type) == components.types.end()) {
            components.types.push_back(type);
        }
    }
}

Result<Components> all_components(const Labels& things, SourceSpan at, const Setting& setting) {
    Components out;
    out.types = components_of(types_between(things, labels_named({}, setting.schema()), setting));
    for (const RelationshipSchema* type : out.types) {
        add_labels(out.labels, labels_at(*type, Way::incoming, setting.schema()), setting.schema());
    }
    if (!out.types.empty()) return out;
    return Error{.code = ErrorCode::unfitting_words,
                 .message = plural_of(things) + " have no components in this graph",
                 .span = at,
                 .hints = {"say with a noun what is meant instead of components"}};
}

// "`approaches` have some"
std::vector<std::string> who_has(const Labels& components, const Setting& setting) {
    Labels wholes;
    for (const RelationshipSchema& type : setting.schema().relationships) {
        const bool holds =
            type.component && !labels_in_both(labels_at(type, Way::incoming, setting.schema()), components).empty();
        if (holds) add_labels(wholes, labels_at(type, Way::outgoing, setting.schema()), setting.schema());
    }
    if (wholes.empty()) return {};
    return {"ask it of " + ticked(plural_of(wholes)) + ", which have some"};
}

// What isn't a component may be shared too, if there is only one way to have it.
Result<std::vector<const RelationshipSchema*>> types_to(const ast::Phrase& noun, const Labels& labels,
                                                        const Labels& things, const Setting& setting) {
    std::vector<const RelationshipSchema*> types = types_between(things, labels, setting);
    if (auto proper = components_of(types); !proper.empty()) return proper;
    if (types.size() == 1) return types;
    const bool none = types.empty();
    std::vector<std::string> verbs;
    for (const RelationshipSchema* type : types) {
        verbs.push_back(ticked(verbs_of({type}, Way::outgoing, VerbForm::plural)));
    }
    return Error{.code = ErrorCode::unfitting_words,
                 .message = plural_of(things) + (none ? " have no " : " have ") + plural_of(labels) +
                            (none ? " to share" : " in several ways, so it isn't clear what sharing them means"),
                 .span = noun.span,
                 .hints = none ? who_has(labels, setting) : std::vector<std::string>{"they may " + enumerated(verbs)}};
}

}  // namespace

std::vector<const RelationshipSchema*> types_between(const Labels& from, const Labels& to, const Setting& setting) {
    std::vector<const RelationshipSchema*> out;
    for (const RelationshipSchema& type : setting.schema().relationships) {
        if (labels_in_both(labels_at(type, Way::outgoing, setting.schema()), from).empty()) continue;
        if (labels_in_both(labels_at(type, Way::incoming, setting.schema()), to).empty()) continue;
        out.push_back(&type);
    }
    return out;
}

Result<Components> resolve_components(const std::vector<ast::Phrase>& nouns, const Labels& things, SourceSpan at,
                                      const Setting& setting) {
    if (nouns.empty()) return all_components(things, at, setting);
    Components out;
    out.named = true;
    for (const ast::Phrase& noun : nouns) {
        CONFER_TRY(const Labels labels, resolve_noun(noun, setting));
        CONFER_TRY(const auto types, types_to(noun, labels, things, setting));
        add_types(out, types);
        add_labels(out.labels, labels, setting.schema());
    }
    return out;
}

std::string plural_of(const Components& components) {
    return components.named ? plural_of(components.labels) : "components";
}

std::string column_of(const Components& components) {
    return components.named && components.labels.size() == 1 ? column_of(*components.labels.front()) : "component";
}

std::string plural_column_of(const Components& components) {
    return components.named && components.labels.size() == 1 ? plural_column_of(*components.labels.front())
                                                             : "components";
}

Sharing sharing_of(const Components& components) {
    Sharing out;
    for (const RelationshipSchema* type : components.types) out.types.push_back(type->name);
    for (const LabelSchema* label : components.labels) out.labels.push_back(label->name);
    return out;
}

comparison::Basis basis_of(const Components& components, const Setting& setting) {
    comparison::Basis basis;
    for (const RelationshipSchema* type : components.types) {
        if (const auto id = setting.graph().types().find(type->name)) basis.types.push_back(*id);
    }
    if (!components.named) return basis;
    for (const LabelSchema* label : components.labels) {
        if (const auto id = setting.graph().labels().find(label->name)) basis.labels.push_back(*id);
    }
    return basis;
}

}  // namespace confer::engine::question
