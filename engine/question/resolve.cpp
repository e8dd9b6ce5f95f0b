// resolve: candidates by name, narrowed by what fits; own names go before aliases.
// Test: tests/suites/questions/names_test.cpp.
#include "question/resolve.h"

#include <algorithm>

#include "base/suggest.h"
#include "graph/name_index.h"
#include "graph/node_text.h"
#include "question/admission.h"
#include "question/wording.h"
#include "syntax/name_guess.h"

namespace confer::engine::question {

namespace {

bool fits(NodeId node, const Labels& among, const Setting& setting) {
    return !labels_in_both(labels_of(node, setting), among).empty();
}

std::vector<NodeId> fitting(const std::vector<NodeId>& nodes, const Labels& among, const Setting& setting) {
    std::vector<NodeId> out;
    std::copy_if(nodes.begin(), nodes.end(), std::back_inserter(out),
                 [&](NodeId node) { return fits(node, among, setting); });
    return out;
}

std::vector<std::string> nearest_that_fit(std::string_view name, const Labels& among, const Setting& setting) {
    constexpr std::size_t many = 40, few = 3;
    const Labels parties = labels_in_both(among, labels_that_take_part(setting.schema()));
    std::vector<std::string> out;
    for (std::string& spelling : setting.graph().names().nearest(name, many)) {
        if (out.size() == few) break;
        if (!fitting(setting.graph().names().find_with_aliases(normalise_name(spelling)), parties, setting).empty()) {
            out.push_back(std::move(spelling));
        }
    }
    return out;
}

// Names that hold the words ("Zen practice" and "Radical behaviorism" of "Zen" and "behaviorism"), else those that
// begin as they do but for the last word ("person-centred therapy" of "person-centred counselling").
std::vector<std::string> longer_names(std::string_view name, const Labels& among, const Setting& setting) {
    constexpr std::size_t few = 3, shortest = 3;
    const std::string whole = normalise_name(name);
    const std::string begun = whole.substr(0, whole.find_last_of(' ') + 1);
    const auto holds = [&](const std::string& longer) {
        return (" " + longer + " ").find(" " + whole + " ") != std::string::npos;
    };
    const auto begins = [&](const std::string& longer) {
        return begun.size() >= shortest && longer.starts_with(begun);
    };
    const Labels parties = labels_in_both(among, labels_that_take_part(setting.schema()));
    const auto those = [&](const auto& fits_words) {
        std::vector<std::string> out;
        for (const std::string& spelling : setting.graph().names().spellings()) {
            const std::string normalised = normalise_name(spelling);
            if (out.size() == few) break;
            if (fits_words(normalised) &&
                !fitting(setting.graph().names().find_with_aliases(normalised), parties, setting).empty())
                out.push_back(spelling);
        }
        return out;
    };
    std::vector<std::string> out;
    if (whole.size() >= shortest) out = those(holds);
    return out.empty() ? those(begins) : out;
}

// "recommended by NICE"
bool follows_by(SourceSpan words, const Setting& setting) {
    const std::string_view before =
        std::string_view(setting.question.text).substr(0, words.begin - setting.question.span.begin);
    return before.ends_with(" by ") || before.ends_with(" by the ");
}

constexpr std::size_t kinds_to_say = 3;  // more of them are anything

std::string none_is_called(std::string_view name, const Labels& among) {
    const std::string which = among.size() > kinds_to_say ? "nothing here" : "no " + singular_of(among);
    return which + " is called " + ticked(name);
}

// A known name in the wrong place.
Error wrong_kind(const ast::Phrase& name, NodeId node, const Labels& among, const Setting& setting) {
    const std::string title = setting.graph().title(node);
    const Labels labels = labels_of(node, setting);
    Error error{.code = ErrorCode::unknown_name,
                .message = none_is_called(name.text, among),
                .span = name.span,
                .hints = {ticked(title) + " is " + with_article(singular_of(labels))}};
    return error;
}

Error unknown_name(const ast::Phrase& name, const Labels& among, const Setting& setting) {
    const std::vector<NodeId> elsewhere = setting.graph().names().find_with_aliases(normalise_name(name.text));
    if (!elsewhere.empty()) return wrong_kind(name, elsewhere.front(), among, setting);
    const syntax::NameGuess best =
        syntax::guess_name(setting.question.text, setting.question.span.begin, name.span, !name.quoted,
                           [&](std::string_view words) { return nearest_that_fit(words, among, setting); });
    const std::string written =
        setting.question.text.substr(best.span.begin - setting.question.span.begin, best.span.end - best.span.begin);
    Error error{.code = ErrorCode::unknown_name,
                .message = none_is_called(name.quoted ? name.text : written, among),
                .span = best.span};
    // Where things of any kind may be named: "recommended by NICE".
    const bool open = among.size() > kinds_to_say && follows_by(name.span, setting);
    const Result<Admission> source = Admission::make({.according_to = {name}}, setting);
    std::vector<std::string> near = longer_names(name.text, among, setting);
    for (const std::string& other : best.near) {
        const auto same = [&](const std::string& one) { return normalise_name(one) == normalise_name(other); };
        if (std::none_of(near.begin(), near.end(), same)) near.push_back(other);
    }
    constexpr std::size_t few = 3;
    if (near.size() > few) near.resize(few);
    if (open && source.has_value() && source.value().names_authorities()) {
        error.hints.push_back("to ask what it says as a source, write `according to \"" + name.text + "\"`");
    } else if (!near.empty()) {
        error.hints.push_back(did_you_mean(near));
    } else if (among.size() == 1) {
        error.hints.push_back("see what there is with `list " + plural(*among.front()) + "`");
    }
    return error;
}

// What to write instead of an ambiguous name: the name with its noun when that is enough, else the node's own name.
Error ambiguous_name(const ast::Phrase& name, const std::vector<NodeId>& nodes, const Setting& setting) {
    std::vector<std::string> readings, spellings;
    for (const NodeId node : nodes) {
        const Named candidate = named(node, setting);
        readings.push_back("the " + singular_of(candidate.labels) + " " + ticked(candidate.title));
        const bool title_is_clear =
            setting.graph().names().find_normalised(normalise_name(candidate.title)).size() == 1;
        spellings.push_back(ticked(title_is_clear ? candidate.title : candidate.value));
    }
    std::sort(readings.begin(), readings.end());
    std::sort(spellings.begin(), spellings.end());
    return Error{.code = ErrorCode::ambiguous_name,
                 .message = ticked(name.text) + " may be " + enumerated(readings),
                 .span = name.span,
                 .hints = {"write " + enumerated(spellings)}};
}

}  // namespace

Named named(NodeId node, const Setting& setting) {
    Named out;
    out.node = node;
    out.title = setting.graph().title(node);
    out.labels = labels_of(node, setting);
    out.value = text_of(setting.graph(), node, "id");
    out.key = out.value.empty() ? "name" : "id";
    if (out.value.empty()) out.value = text_of(setting.graph(), node, "name");
    return out;
}

Labels labels_of(NodeId node, const Setting& setting) {
    std::vector<std::string> names;
    for (const LabelId label : setting.graph().labels_of(node)) names.push_back(setting.graph().labels().name(label));
    return names.empty() ? Labels{} : labels_named(names, setting.schema());
}

Result<Labels> resolve_noun(const ast::Phrase& noun, const Setting& setting) {
    const auto labels = setting.vocabulary.lexicon().noun(normalise_name(noun.text));
    if (!labels.empty()) return Labels(labels.begin(), labels.end());

    // Of several unknown words, the first that is nearly a noun is the one that was meant.
    const std::vector<std::string>& nouns = setting.vocabulary.lexicon().nouns();
    std::string wrong = noun.text;
    std::vector<std::string> near = nearest_names(wrong, nouns);
    for (std::size_t end = noun.text.find(' '); near.empty() && end != std::string::npos;
         end = noun.text.find(' ', end + 1)) {
        near = nearest_names(noun.text.substr(0, end), nouns);
        if (!near.empty()) wrong = noun.text.substr(0, end);
    }
    Error error{.code = ErrorCode::unknown_label,
                .message = "nothing in this graph is called " + ticked(wrong),
                .span = SourceSpan{noun.span.begin, noun.span.begin + static_cast<std::uint32_t>(wrong.size())}};
    if (wrong.size() == noun.text.size()) error.span = noun.span;
    if (!near.empty()) {
        error.hints.push_back(did_you_mean(near));
    } else {
        std::vector<std::string> all;
        for (const LabelSchema& label : setting.schema().labels) all.push_back(ticked(plural(label)));
        constexpr std::size_t few = 8;
        if (all.size() > few) all.resize(few);
        error.hints.push_back("it is about " + enumerated(all, "and"));
    }
    return error;
}

Result<Named> resolve_name(const ast::Phrase& name, const Labels& among, const Setting& setting) {
    // Nodes that only stand beside, such as sources, are meant only when nothing else has the name.
    const Labels parties = labels_that_take_part(setting.schema());
    const auto part_takers = [&](const std::vector<NodeId>& nodes) { return fitting(nodes, parties, setting); };
    const std::vector<NodeId> by_own_name = fitting(setting.vocabulary.named(name.text), among, setting);
    const std::vector<NodeId> by_any_name =
        fitting(setting.graph().names().find_with_aliases(normalise_name(name.text)), among, setting);
    for (const std::vector<NodeId>& nodes :
         {part_takers(by_own_name), part_takers(by_any_name), by_own_name, by_any_name}) {
        if (nodes.size() > 1) return ambiguous_name(name, nodes, setting);
        if (nodes.size() == 1) return named(nodes.front(), setting);
    }
    return unknown_name(name, among, setting);
}

Result<Named> resolve_operand(const ast::Operand& operand, const Setting& setting) {
    Labels among = labels_named({}, setting.schema());
    if (operand.noun) {
        CONFER_TRY(const Labels noun, resolve_noun(*operand.noun, setting));
        among = noun;
    }
    return resolve_name(*operand.name, among, setting);
}

}  // namespace confer::engine::question
