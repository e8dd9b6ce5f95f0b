// Test: tests/suites/question_errors.
#include "question/examples.h"

#include <algorithm>
#include <optional>

#include "graph/lexicon.h"
#include "syntax/question_outlook.h"

namespace confer::engine::question {

namespace {

bool is_read_as(const std::string& name, NodeId node, const Vocabulary& vocabulary) {
    if (vocabulary.graph().names().find_with_aliases(normalise_name(name)) != std::vector<NodeId>{node}) return false;
    // Not where it looks like a keyword ("AT").
    const syntax::QuestionOutlook outlook = syntax::question_outlook("describe " + name, &vocabulary);
    return outlook.fits && outlook.complete && outlook.phrases.size() == 1 && outlook.phrases.front().text == name;
}

// What it is called, of a long name by an abbreviation, where one is clear.
std::string short_name(NodeId node, const Vocabulary& vocabulary) {
    const PropertyGraph& graph = vocabulary.graph();
    std::string best = graph.title(node);
    const auto key = graph.keys().find("aliases");
    const Value aliases = key ? graph.property(node, *key) : Value();
    constexpr std::ptrdiff_t words = 3;
    const bool is_long = std::count(best.begin(), best.end(), ' ') + 1 >= words;
    if (!is_long || !aliases.is(Kind::list)) return best;
    for (const Value& alias : aliases.as_list()) {
        if (!alias.is(Kind::string)) continue;
        const std::string name(alias.as_string());
        if (name.size() < best.size() && name.find(' ') == std::string::npos && is_read_as(name, node, vocabulary))
            best = name;
    }
    return best;
}

class Examples {
public:
    explicit Examples(const Vocabulary& vocabulary)
        : vocabulary_(vocabulary), graph_(vocabulary.graph()), schema_(graph_.schema()) {}

    std::vector<std::string> find() {
        const RelationshipSchema* type = main_type();
        if (type == nullptr) return {};
        const LabelSchema& label = *schema_.label(type->from.front());
        const std::vector<NodeId> known = best_known(type->from, *type, Direction::outgoing);
        const std::string object = short_name(best_known(type->to, *type, Direction::incoming).front(), vocabulary_);
        const std::string first = short_name(known.front(), vocabulary_), nouns = plural(label);
        const std::string verb = verb_phrase(*type, Direction::outgoing, VerbForm::plural);
        out_ = {"which " + nouns + " " + verb + " " + object + "?"};
        if (type->component) add("which " + nouns + " share components?");
        if (known.size() > 1 && type->component) {
            const std::string second = short_name(known[1], vocabulary_), both = first + " and " + second;
            add("what do " + both + " share?");
            add("compare " + first + ", " + second);
            add("how similar are " + both + "?");
            add("which " + nouns + " are most like " + first + "?");
            add("how is " + first + " related to " + second + "?");
        }
        add_claim(*type, known.front());
        add("describe " + first);
        add("list " + nouns);
        add("how many " + nouns + " " + verb + " " + object + "?");
        add_lineage();
        if (known.size() > 1 && type->component) add_integration(*type, first, short_name(known[1], vocabulary_));
        return std::move(out_);
    }

private:
    void add(std::string question) { out_.push_back(std::move(question)); }

    bool has_relationships(const RelationshipSchema& type) const {
        const auto id = graph_.types().find(type.name);
        return id && graph_.topology().adjacency(*id, Direction::outgoing).size() > 0;
    }

    // The first type that joins what the graph is about, a component if there is one.
    const RelationshipSchema* main_type() const {
        const RelationshipSchema* found = nullptr;
        for (const RelationshipSchema& type : schema_.relationships) {
            const bool usable =
                !type.from.empty() && schema_.label(type.from.front()) != nullptr && has_relationships(type);
            if (usable && (found == nullptr || (type.component && !found->component))) found = &type;
        }
        return found;
    }

    // How many relationships meet the node.
    std::size_t fame(NodeId node) const {
        std::size_t out = 0;
        for (TypeId type = 0; type < graph_.types().size(); ++type) {
            for (const Direction direction : {Direction::outgoing, Direction::incoming}) {
                out += graph_.topology().adjacency(type, direction).degree(node);
            }
        }
        return out;
    }

    // The two nodes with one of the labels, at one end of the type, that most relationships meet, which people know; of
    // a dozen such, those with short names.
    std::vector<NodeId> best_known(const std::vector<std::string>& labels, const RelationshipSchema& type,
                                   Direction direction) const {
        const auto id = graph_.types().find(type.name);
        if (!id) return {};
        const Adjacency& adjacency = graph_.topology().adjacency(*id, direction);
        constexpr std::size_t known = 12, wanted = 2;
        std::vector<NodeId> best;
        const auto offer = [&](NodeId node) {
            if (adjacency.degree(node) == 0 || std::find(best.begin(), best.end(), node) != best.end()) return;
            const auto more = [&](NodeId other) { return fame(node) > fame(other); };
            best.insert(std::find_if(best.begin(), best.end(), more), node);
            if (best.size() > known) best.pop_back();
        };
        for (const std::string& name : labels) {
            const auto label = graph_.labels().find(name);
            if (!label) continue;
            for (const NodeId node : graph_.nodes_with(*label)) offer(node);
        }
        by_shortness(best);
        if (best.size() > wanted) best.resize(wanted);
        return best;
    }

    // What has a short name first.
    void by_shortness(std::vector<NodeId>& nodes) const {
        constexpr std::size_t short_enough = 14;
        std::stable_partition(nodes.begin(), nodes.end(),
                              [&](NodeId node) { return short_name(node, vocabulary_).size() <= short_enough; });
    }

    void add_claim(const RelationshipSchema& type, NodeId subject) {
        const auto id = graph_.types().find(type.name);
        const Neighbours joined = graph_.topology().adjacency(*id, Direction::outgoing)[subject];
        std::vector<NodeId> objects(joined.nodes.begin(), joined.nodes.end());
        by_shortness(objects);
        const std::string verb = verb_phrase(type, Direction::outgoing, VerbForm::infinitive);
        const bool passive = verb.starts_with("be ");
        add("why " + std::string(passive ? "is " : "does ") + short_name(subject, vocabulary_) + " " +
            (passive ? verb.substr(3) : verb) + " " + short_name(objects.front(), vocabulary_) + "?");
    }

    void add_lineage() {
        for (const RelationshipSchema& type : schema_.relationships) {
            if (!type.lineage) continue;
            const std::vector<NodeId> descended = best_known(type.from, type, Direction::outgoing);
            if (!descended.empty()) add("lineage of " + short_name(descended.front(), vocabulary_));
        }
    }

    void add_integration(const RelationshipSchema& component, const std::string& first, const std::string& second) {
        add("common factors of " + first + ", " + second);
        for (const RelationshipSchema& type : schema_.relationships) {
            if (!type.serves) continue;
            const std::vector<NodeId> purposes = best_known(type.to, type, Direction::incoming);
            const LabelSchema* parts = component.to.empty() ? nullptr : schema_.label(component.to.front());
            if (purposes.empty() || parts == nullptr) continue;
            const std::string purpose = short_name(purposes.front(), vocabulary_);
            add("select " + plural(*parts) + " for " + purpose);
            add("assimilate into " + first + " for " + purpose);
            break;
        }
        add("integrate " + first + ", " + second);
    }

    const Vocabulary& vocabulary_;
    const PropertyGraph& graph_;
    const Schema& schema_;
    std::vector<std::string> out_;
};

}  // namespace

std::vector<std::string> example_questions_about(const Vocabulary& vocabulary, const std::vector<NodeId>& nodes,
                                                 const std::vector<std::string>& names) {
    const PropertyGraph& graph = vocabulary.graph();
    const auto takes_part = [&](NodeId node, bool RelationshipSchema::*role) {
        return std::any_of(graph.schema().relationships.begin(), graph.schema().relationships.end(),
                           [&](const RelationshipSchema& type) {
                               const auto id = graph.types().find(type.name);
                               return type.*role && id &&
                                      graph.topology().adjacency(*id, Direction::outgoing).degree(node) > 0;
                           });
    };
    const auto is_composed = [&](NodeId node) { return takes_part(node, &RelationshipSchema::component); };
    if (nodes.empty() || graph.schema().labels.empty()) return {};
    // As they were written, where that is clear.
    const auto name = [&](std::size_t i) {
        return is_read_as(names[i], nodes[i], vocabulary) ? names[i] : short_name(nodes[i], vocabulary);
    };
    const std::string first = name(0);
    if (nodes.size() == 1) {
        std::vector<std::string> out;
        for (const RelationshipSchema& type : graph.schema().relationships) {
            const auto id = graph.types().find(type.name);
            if (!type.serves || !id || type.from.empty()) continue;
            if (graph.topology().adjacency(*id, Direction::incoming).degree(nodes[0]) == 0) continue;
            const LabelSchema* label = graph.schema().label(type.from.front());
            if (label == nullptr) continue;
            out.push_back("which " + plural(*label) + " " + verb_phrase(type, Direction::outgoing, VerbForm::plural) +
                          " " + first + "?");
        }
        out.push_back("describe " + first);
        if (is_composed(nodes[0])) out.push_back("what is most like " + first + "?");
        if (takes_part(nodes[0], &RelationshipSchema::lineage)) out.push_back("lineage of " + first);
        return out;
    }
    const std::string second = name(1);
    std::vector<std::string> out;
    if (is_composed(nodes[0]) && is_composed(nodes[1])) {
        out = {"compare " + first + ", " + second, "how similar are " + first + " and " + second + "?"};
    }
    out.push_back("how is " + first + " related to " + second + "?");
    return out;
}

std::vector<std::string> example_questions(const Vocabulary& vocabulary) {
    return Examples(vocabulary).find();
}

}  // namespace confer::engine::question
