#include "hosts/serve/answer_size.h"

namespace confer::hosts::serve {

namespace {

using engine::Answer;
using engine::Kind;
using engine::PropertyGraph;
using engine::Value;

// A scale that stops weighing once it has enough.
class Scale {
public:
    Scale(const PropertyGraph& graph, std::size_t most) : graph_(graph), most_(most) {}

    bool is_full() const { return bytes_ > most_; }
    void add(std::size_t bytes) { bytes_ += bytes; }

    void add(const Value& value) {
        if (is_full()) return;
        add(small);
        switch (value.kind()) {
            case Kind::string:
                add(value.as_string().size());
                return;
            case Kind::list:
                for (const Value& item : value.as_list()) add(item);
                return;
            case Kind::map:
                for (const auto& [key, item] : value.as_map()) {
                    add(key.size());
                    add(item);
                }
                return;
            case Kind::node:
                add_node(value.as_node());
                return;
            case Kind::relationship:
                add_relationship(value.as_relationship());
                return;
            case Kind::path:
                for (const engine::NodeId node : value.as_path().nodes) add_node(node);
                for (const engine::EdgeId edge : value.as_path().edges) add_relationship(edge);
                return;
            default:
                return;
        }
    }

private:
    static constexpr std::size_t small = 8;     // a number, with what stands around it
    static constexpr std::size_t element = 60;  // what stands around a node's properties

    void add_node(engine::NodeId node) {
        if (is_full()) return;
        add(element);
        for (const engine::KeyId key : graph_.node_keys(node)) add(graph_.property(node, key));
    }

    void add_relationship(engine::EdgeId edge) {
        if (is_full()) return;
        add(element);
        for (const engine::KeyId key : graph_.edge_keys(edge)) add(graph_.edge_property(edge, key));
    }

    const PropertyGraph& graph_;
    std::size_t most_;
    std::size_t bytes_ = 0;
};

}  // namespace

bool is_too_large(const Answer& answer, std::size_t most) {
    constexpr std::size_t of_footnote = 8;
    Scale scale(*answer.graph, most);
    for (const engine::AnswerRows::Row row : answer.rows) {
        for (const Value& value : row) scale.add(value);
        if (scale.is_full()) return true;
    }
    for (const Answer::Cited& cited : answer.citations) scale.add(cited.size() * of_footnote);
    for (const auto& row : answer.cell_citations) {
        for (const Answer::Cited& cited : row) scale.add(cited.size() * of_footnote);
    }
    return scale.is_full();
}

}  // namespace confer::hosts::serve
