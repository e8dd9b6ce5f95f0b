#include "question/subjects.h"

#include <algorithm>

#include "graph/normalise_name.h"
#include "question/components.h"
#include "question/members.h"
#include "question/wording.h"

namespace confer::engine::question {

namespace {

constexpr std::size_t most_described = 48;  // columns that somebody may still want to go through

// What was written, as the graph spells it, if it is an abbreviation, a single word for a longer title: "cbt" -> "CBT".
std::string short_name(const ast::Phrase& written, const Named& thing, const Setting& setting) {
    const auto key = setting.graph().keys().find("aliases");
    if (!key) return thing.title;
    const Value aliases = setting.graph().property(thing.node, *key);
    if (!aliases.is(Kind::list)) return thing.title;
    for (const Value& alias : aliases.as_list()) {
        if (!alias.is(Kind::string) || alias.as_string().size() >= thing.title.size()) continue;
        if (alias.as_string().find(' ') != std::string_view::npos) continue;
        if (normalise_name(alias.as_string()) == normalise_name(written.text)) return std::string(alias.as_string());
    }
    return thing.title;
}

void add(Subjects& subjects, Named thing, std::string name, const Setting& setting) {
    const auto same = [&](const Named& other) { return other.node == thing.node; };
    if (std::any_of(subjects.things.begin(), subjects.things.end(), same)) return;
    const bool taken = std::find(subjects.names.begin(), subjects.names.end(), name) != subjects.names.end();
    subjects.names.push_back(taken ? name + " (" + thing.value + ")" : std::move(name));
    add_labels(subjects.labels, thing.labels, setting.schema());
    subjects.things.push_back(std::move(thing));
}

Result<Labels> labels_of_operand(const ast::Operand& operand, const Labels& among, const Setting& setting) {
    if (!operand.noun) return among;
    CONFER_TRY(const Labels noun, resolve_noun(*operand.noun, setting));
    const Labels both = labels_in_both(noun, among);
    return both.empty() ? noun : both;
}

}  // namespace

Result<Named> resolve_subject(const ast::Phrase& name, const Labels& labels, const Setting& setting) {
    Result<Named> found = resolve_name(name, labels, setting);
    if (found.has_value() || name.quoted) return found;
    std::vector<std::string> forms = adjectives_of(normalise_name(name.text));
    forms.insert(forms.begin(), name.text);
    for (const LabelSchema* label : labels) {
        std::vector<std::string> nouns = label->also;
        nouns.push_back(singular(*label));
        for (const std::string& form : forms) {
            for (const std::string& noun : nouns) {
                ast::Phrase whole = name;
                whole.text = form + " " + noun;
                Result<Named> completed = resolve_name(whole, labels, setting);
                if (completed.has_value()) return completed;
            }
        }
    }
    return found;
}

std::vector<std::string> Subjects::titles() const {
    std::vector<std::string> out;
    for (const Named& thing : things) out.push_back(thing.title);
    return out;
}

Result<Subjects> resolve_subjects(const std::vector<ast::Operand>& operands, const Labels& among,
                                  const Setting& setting) {
    Subjects out;
    for (const ast::Operand& operand : operands) {
        CONFER_TRY(const Labels labels, labels_of_operand(operand, among, setting));
        CONFER_TRY(Named thing, resolve_subject(*operand.name, labels, setting));
        std::string name = short_name(*operand.name, thing, setting);
        add(out, std::move(thing), std::move(name), setting);
    }
    if (out.things.size() < 2) {
        return Error{.code = ErrorCode::unknown_question,
                     .message = "there is only one thing here, " + ticked(out.things.front().title) +
                                ", and it takes two to compare",
                     .span = SourceSpan{operands.front().span.begin, operands.back().span.end},
                     .hints = {"see what is recorded about it with `describe " + out.things.front().title + "`"}};
    }
    return out;
}

Result<Subjects> resolve_subjects(const ast::Selection& description, const Setting& setting) {
    CONFER_TRY(const Bound bound, bind(description, setting));
    std::vector<Named> found;
    for (const NodeId node : members(bound, setting)) found.push_back(named(node, setting));
    const SourceSpan span = description.condition != nullptr ? description.condition->span : description.noun->span;
    if (found.size() < 2) {
        return Error{.code = ErrorCode::unknown_question,
                     .message = (found.empty() ? "no " + singular_of(bound.labels) + " fits"
                                               : "only `" + found.front().title + "` fits") +
                                " this description, and it takes two to compare",
                     .span = span,
                     .hints = {"name the " + plural_of(bound.labels) + " instead, with commas between them"}};
    }
    if (found.size() > most_described) {
        return Error{.code = ErrorCode::unfitting_words,
                     .message = std::to_string(found.size()) + " " + plural_of(bound.labels) +
                                " fit this description, too many to set side by side",
                     .span = span,
                     .hints = {"describe them more closely, so that at most " + std::to_string(most_described) +
                               " fit, or name those that matter"}};
    }
    std::sort(found.begin(), found.end(), [](const Named& a, const Named& b) { return a.title < b.title; });
    Subjects out;
    for (Named& thing : found) {
        std::string title = thing.title;
        add(out, std::move(thing), std::move(title), setting);
    }
    return out;
}

Result<Labels> labels_compared_by(const std::vector<ast::Phrase>& nouns, const Setting& setting) {
    Labels out;
    const Schema& schema = setting.schema();
    for (const RelationshipSchema& type : schema.relationships) {
        if (nouns.empty() && type.component) add_labels(out, labels_at(type, Way::outgoing, schema), schema);
        for (const ast::Phrase& noun : nouns) {
            CONFER_TRY(const Labels labels, resolve_noun(noun, setting));
            for (const Way way : {Way::outgoing, Way::incoming}) {
                if (labels_in_both(labels_at(type, reversed(way), schema), labels).empty()) continue;
                add_labels(out, labels_at(type, way, schema), schema);
            }
        }
    }
    return out.empty() ? labels_that_take_part(schema) : out;
}

}  // namespace confer::engine::question
