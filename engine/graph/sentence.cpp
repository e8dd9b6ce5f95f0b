// sentence_of: each step is a relative clause about the node before it. A step that mirrors the one before it (x draws
// on y, and z draws on y) is said as "x draws on y, as does z"; one that has no words in its direction is said from its
// other end.
// Test: tests/suites/claims.
#include "graph/sentence.h"

#include <algorithm>

#include "graph/lexicon.h"

namespace confer::engine {

namespace {

bool stands_for_people(const LabelSchema& label) {
    const auto means_people = [](std::string_view noun) { return noun == "person" || noun == "people"; };
    return means_people(singular(label)) || means_people(plural(label)) ||
           std::any_of(label.also.begin(), label.also.end(), means_people);
}

class Sentence {
public:
    Sentence(const PropertyGraph& graph, const PathValue& path) : graph_(graph), path_(path) {}

    std::string say() {
        text_ = title(0);
        for (std::size_t step = 0; step < path_.edges.size(); ++step) {
            if (!mirror(step)) add(step);
        }
        return std::move(text_);
    }

private:
    std::string title(std::size_t node) const { return graph_.title(path_.nodes[node]); }

    bool is_forward(std::size_t step) const { return graph_.ends(path_.edges[step]).source == path_.nodes[step]; }

    // The type's verb from one end: "uses"; empty where the schema has no words for that direction.
    std::string verb(std::size_t step, Direction direction) const {
        const std::string& type = graph_.types().name(graph_.type_of(path_.edges[step]));
        const RelationshipSchema* known = graph_.schema().relationship(type);
        if (known != nullptr) return verb_phrase(*known, direction, VerbForm::singular);
        RelationshipSchema bare;
        bare.name = type;
        return verb_phrase(bare, direction, VerbForm::singular);
    }

    std::string_view pronoun(std::size_t node) const {
        for (const LabelId label : graph_.labels_of(path_.nodes[node])) {
            const LabelSchema* known = graph_.schema().label(graph_.labels().name(label));
            if (known != nullptr && stands_for_people(*known)) return "who";
        }
        return "which";
    }

    // Whether the step could be said as "…, as does z", and was.
    bool mirror(std::size_t step) {
        if (step == 0 || said_.empty() || is_forward(step) == is_forward(step - 1)) return false;
        if (graph_.type_of(path_.edges[step]) != graph_.type_of(path_.edges[step - 1])) return false;
        text_ += (said_.starts_with("is ") ? ", as is " : ", as does ") + title(step + 1);
        said_.clear();
        return true;
    }

    void add(std::size_t step) {
        said_ = verb(step, is_forward(step) ? Direction::outgoing : Direction::incoming);
        if (said_.empty()) return add_from_other_end(step);
        if (step > 0) text_ += about_;
        if (step > 0 && about_.empty()) text_ += ", " + std::string(pronoun(step));
        text_ += " " + said_ + " " + title(step + 1);
        about_.clear();
    }

    // REQUIRES: the step is backward.
    void add_from_other_end(std::size_t step) {
        const std::string active = verb(step, Direction::outgoing);
        if (step == 0) {
            text_ = title(1) + " " + active + " " + title(0);
            about_ = " and";
            return;
        }
        text_ += (about_.empty() ? ", which " : "; " + title(step) + " is what ") + title(step + 1) + " " + active;
        about_ = "; " + title(step + 1);
    }

    const PropertyGraph& graph_;
    const PathValue& path_;
    std::string text_;
    std::string said_;   // the verb of the step before, if it was said of the node before it
    std::string about_;  // how to go on about the node that was reached, where a pronoun would not stand for it
};

}  // namespace

std::string sentence_of(const PropertyGraph& graph, const PathValue& path) {
    return Sentence(graph, path).say();
}

std::string sentence_of(const PropertyGraph& graph, EdgeId relationship) {
    const EdgeEnds ends = graph.ends(relationship);
    return sentence_of(graph, PathValue{{ends.source, ends.target}, {relationship}});
}

}  // namespace confer::engine
