// Test: tests/suites/pictures/answer_graph_test.cpp.
#include "picture/answer_graph.h"

#include <unordered_map>
#include <unordered_set>

#include "graph/lexicon.h"
#include "graph/node_text.h"

namespace confer::engine::picture {

namespace {

// Elements by their numbers, each once, in the order in which they came.
struct Found {
    std::vector<std::uint32_t> order;
    std::unordered_set<std::uint32_t> seen;

    void add(std::uint32_t element) {
        if (seen.insert(element).second) order.push_back(element);
    }
};

class Walk {
public:
    explicit Walk(const PropertyGraph& graph) : graph_(graph) {}

    void add(const Value& value) {
        switch (value.kind()) {
            case Kind::node:
                add_node(value.as_node());
                return;
            case Kind::relationship:
                add_relationship(value.as_relationship());
                return;
            case Kind::path:
                for (const NodeId node : value.as_path().nodes) add_node(node);
                for (const EdgeId edge : value.as_path().edges) add_relationship(edge);
                return;
            case Kind::list:
                for (const Value& item : value.as_list()) add(item);
                return;
            case Kind::map:
                for (const auto& [key, item] : value.as_map()) add(item);
                return;
            case Kind::null:
            case Kind::boolean:
            case Kind::integer:
            case Kind::floating:
            case Kind::string:
                return;
        }
    }

    Found nodes, relationships;

private:
    void add_node(NodeId node) {
        if (node < graph_.node_count() && !graph_.is_deleted_node(node)) nodes.add(node);
    }

    void add_relationship(EdgeId edge) {
        if (edge >= graph_.edge_count() || graph_.is_deleted_relationship(edge)) return;
        const EdgeEnds ends = graph_.ends(edge);
        nodes.add(ends.source);
        nodes.add(ends.target);
        relationships.add(edge);
    }

    const PropertyGraph& graph_;
};

ShownNode shown_node(const PropertyGraph& graph, NodeId node, std::unordered_set<std::string>& taken) {
    ShownNode shown{.node = node, .id = text_of(graph, node, "id"), .name = graph.title(node), .labels = {}};
    if (shown.id.empty() || taken.contains(shown.id)) shown.id = "#" + std::to_string(graph.number_of(node));
    while (!taken.insert(shown.id).second) shown.id += '\'';
    for (const LabelId label : graph.labels_of(node)) shown.labels.push_back(graph.labels().name(label));
    return shown;
}

ShownRelationship shown_relationship(const PropertyGraph& graph, EdgeId edge) {
    ShownRelationship shown{.edge = edge, .type = graph.types().name(graph.type_of(edge)), .verb = {}, .sources = {}};
    RelationshipSchema bare;
    bare.name = shown.type;
    const RelationshipSchema* known = graph.schema().relationship(shown.type);
    const RelationshipSchema& schema = known != nullptr ? *known : bare;
    shown.verb = verb_phrase(schema, Direction::outgoing, VerbForm::singular);
    if (shown.verb.empty()) shown.verb = verb_phrase(bare, Direction::outgoing, VerbForm::singular);
    shown.component = schema.component;
    shown.denies = schema.denies || schema.warns;
    shown.lineage = schema.lineage;
    const auto key = graph.keys().find("sources");
    const Value sources = key ? graph.edge_property(edge, *key) : Value();
    if (!sources.is(Kind::list)) return shown;
    for (const Value& id : sources.as_list()) {
        if (id.is(Kind::string)) shown.sources.emplace_back(id.as_string());
    }
    return shown;
}

std::string part_of(std::size_t shown, std::size_t all, const char* what) {
    return std::to_string(shown) + " of " + std::to_string(all) + " " + what;
}

}  // namespace

std::string AnswerGraph::notice() const {
    if (!is_cut()) return {};
    std::string out;
    if (nodes.size() < all_nodes) out = part_of(nodes.size(), all_nodes, "nodes");
    if (relationships.size() < all_relationships)
        out += (out.empty() ? "" : " and ") + part_of(relationships.size(), all_relationships, "relationships");
    return out + " are drawn: ask for less to see all of it";
}

AnswerGraph collect_graph(const Answer& answer, const GraphLimits& limits) {
    const PropertyGraph& graph = *answer.graph;
    Walk walk(graph), held(graph);
    for (std::size_t row = 0; row < answer.rows.size(); ++row) {
        for (const Value& value : answer.rows[row]) {
            walk.add(value);
            held.add(value);
        }
        if (row < answer.evidence.size()) walk.add(answer.evidence[row]);
    }

    AnswerGraph out;
    out.all_nodes = walk.nodes.order.size();
    out.all_relationships = walk.relationships.order.size();
    std::unordered_map<NodeId, std::uint32_t> places;
    std::unordered_set<std::string> taken;
    for (const NodeId node : walk.nodes.order) {
        if (out.nodes.size() == limits.nodes) break;
        places.emplace(node, static_cast<std::uint32_t>(out.nodes.size()));
        out.nodes.push_back(shown_node(graph, node, taken));
        out.nodes.back().held = held.nodes.seen.contains(node);
    }
    for (const EdgeId edge : walk.relationships.order) {
        if (out.relationships.size() == limits.relationships) break;
        const EdgeEnds ends = graph.ends(edge);
        const auto start = places.find(ends.source), end = places.find(ends.target);
        if (start == places.end() || end == places.end()) continue;
        out.relationships.push_back(shown_relationship(graph, edge));
        out.relationships.back().start = start->second;
        out.relationships.back().end = end->second;
    }
    return out;
}

}  // namespace confer::engine::picture
