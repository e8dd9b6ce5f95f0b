// Test: tests/suites/question_errors.
#include "question/examples.h"

#include <algorithm>
#include <optional>

#include "graph/lexicon.h"

namespace confer::engine::question {

namespace {

class Examples {
public:
    explicit Examples(const PropertyGraph& graph) : graph_(graph), schema_(graph.schema()) {}

    std::vector<std::string> find() {
        const RelationshipSchema* type = main_type();
        if (type == nullptr) return {};
        const LabelSchema& label = *schema_.label(type->from.front());
        const std::vector<NodeId> known = best_known(type->from, *type, Direction::outgoing);
        const std::string object = graph_.title(best_known(type->to, *type, Direction::incoming).front());
        const std::string first = graph_.title(known.front()), nouns = plural(label);
        const std::string verb = verb_phrase(*type, Direction::outgoing, VerbForm::plural);
        out_ = {"which " + nouns + " " + verb + " " + object + "?"};
        if (type->component) add("which " + nouns + " share components?");
        if (known.size() > 1 && type->component) {
            const std::string second = graph_.title(known[1]), both = first + " and " + second;
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
        if (known.size() > 1 && type->component) add_integration(*type, first, graph_.title(known[1]));
        return std::move(out_);
    }

private:
    void add(std::string question) { out_.push_back(std::move(question)); }

    // The first type that joins what the graph is about, a component if there is one.
    const RelationshipSchema* main_type() const {
        const RelationshipSchema* found = nullptr;
        for (const RelationshipSchema& type : schema_.relationships) {
            const bool usable = !type.from.empty() && schema_.label(type.from.front()) != nullptr &&
                                !best_known(type.from, type, Direction::outgoing).empty();
            if (usable && (found == nullptr || (type.component && !found->component))) found = &type;
        }
        return found;
    }

    // The two nodes with one of the labels that most relationships of the type meet: those that people know.
    std::vector<NodeId> best_known(const std::vector<std::string>& labels, const RelationshipSchema& type,
                                   Direction direction) const {
        const auto id = graph_.types().find(type.name);
        if (!id) return {};
        const Adjacency& adjacency = graph_.topology().adjacency(*id, direction);
        std::vector<NodeId> best;
        const auto offer = [&](NodeId node) {
            if (adjacency.degree(node) == 0 || std::find(best.begin(), best.end(), node) != best.end()) return;
            const auto more = [&](NodeId other) { return adjacency.degree(node) > adjacency.degree(other); };
            best.insert(std::find_if(best.begin(), best.end(), more), node);
            if (best.size() > 2) best.pop_back();
        };
        for (const std::string& name : labels) {
            const auto label = graph_.labels().find(name);
            if (!label) continue;
            for (const NodeId node : graph_.nodes_with(*label)) offer(node);
        }
        return best;
    }

    void add_claim(const RelationshipSchema& type, NodeId subject) {
        const auto id = graph_.types().find(type.name);
        const Neighbours objects = graph_.topology().adjacency(*id, Direction::outgoing)[subject];
        const std::string verb = verb_phrase(type, Direction::outgoing, VerbForm::infinitive);
        const bool passive = verb.starts_with("be ");
        add("why " + std::string(passive ? "is " : "does ") + graph_.title(subject) + " " +
            (passive ? verb.substr(3) : verb) + " " + graph_.title(objects.nodes.front()) + "?");
    }

    void add_lineage() {
        for (const RelationshipSchema& type : schema_.relationships) {
            if (!type.lineage) continue;
            const std::vector<NodeId> descended = best_known(type.from, type, Direction::outgoing);
            if (!descended.empty()) add("lineage of " + graph_.title(descended.front()));
        }
    }

    void add_integration(const RelationshipSchema& component, const std::string& first, const std::string& second) {
        add("common factors of " + first + ", " + second);
        for (const RelationshipSchema& type : schema_.relationships) {
            if (!type.serves) continue;
            const std::vector<NodeId> purposes = best_known(type.to, type, Direction::incoming);
            const LabelSchema* parts = component.to.empty() ? nullptr : schema_.label(component.to.front());
            if (purposes.empty() || parts == nullptr) continue;
            const std::string purpose = graph_.title(purposes.front());
            add("select " + plural(*parts) + " for " + purpose);
            add("assimilate into " + first + " for " + purpose);
            break;
        }
        add("integrate " + first + ", " + second);
    }

    const PropertyGraph& graph_;
    const Schema& schema_;
    std::vector<std::string> out_;
};

}  // namespace

std::vector<std::string> example_questions_about(const PropertyGraph& graph, const std::vector<NodeId>& nodes) {
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
    const std::string first = graph.title(nodes[0]);
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
    const std::string second = graph.title(nodes[1]);
    std::vector<std::string> out;
    if (is_composed(nodes[0]) && is_composed(nodes[1])) {
        out = {"compare " + first + ", " + second, "how similar are " + first + " and " + second + "?"};
    }
    out.push_back("how is " + first + " related to " + second + "?");
    return out;
}

std::vector<std::string> example_questions(const PropertyGraph& graph) {
    return Examples(graph).find();
}

}  // namespace confer::engine::question
