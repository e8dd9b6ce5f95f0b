// Test: tests/suites/shell (`:why`).
#include "session/why.h"

#include <algorithm>

#include "graph/lexicon.h"
#include "graph/sentence.h"
#include "question/wording.h"
#include "session/provenance.h"

namespace confer::engine {
namespace {

bool same(const Value& a, const Value& b) {
    if (a.kind() != b.kind()) return false;
    return a.is(Kind::node) ? a.as_node() == b.as_node() : a.as_relationship() == b.as_relationship();
}

// The relationships and nodes in `evidence`, each once.
void add_elements(const Value& evidence, ValueList& elements) {
    if (evidence.is(Kind::list)) {
        for (const Value& item : evidence.as_list()) add_elements(item, elements);
    } else if (evidence.is(Kind::node) || evidence.is(Kind::relationship)) {
        const bool known = std::any_of(elements.begin(), elements.end(),
                                       [&](const Value& element) { return same(element, evidence); });
        if (!known) elements.push_back(evidence);
    }
}

class Claims {
public:
    explicit Claims(Answer& answer) : answer_(answer), graph_(*answer.graph) {
        answer_.columns = {{"claim", Kind::string},  {"source", Kind::string}, {"year", Kind::integer},
                           {"grade", Kind::string},  {"note", Kind::string},   {"confidence", Kind::string},
                           {"address", Kind::string}};
    }

    void add(const Value& element) {
        const Value claim(sentence(element));
        const Value confidence = property(element, "confidence");
        const Value sources = property(element, "sources");
        const Value grades = property(element, "grades"), notes = property(element, "notes");
        const std::size_t count = sources.is(Kind::list) ? sources.as_list().size() : 0;
        if (count == 0) answer_.rows.push_back({claim, {}, {}, {}, {}, confidence, {}});
        for (std::size_t i = 0; i < count; ++i) {
            const Value& id = sources.as_list()[i];
            const Source source = id.is(Kind::string) ? describe_source(graph_, id.as_string()) : Source{};
            answer_.rows.push_back({claim, known(source.title.empty() ? source.id : source.title),
                                    source.year ? Value(*source.year) : Value(), at(grades, i), at(notes, i),
                                    confidence, known(source.url)});
        }
    }

private:
    std::string sentence(const Value& element) const {
        if (element.is(Kind::relationship)) return sentence_of(graph_, element.as_relationship());
        const NodeId node = element.as_node();
        const auto labels = graph_.labels_of(node);
        const LabelSchema* label = labels.empty() ? nullptr : graph_.schema().label(graph_.labels().name(labels[0]));
        if (label == nullptr) return graph_.title(node);
        return graph_.title(node) + " is " + question::with_article(singular(*label));
    }

    Value property(const Value& element, std::string_view key) const {
        const auto id = graph_.keys().find(key);
        if (!id) return {};
        return element.is(Kind::node) ? graph_.property(element.as_node(), *id)
                                      : graph_.edge_property(element.as_relationship(), *id);
    }

    static Value known(const std::string& text) { return text.empty() ? Value() : Value(std::string_view(text)); }
    static Value at(const Value& parallel, std::size_t i) {
        if (!parallel.is(Kind::list) || i >= parallel.as_list().size()) return {};
        return parallel.as_list()[i];
    }

    Answer& answer_;
    const PropertyGraph& graph_;
};

void leave_out_what_nobody_knows(Answer& answer) {
    for (std::size_t column = answer.columns.size(); column-- > 0;) {
        const bool known = std::any_of(answer.rows.begin(), answer.rows.end(),
                                       [&](AnswerRows::Row row) { return !row[column].is_null(); });
        if (known) continue;
        answer.columns.erase(answer.columns.begin() + static_cast<std::ptrdiff_t>(column));
        answer.rows.drop_column(column);
    }
}

}  // namespace

Answer why(const Answer& answer, std::size_t row) {
    Answer out;
    out.graph = answer.graph;
    out.past = answer.past;
    out.statement = answer.statement;
    ValueList elements;
    add_elements(answer.evidence[row], elements);
    Claims claims(out);
    for (const Value& element : elements) claims.add(element);
    leave_out_what_nobody_knows(out);
    return out;
}

}  // namespace confer::engine
