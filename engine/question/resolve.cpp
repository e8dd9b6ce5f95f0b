// resolve: candidates by name, narrowed by what fits; own names go before aliases.
// Test: tests/suites/questions/names_test.cpp.
#include "question/resolve.h"

#include <algorithm>

#include "base/suggest.h"
#include "graph/name_index.h"
#include "question/wording.h"

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

std::string string_property(NodeId node, std::string_view key, const Setting& setting) {
    const auto id = setting.graph().keys().find(key);
    if (!id) return {};
    const Value value = setting.graph().property(node, *id);
    return value.is(Kind::string) ? std::string(value.as_string()) : std::string{};
}

Named named(NodeId node, const Setting& setting) {
    Named out;
    out.node = node;
    out.title = setting.graph().title(node);
    out.labels = labels_of(node, setting);
    out.value = string_property(node, "id", setting);
    out.key = out.value.empty() ? "name" : "id";
    if (out.value.empty()) out.value = string_property(node, "name", setting);
    return out;
}

// A misspelt name with known words in it falls apart ("acceptence and commitment therapy"), so the words that follow
// are tried as part of it.
struct Guess {
    SourceSpan span;
    std::vector<std::string> near;
};

std::vector<std::string> nearest_that_fit(std::string_view name, const Labels& among, const Setting& setting) {
    constexpr std::size_t many = 40, few = 3;
    std::vector<std::string> out;
    for (std::string& spelling : setting.graph().names().nearest(name, many)) {
        if (out.size() == few) break;
        if (!fitting(setting.graph().names().find_with_aliases(normalise_name(spelling)), among, setting).empty()) {
            out.push_back(std::move(spelling));
        }
    }
    return out;
}

// How unlike two names are, in parts of a thousand.
unsigned unlikeness(std::string_view name, std::string_view other) {
    const std::string a = normalise_name(name), b = normalise_name(other);
    const auto longest = static_cast<unsigned>(std::max(a.size(), b.size()));
    return longest == 0 ? 0 : 1000 * edit_distance(a, b, longest) / longest;
}

Guess guess(const ast::Phrase& name, const Labels& among, const Setting& setting) {
    Guess best{name.span, nearest_that_fit(name.text, among, setting)};
    constexpr unsigned quite_unlike = 334;
    unsigned least = best.near.empty() ? quite_unlike : unlikeness(name.text, best.near.front());
    if (name.quoted) return best;

    constexpr int most_further_words = 5;
    const std::string_view question = setting.question.text;
    std::size_t end = name.span.end - setting.question.span.begin;
    for (int further = 0; further < most_further_words; ++further) {
        const std::size_t word = question.find_first_not_of(" \t\r\n,", end);
        if (word == std::string_view::npos) break;
        end = std::min(question.find_first_of(" \t\r\n,?!", word), question.size());
        const std::size_t begin = name.span.begin - setting.question.span.begin;
        const std::string_view longer = question.substr(begin, end - begin);
        std::vector<std::string> near = nearest_that_fit(longer, among, setting);
        if (near.empty() || unlikeness(longer, near.front()) >= least) continue;
        least = unlikeness(longer, near.front());
        const auto to = static_cast<std::uint32_t>(setting.question.span.begin + end);
        best = {{name.span.begin, to}, std::move(near)};
    }
    return best;
}

// "`Depression` is a condition: `approaches treat conditions`": for a known name in the wrong place.
Error wrong_kind(const ast::Phrase& name, NodeId node, const Labels& among, const Setting& setting) {
    const std::string title = setting.graph().title(node);
    const Labels labels = labels_of(node, setting);
    Error error{.code = ErrorCode::unknown_name,
                .message = "no " + singular_of(among) + " is called " + ticked(name.text),
                .span = name.span,
                .hints = {ticked(title) + " is " + with_article(singular_of(labels))}};
    const std::vector<std::string> near = nearest_that_fit(name.text, among, setting);
    if (!near.empty()) error.hints.push_back(did_you_mean(near));
    return error;
}

Error unknown_name(const ast::Phrase& name, const Labels& among, const Setting& setting) {
    const std::vector<NodeId> elsewhere = setting.graph().names().find_with_aliases(normalise_name(name.text));
    if (!elsewhere.empty()) return wrong_kind(name, elsewhere.front(), among, setting);
    const Guess best = guess(name, among, setting);
    const std::string written =
        setting.question.text.substr(best.span.begin - setting.question.span.begin, best.span.end - best.span.begin);
    Error error{.code = ErrorCode::unknown_name,
                .message = "no " + singular_of(among) + " is called " + ticked(name.quoted ? name.text : written),
                .span = best.span};
    if (!best.near.empty()) {
        error.hints.push_back(did_you_mean(best.near));
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
    std::vector<NodeId> nodes = fitting(setting.vocabulary.named(name.text), among, setting);
    if (nodes.empty()) {
        const NameIndex& names = setting.graph().names();
        nodes = fitting(names.find_with_aliases(normalise_name(name.text)), among, setting);
    }
    if (nodes.empty()) return unknown_name(name, among, setting);
    if (nodes.size() > 1) return ambiguous_name(name, nodes, setting);
    return named(nodes.front(), setting);
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
