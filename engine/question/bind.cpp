// bind: verbs by elimination.
// Test: tests/suites/questions/which_test.cpp.
#include "question/bind.h"

#include <algorithm>

#include "graph/name_index.h"
#include "question/bind_error_internal.h"
#include "question/paraphrase.h"
#include "question/reading_internal.h"
#include "question/wording.h"

namespace confer::engine::question {

namespace {

// "techniques of DBT" are those that it is made of, whatever else may join the two.
void prefer_component(Readings& readings) {
    const auto is_component = [](const Reading& reading) { return reading.type->component; };
    if (std::count_if(readings.begin(), readings.end(), is_component) != 1) return;
    std::erase_if(readings, [&](const Reading& reading) { return !is_component(reading); });
}

// "what does DBT have": all that it is made of.
void keep_components(Readings& readings) {
    const auto is_component = [](const Reading& reading) { return reading.type->component; };
    if (std::none_of(readings.begin(), readings.end(), is_component)) return;
    std::erase_if(readings, [&](const Reading& reading) { return !is_component(reading); });
}

// "approaches for insomnia" are those that serve it: nobody says `for` of what warns.
void prefer_serving(Readings& readings) {
    const auto serves = [](const Reading& reading) { return reading.type->serves; };
    if (std::none_of(readings.begin(), readings.end(), serves)) return;
    std::erase_if(readings, [&](const Reading& reading) { return !serves(reading); });
}

std::vector<Link> links_of(const Readings& readings) {
    std::vector<Link> links;
    for (const Reading& reading : readings) {
        const bool both_ways = std::any_of(readings.begin(), readings.end(), [&](const Reading& other) {
            return other.type == reading.type && other.way != reading.way;
        });
        const Way way = both_ways ? Way::either : reading.way;
        auto same = std::find_if(links.begin(), links.end(), [&](const Link& link) { return link.way == way; });
        if (same == links.end()) same = links.insert(links.end(), Link{{}, way});
        if (std::find(same->types.begin(), same->types.end(), reading.type) == same->types.end()) {
            same->types.push_back(reading.type);
        }
    }
    return links;
}

// ---- narrower things
bool has_narrower(const Named& node, const RelationshipSchema& type, const Setting& setting) {
    const auto id = setting.graph().types().find(type.name);
    return id && !setting.graph().topology().adjacency(*id, Direction::incoming)[node.node].empty();
}

// What treats panic disorder treats an anxiety disorder. A verb that itself leads to something broader says how many
// steps it means.
void widen(Meaning& meaning, const Readings& readings, const Setting& setting) {
    const bool climbs =
        std::any_of(readings.begin(), readings.end(), [](const Reading& reading) { return reading.type->broader; });
    if (climbs) return;
    for (const RelationshipSchema& type : setting.schema().relationships) {
        if (type.broader && has_narrower(*meaning.node, type, setting)) meaning.broader.push_back(&type);
    }
    const bool serves =
        std::any_of(readings.begin(), readings.end(), [](const Reading& reading) { return reading.type->serves; });
    if (meaning.broader.empty() || !serves) return;
    for (const RelationshipSchema& type : setting.schema().relationships) {
        if (type.warns) meaning.warnings.push_back(&type);
    }
}

// ---- readings that people mean where the words say something else
constexpr std::string_view grades_key = "grades";

const PropertySchema* grades_of(const RelationshipSchema& type) {
    const auto found = std::find_if(type.properties.begin(), type.properties.end(),
                                    [](const PropertySchema& property) { return property.name == grades_key; });
    return found == type.properties.end() ? nullptr : &*found;
}

// "with strong evidence": leaves the readings that sources grade.
Result<Grading> bind_grading(const ast::Grading& grading, Readings& readings) {
    std::erase_if(readings, [](const Reading& reading) { return grades_of(*reading.type) == nullptr; });
    if (readings.empty()) {
        return Error{.code = ErrorCode::unfitting_words,
                     .message = "nothing grades how well that is supported",
                     .span = grading.span,
                     .hints = {"leave it out"}};
    }
    if (!grading.level) return Grading{};
    std::vector<std::string> known;
    for (const Reading& reading : readings) {
        if (grades_of(*reading.type)->values.empty()) return Grading{grading.level->text};
        for (const std::string& value : grades_of(*reading.type)->values) {
            if (normalise_name(value) == normalise_name(grading.level->text)) return Grading{value};
            if (std::find(known.begin(), known.end(), ticked(value)) == known.end()) known.push_back(ticked(value));
        }
    }
    return Error{.code = ErrorCode::unknown_name,
                 .message = "no grade is called " + ticked(grading.level->text),
                 .span = grading.level->span,
                 .hints = {"the grades are " + enumerated(known, "and")}};
}

// ---- conditions
bool descends(const Readings& readings) {
    return !readings.empty() &&
           std::all_of(readings.begin(), readings.end(), [](const Reading& reading) { return reading.type->lineage; });
}

// "what did Carl Rogers influence?": people and groups have no descendants, but what they made or hold has.
std::unique_ptr<Meaning> represented(const ast::Phrase& name, const Labels& things, const Setting& setting,
                                     std::vector<std::string>& notices) {
    std::unique_ptr<Meaning> out = described(name, things, setting);
    if (out == nullptr || !out->node || out->links.size() != 1) return nullptr;
    for (const RelationshipSchema* type : out->links.front().types) {
        if (type->component || type->denies || type->serves || type->warns) return nullptr;
    }
    notices.push_back(ticked(name.text) + " was read as " + paraphrase({things, std::nullopt}) + " that " +
                      verbs_of(out->links.front().types, out->links.front().way, VerbForm::plural) + " " +
                      out->node->title + ".");
    return out;
}

// A verb for several types ("combine") is said loosely of whatever things are made of.
bool is_loose(const Readings& readings) {
    const auto is_component = [](const Reading& reading) { return reading.type->component; };
    return readings.size() > 1 && std::any_of(readings.begin(), readings.end(), is_component);
}

// The name among all components; then the readings are those of that kind, and a notice says so. Else `otherwise`.
Result<Named> resolve_component(const ast::VerbCondition& condition, const Labels& asked, const Setting& setting,
                                Readings& readings, std::vector<std::string>& notices, Result<Named> otherwise) {
    Readings all = joining(all_readings(setting), asked, labels_named({}, setting.schema()), setting);
    std::erase_if(
        all, [&](const Reading& reading) { return !reading.type->component || reading.way != readings.front().way; });
    if (all.empty()) return otherwise;
    Result<Named> named = resolve_name(*condition.operand.name, labels_there(all, setting), setting);
    if (!named.has_value()) return otherwise;
    readings = joining(all, asked, named.value().labels, setting);
    notices.push_back(ticked(condition.verb->text) + " was read as " +
                      ticked(verbs_of({readings.front().type}, readings.front().way, VerbForm::infinitive)) + ": " +
                      named.value().title + " is " + with_article(singular_of(named.value().labels)) + ".");
    return named;
}

Result<Meaning> bind_operand(const ast::VerbCondition& condition, Readings readings, const Labels& asked,
                             const Setting& setting) {
    const ast::Operand& operand = condition.operand;
    Meaning out;
    out.operand_acts = condition.operand_acts;

    Labels there = labels_there(readings, setting);
    if (operand.noun) {
        CONFER_TRY(const Labels noun, resolve_noun(*operand.noun, setting));
        const Labels both = labels_in_both(noun, there);
        if (both.empty()) {
            Error error = condition.verb
                              ? verb_of_other_things(*condition.verb, readings, condition.operand_acts, noun, setting)
                              : not_joined(operand, asked, noun);
            error.span = operand.noun->span;
            const std::vector<std::string> sentences = sentences_joining(asked, noun, setting);
            if (!sentences.empty()) error.hints.push_back("what can be said is " + enumerated(sentences));
            return error;
        }
        there = both;
    }
    if (operand.every && !operand.noun) {
        return Error{.code = ErrorCode::unfitting_words,
                     .message = ticked(operand.name->text) + " is one thing, so `every` can't be said of it",
                     .span = operand.span,
                     .hints = {"leave that word out: what is narrower counts, too"}};
    }
    if (operand.every && operand.name) {
        out.that = described(*operand.name, there, setting);
        if (out.that == nullptr) {
            CONFER_TRY(const Named itself, resolve_name(*operand.name, there, setting));
            return not_joined(operand, there, itself.labels);
        }
    } else if (operand.name) {
        // "family" may be the noun or a name: the name, if it fits.
        const bool may_be_noun = operand.name->kind == ast::PhraseKind::noun_or_name && !operand.noun;
        Result<Named> named = resolve_name(*operand.name, there, setting);
        if (!named.has_value() && operand.noun) out.that = described(*operand.name, there, setting);
        if (!named.has_value() && !operand.noun && named.error().code == ErrorCode::unknown_name) {
            if (descends(readings)) out.that = represented(*operand.name, there, setting, out.notices);
            if (out.that == nullptr && condition.verb && is_loose(readings)) {
                named = resolve_component(condition, asked, setting, readings, out.notices, std::move(named));
                there = labels_there(readings, setting);
            }
        }
        if (out.that != nullptr) {
            // "by humanistic approaches": the name describes them
        } else if (!named.has_value() && may_be_noun) {
            CONFER_TRY(const Labels noun, resolve_noun(*operand.name, setting));
            if (labels_in_both(noun, there).empty()) return std::move(named).error();
            there = labels_in_both(noun, there);
        } else if (!named.has_value()) {
            Error error = std::move(named).error();
            const std::vector<NodeId> elsewhere = setting.vocabulary.named(operand.name->text);
            if (!elsewhere.empty() && error.code == ErrorCode::unknown_name) {
                const Labels labels = labels_of(elsewhere.front(), setting);
                const std::vector<std::string> sentences = sentences_joining(asked, labels, setting);
                if (!sentences.empty()) error.hints.push_back("what can be said is " + enumerated(sentences));
            }
            return error;
        } else {
            out.node = std::move(named).value();
            there = labels_in_both(out.node->labels, there);
        }
    }
    readings = joining(readings, asked, there, setting);
    if (condition.grading) {
        CONFER_TRY(out.grading, bind_grading(*condition.grading, readings));
    }
    if (!condition.verb) {
        if (condition.having) keep_components(readings);
        if (condition.serving) prefer_serving(readings);
        prefer_component(readings);
        if (readings.empty()) return not_joined(operand, asked, there);
        const bool made_of = condition.having && readings.front().type->component;
        if (readings.size() > 1 && !made_of) return verb_needed(operand, readings, asked, there);
    }
    out.links = links_of(readings);
    out.labels = there;
    out.quantity = condition.quantity;
    out.every = operand.every;
    if (out.node && !operand.exactly && !out.quantity) widen(out, readings, setting);
    if (operand.that != nullptr) {
        CONFER_TRY(Meaning that, bind(*operand.that, there, setting));
        out.that = std::make_unique<Meaning>(out.that == nullptr ? std::move(that)
                                                                 : together(std::move(*out.that), std::move(that)));
    }
    return out;
}

// "that aren't CBT-I", "that aren't humanistic": the thing itself, else what is grouped under the name.
Result<Meaning> bind_being(const ast::VerbCondition& condition, const Labels& asked, const Setting& setting) {
    const Labels anything = labels_named({}, setting.schema());
    if (condition.operand.name) {
        Result<Named> itself = resolve_name(*condition.operand.name, asked, setting);
        if (itself.has_value()) {
            Meaning out;
            out.kind = Meaning::Kind::being;
            out.node = std::move(itself).value();
            out.labels = out.node->labels;
            return out;
        }
    }
    Readings readings = joining(all_readings(setting), asked, anything, setting);
    const auto groups = [](const Reading& reading) { return reading.type->groups; };
    if (std::any_of(readings.begin(), readings.end(), groups)) {
        std::erase_if(readings, [&](const Reading& reading) { return !groups(reading); });
    }
    return bind_operand(condition, std::move(readings), asked, setting);
}

// "unique to DBT": what DBT has, and nothing else.
Result<Meaning> bind_alone(const ast::VerbCondition& condition, const Labels& asked, const Setting& setting) {
    const Labels anything = labels_named({}, setting.schema());
    CONFER_TRY(Meaning joined,
               bind_operand(condition, joining(all_readings(setting), asked, anything, setting), asked, setting));
    Meaning only;
    only.links = joined.links;
    only.labels = joined.labels;
    only.quantity = ast::Quantity{1, 1};
    return together(std::move(joined), std::move(only));
}

// "developed before 1970": of what is recorded only things themselves have years, so the verb has to be one of how
// they came about: it says nothing of what they are made of, serve, descend from …
Result<Meaning> bind_dated(const ast::DatedCondition& condition, SourceSpan span, const Labels& asked,
                           const Setting& setting) {
    Meaning out;
    out.kind = Meaning::Kind::dated;
    out.from = condition.from;
    out.to = condition.to;
    out.labels = labels_declaring(year_key, labels_in_both(asked, labels_that_take_part(setting.schema())));
    if (out.labels.empty()) {
        return Error{.code = ErrorCode::unfitting_words,
                     .message = "no years are recorded of " + plural_of(asked),
                     .span = span,
                     .hints = {"leave the years out"}};
    }
    if (condition.verb) {
        const Readings known = readings_of_verb(*condition.verb, false, setting, true);
        if (known.empty()) return unknown_verb(*condition.verb, asked, setting);
        const auto plain = [](const Reading& reading) {
            const RelationshipSchema& type = *reading.type;
            return !type.component && !type.denies && !type.serves && !type.warns && !type.groups && !type.lineage &&
                   !type.broader;
        };
        const Readings fitting = joining(known, out.labels, labels_named({}, setting.schema()), setting);
        if (std::none_of(fitting.begin(), fitting.end(), plain)) {
            return Error{.code = ErrorCode::unfitting_words,
                         .message = "no years are recorded of when " + plural_of(asked) + " " + condition.verb->text,
                         .span = condition.verb->span,
                         .hints = {"leave the verb out to ask when they came about"}};
        }
    }
    out.notices.emplace_back(undated_left_out);
    return out;
}

Result<Meaning> bind_verb(const ast::VerbCondition& condition, const Labels& asked, const Setting& setting) {
    const Labels anything = labels_named({}, setting.schema());
    if (condition.being) return bind_being(condition, asked, setting);
    if (condition.alone) return bind_alone(condition, asked, setting);
    if (!condition.verb) {
        return bind_operand(condition, joining(all_readings(setting), asked, anything, setting), asked, setting);
    }
    const Readings known = readings_of_verb(*condition.verb, condition.operand_acts, setting);
    if (known.empty() && asks_where(setting)) return nowhere(*condition.verb, setting);
    if (known.empty()) return unknown_verb(*condition.verb, asked, setting);
    Readings readings = joining(known, asked, anything, setting);
    if (readings.empty() && !condition.operand_acts) {
        readings = joining(readings_of_verb(*condition.verb, false, setting, true), asked, anything, setting);
    }
    if (readings.empty() && !condition.operand.name && !condition.operand.noun) {  // "does it work": for whatever
        ast::Phrase serving = *condition.verb;
        serving.text += " for";
        readings = joining(readings_of_verb(serving, condition.operand_acts, setting), asked, anything, setting);
    }
    std::vector<std::string> notices;
    if (readings.empty()) readings = read_as_kin(*condition.verb, known, asked, setting, notices);
    if (readings.empty()) {
        Error error = verb_of_other_things(*condition.verb, known, condition.operand_acts, asked, setting);
        const std::vector<std::string> sentences = sentences_joining(asked, labels_there(known, setting), setting);
        if (!sentences.empty()) error.hints.push_back("what can be said is " + enumerated(sentences));
        return error;
    }
    CONFER_TRY(Meaning out, bind_operand(condition, std::move(readings), asked, setting));
    out.notices.insert(out.notices.end(), notices.begin(), notices.end());
    return out;
}

}  // namespace

std::unique_ptr<Meaning> described(const ast::Phrase& name, const Labels& things, const Setting& setting) {
    ast::VerbCondition condition;
    condition.operand.span = name.span;
    condition.operand.name = name;
    Result<Meaning> meaning =
        bind_operand(condition, joining(all_readings(setting), things, labels_named({}, setting.schema()), setting),
                     things, setting);
    return meaning.has_value() ? std::make_unique<Meaning>(std::move(meaning).value()) : nullptr;
}

Meaning together(Meaning one, Meaning other) {
    Meaning out;
    out.kind = Meaning::Kind::all;
    out.parts.push_back(std::move(one));
    out.parts.push_back(std::move(other));
    return out;
}

Result<Meaning> bind(const ast::Condition& condition, const Labels& asked, const Setting& setting) {
    if (const auto* dated = std::get_if<ast::DatedCondition>(&condition.node)) {
        return bind_dated(*dated, condition.span, asked, setting);
    }
    if (const auto* verb = std::get_if<ast::VerbCondition>(&condition.node)) return bind_verb(*verb, asked, setting);
    Meaning out;
    if (const auto* negated = std::get_if<ast::NegatedCondition>(&condition.node)) {
        out.kind = Meaning::Kind::negation;
        CONFER_TRY(Meaning part, bind(*negated->part, asked, setting));
        out.parts.push_back(std::move(part));
        return out;
    }
    const auto& junction = std::get<ast::JunctionCondition>(condition.node);
    out.kind = junction.junction == ast::Junction::conjunction ? Meaning::Kind::all : Meaning::Kind::any;
    for (const ast::ConditionPtr& part : junction.parts) {
        CONFER_TRY(Meaning meaning, bind(*part, asked, setting));
        out.parts.push_back(std::move(meaning));
    }
    return out;
}

Result<Bound> bind(const ast::Selection& selection, const Setting& setting) {
    Bound out;
    out.labels = labels_named({}, setting.schema());
    if (selection.noun) {
        CONFER_TRY(const Labels noun, resolve_noun(*selection.noun, setting));
        out.labels = noun;
    }
    if (selection.condition == nullptr) return out;
    CONFER_TRY(Meaning meaning, bind(*selection.condition, out.labels, setting));
    const Labels possible = labels_in_both(possible_labels(meaning, setting.schema()), out.labels);
    if (possible.empty()) {
        return Error{.code = ErrorCode::unfitting_words,
                     .message = "nothing can fit all of this at once: the verbs are said of different things",
                     .span = selection.condition->span,
                     .hints = {"ask for each of them on its own"}};
    }
    out.labels = possible;
    out.meaning = std::move(meaning);
    return out;
}

}  // namespace confer::engine::question
