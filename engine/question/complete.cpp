// complete: every way to cut off the last words is tried: what stands before the cut says what may follow, and of that
// is offered what the words behind the cut begin.
// Test: tests/suites/questions/complete_test.cpp.
#include "question/complete.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "graph/name_index.h"
#include "question/admission.h"
#include "question/meaning.h"
#include "question/predicate.h"
#include "syntax/question_outlook.h"

namespace confer::engine::question {

namespace {

using Kind = Completion::Kind;
using ValueKind = engine::Kind;

// The places where a phrase that is still being typed may begin: the last few words, and the end after a blank.
std::vector<std::size_t> word_starts(std::string_view begun) {
    constexpr std::size_t most_words = 6;
    std::vector<std::size_t> starts;
    for (std::size_t i = begun.size(); i-- > 0 && starts.size() < most_words;) {
        const bool blank = begun[i] == ' ' || begun[i] == '\t' || begun[i] == '(';
        const bool blank_before = i == 0 || begun[i - 1] == ' ' || begun[i - 1] == '\t' || begun[i - 1] == '(';
        if (!blank && blank_before) starts.push_back(i);
    }
    std::reverse(starts.begin(), starts.end());
    if (begun.empty() || begun.back() == ' ' || begun.back() == '(') starts.push_back(begun.size());
    return starts;
}

class Candidates {
public:
    Candidates(std::string_view before, std::string_view typed, const Vocabulary& vocabulary)
        : vocabulary_(vocabulary), schema_(vocabulary.lexicon().schema()), before_(before), begin_(before.size()) {
        typed_ = normalise_name(typed);
        if (!typed.empty() && typed.back() == ' ') typed_ += ' ';
        outlook_ = syntax::question_outlook(before, &vocabulary);
    }

    std::vector<Completion> find() {
        if (!outlook_.fits) return {};
        const bool begins = outlook_.phrases.empty();
        const bool shares =
            outlook_.component && !outlook_.verb;  // else it may still become "… have techniques in common"
        if (outlook_.thing && (begins || !typed_.empty())) add_nouns(labels_named({}, schema_));
        if (shares) add_nouns(components());
        if (outlook_.group) add_nouns(groups());
        // "which techniques DBT and ACT have in common" can be asked, but what usually follows is a verb.
        const bool topic = outlook_.topic != syntax::Topic::none && (!outlook_.verb || !typed_.empty());
        if (topic) add_names(labels_of_topic());
        if (outlook_.source && !typed_.empty()) add_sources();
        if (outlook_.object && !follows(ast::PhraseKind::name)) add_objects();
        if (outlook_.actor && !typed_.empty()) add_names(labels_that_take_part(schema_));
        if (outlook_.verb && verb_may_follow()) add_verbs();
        if (outlook_.actor && begins) add("does", Kind::keyword);
        for (const std::string& keyword : outlook_.keywords) {
            const bool of_sharing = keyword == "components" || keyword == "at least" || keyword == "in common";
            if (shares || !of_sharing) add(keyword, Kind::keyword);
        }
        std::stable_sort(found_.begin(), found_.end(), [](const Candidate& a, const Candidate& b) {
            if (a.kind == Kind::keyword || b.kind == Kind::keyword) return a.kind < b.kind;
            return std::tuple(a.kind, b.uses, a.text) < std::tuple(b.kind, a.uses, b.text);
        });
        std::vector<Completion> out;
        std::set<std::string> seen;
        for (Candidate& each : found_) {
            if (seen.insert(each.text).second) out.push_back({each.kind, std::move(each.text), begin_});
        }
        return out;
    }

private:
    struct Candidate {
        Kind kind;
        std::string text;
        std::size_t uses;  // how many relationships have it
    };

    bool add(std::string text, Kind kind, std::size_t uses = 0) {
        if (!typed_.empty() && !normalise_name(text).starts_with(typed_)) return false;
        found_.push_back({kind, std::move(text), uses});
        return true;
    }

    bool add_name(NodeId node, std::string name) {
        if (!typed_.empty() && !normalise_name(name).starts_with(typed_)) return false;
        const PropertyGraph& graph = vocabulary_.graph();
        std::size_t uses = 0;
        for (TypeId type = 0; type < graph.types().size(); ++type) {
            for (const Direction direction : {Direction::outgoing, Direction::incoming}) {
                uses += graph.topology().adjacency(type, direction).degree(node);
            }
        }
        found_.push_back({Kind::name, std::move(name), uses});
        return true;
    }

    std::size_t uses_of(const RelationshipSchema& type) const {
        const auto id = vocabulary_.graph().types().find(type.name);
        return id ? vocabulary_.graph().topology().adjacency(*id, Direction::outgoing).size() : 0;
    }

    const ast::Phrase* last(ast::PhraseKind kind) const {
        const auto found = std::find_if(outlook_.phrases.rbegin(), outlook_.phrases.rend(),
                                        [&](const ast::Phrase& phrase) { return phrase.kind == kind; });
        return found == outlook_.phrases.rend() ? nullptr : &*found;
    }

    // Whether such a phrase comes directly before, with no keyword between.
    bool follows(ast::PhraseKind kind) const {
        if (outlook_.phrases.empty() || outlook_.phrases.back().kind != kind) return false;
        return before_.find_first_not_of(" \t\"'`)", outlook_.phrases.back().span.end) == std::string_view::npos;
    }

    // Not straight after an object: "which approaches use mindfulness treat …" can be said, but nobody does.
    bool verb_may_follow() const {
        if (follows(ast::PhraseKind::name)) return asks_of_a_name();
        return !follows(ast::PhraseKind::noun) || outlook_.phrases.size() == 1;
    }

    // Words of the schema; other words for the same only where those don't fit.
    void add_nouns(const Labels& labels) {
        bool found = false;
        for (const LabelSchema* label : labels) found = add(plural(*label), Kind::noun) || found;
        for (const LabelSchema* label : labels) {
            if (found) break;
            add(singular(*label), Kind::noun);
            for (const std::string& word : label->also) add(word, Kind::noun);
        }
    }

    Labels components() const {
        Labels out;
        for (const RelationshipSchema& type : schema_.relationships) {
            if (!type.component || labels_in_both(labels_at(type, Way::outgoing, schema_), subjects()).empty())
                continue;
            add_labels(out, labels_at(type, Way::incoming, schema_), schema_);
        }
        return out;
    }

    // The labels at one end of the types that have a role.
    Labels with_role(bool RelationshipSchema::*role, Way end) const {
        Labels out;
        for (const RelationshipSchema& type : schema_.relationships) {
            if (type.*role) add_labels(out, labels_at(type, end, schema_), schema_);
        }
        return out;
    }

    Labels groups() const { return with_role(&RelationshipSchema::groups, Way::incoming); }

    Labels labels_of_topic() const {
        switch (outlook_.topic) {
            case syntax::Topic::composed:
                return with_role(&RelationshipSchema::component, Way::outgoing);
            case syntax::Topic::descended:
                return with_role(&RelationshipSchema::lineage, Way::either);
            case syntax::Topic::purpose:
                return with_role(&RelationshipSchema::serves, Way::incoming);
            case syntax::Topic::none:
            case syntax::Topic::anything:
                break;
        }
        return labels_that_take_part(schema_);
    }

    // Publishers and authors, in quotation marks, since their names may hold any word.
    void add_sources() {
        const PropertyGraph& graph = vocabulary_.graph();
        std::set<std::string> names;
        for (const LabelSchema* label : source_labels(schema_)) {
            const auto id = graph.labels().find(label->name);
            if (!id) continue;
            for (const char* property : {"publisher", "authors"}) {
                const auto key = graph.keys().find(property);
                if (!key) continue;
                for (const NodeId node : graph.nodes_with(*id)) {
                    const Value value = graph.property(node, *key);
                    if (value.is(ValueKind::string)) names.emplace(value.as_string());
                }
            }
        }
        for (const std::string& name : names) add('"' + name + '"', Kind::name);
    }

    // The labels that the next verb will be said of: the first noun's, or those of the name just before.
    Labels subjects() const {
        if (outlook_.phrases.empty()) return labels_named({}, schema_);
        const ast::Phrase& first = outlook_.phrases.front();
        if (first.kind == ast::PhraseKind::noun || first.kind == ast::PhraseKind::noun_or_name) {
            const auto labels = vocabulary_.lexicon().noun(normalise_name(first.text));
            return {labels.begin(), labels.end()};
        }
        if (first.kind == ast::PhraseKind::name) return labels_of_name(first);
        return labels_named({}, schema_);
    }

    bool asks_of_a_name() const {
        return !outlook_.phrases.empty() && outlook_.phrases.back().kind == ast::PhraseKind::name &&
               last(ast::PhraseKind::verb) == nullptr;
    }

    void add_verbs() {
        const Labels subjects = asks_of_a_name() ? labels_of_name(outlook_.phrases.back()) : this->subjects();
        bool found = false;
        for (const bool others : {false, true}) {
            if (others && (found || typed_.empty())) break;
            for (const RelationshipSchema& type : schema_.relationships) {
                for (const Way way : {Way::outgoing, Way::incoming}) {
                    if (labels_in_both(labels_at(type, way, schema_), subjects).empty()) continue;
                    const Direction direction = way == Way::outgoing ? Direction::outgoing : Direction::incoming;
                    found = (others ? add_other_words(type, direction) : add_verb(type, direction)) || found;
                }
            }
        }
    }

    bool add_verb(const RelationshipSchema& type, Direction direction) {
        std::string words = verb_phrase(type, direction, VerbForm::plural);
        const bool auxiliary_is_said = asks_of_a_name() || (!typed_.empty() && !typed_.starts_with("are"));
        if (auxiliary_is_said && words.starts_with("are ")) words.erase(0, 4);
        return !words.empty() && add(std::move(words), Kind::verb, uses_of(type));
    }

    bool add_other_words(const RelationshipSchema& type, Direction direction) {
        bool found = false;
        for (const std::string& words : direction == Direction::outgoing ? type.verb : type.inverse) {
            found = add(words, Kind::verb, uses_of(type)) || found;
        }
        return found;
    }

    Labels labels_of_name(const ast::Phrase& name) const {
        Labels out;
        for (const NodeId node : vocabulary_.named(name.text)) add_labels(out, labels_of(node), schema_);
        return out.empty() ? labels_named({}, schema_) : out;
    }

    Labels labels_of(NodeId node) const {
        std::vector<std::string> names;
        for (const LabelId label : vocabulary_.graph().labels_of(node)) {
            names.push_back(vocabulary_.graph().labels().name(label));
        }
        return names.empty() ? Labels{} : labels_named(names, schema_);
    }

    // The labels of what the last verb may be said of; without one, of all that is asked about.
    Labels objects() const {
        const ast::Phrase* verb = last(ast::PhraseKind::verb);
        if (verb == nullptr) return labels_that_take_part(schema_);
        const Labels subjects = this->subjects();
        Labels out;
        for (const VerbSense& sense : vocabulary_.lexicon().verb(normalise_name(verb->text))) {
            if (!sense.preposition.empty()) continue;
            const Way way = sense.direction == Direction::outgoing ? Way::outgoing : Way::incoming;
            if (labels_in_both(labels_at(*sense.relationship, way, schema_), subjects).empty()) continue;
            add_labels(out, labels_at(*sense.relationship, reversed(way), schema_), schema_);
        }
        return out;
    }

    void add_objects() {
        const Labels fitting = objects();
        add_nouns(fitting);
        add_names(fitting);
    }

    void add_names(const Labels& fitting) {
        bool found = false;
        for (const LabelSchema* label : fitting) {
            const auto id = vocabulary_.graph().labels().find(label->name);
            if (!id) continue;
            for (const NodeId node : vocabulary_.graph().nodes_with(*id)) {
                found = add_name(node, vocabulary_.graph().title(node)) || found;
            }
        }
        if (typed_.empty() || found) return;
        for (const std::string& spelling : vocabulary_.graph().names().spellings()) {
            if (!normalise_name(spelling).starts_with(typed_)) continue;
            const std::vector<NodeId> nodes = vocabulary_.named(spelling);
            const bool fits = std::any_of(nodes.begin(), nodes.end(), [&](NodeId node) {
                return !labels_in_both(labels_of(node), fitting).empty();
            });
            if (fits) add(spelling, Kind::name);
        }
    }

    const Vocabulary& vocabulary_;
    const Schema& schema_;
    std::string_view before_;
    std::size_t begin_;
    std::string typed_;
    syntax::QuestionOutlook outlook_;
    std::vector<Candidate> found_;
};

}  // namespace

std::vector<Completion> complete(std::string_view begun, const Vocabulary& vocabulary, std::size_t most) {
    std::vector<Completion> out;
    for (const std::size_t start : word_starts(begun)) {
        for (Completion& found : Candidates(begun.substr(0, start), begun.substr(start), vocabulary).find()) {
            if (out.size() == most) return out;
            out.push_back(std::move(found));
        }
    }
    return out;
}

}  // namespace confer::engine::question
