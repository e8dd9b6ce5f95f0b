#include "hosts/serve/node_reply.h"

#include <algorithm>
#include <charconv>

#include "base/suggest.h"
#include "format/graph_json.h"
#include "format/json_value.h"
#include "picture/answer_graph.h"
#include "session/provenance.h"

namespace confer::hosts::serve {

namespace {

using engine::Answer;
using engine::Direction;
using engine::EdgeId;
using engine::NodeId;
using engine::PropertyGraph;
using engine::Value;
namespace format = engine::format;
namespace picture = engine::picture;

std::optional<NodeId> find_node(const PropertyGraph& graph, std::string_view id) {
    if (const auto found = graph.find(id)) return found;
    if (id.empty() || id[0] != '#') return std::nullopt;
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(id.data() + 1, id.data() + id.size(), number);
    if (error != std::errc() || end != id.data() + id.size()) return std::nullopt;
    for (NodeId node = 0; node < graph.node_count(); ++node) {
        if (graph.number_of(node) == number) return node;
    }
    return std::nullopt;
}

struct Relationships {
    engine::ValueList shown;
    std::size_t more = 0;
};

// A few of each type before many of one, so that a hub shows all that it is part of.
Relationships relationships_of(const PropertyGraph& graph, NodeId node) {
    std::vector<std::vector<EdgeId>> by_type;
    std::size_t all = 0;
    for (engine::TypeId type = 0; type < graph.types().size(); ++type) {
        for (const Direction direction : {Direction::outgoing, Direction::incoming}) {
            std::vector<EdgeId>& edges = by_type.emplace_back();
            const engine::Neighbours neighbours = graph.topology().adjacency(type, direction)[node];
            for (std::size_t i = 0; i < neighbours.size(); ++i) {
                const bool twice = direction == Direction::incoming && neighbours.nodes[i] == node;  // a loop
                if (!twice) edges.push_back(neighbours.edges[i]);
            }
            all += edges.size();
        }
    }
    Relationships out;
    for (std::size_t i = 0; out.shown.size() < std::min(all, most_relationships); ++i) {
        for (const std::vector<EdgeId>& edges : by_type) {
            if (i < edges.size() && out.shown.size() < most_relationships)
                out.shown.push_back(Value::relationship(edges[i]));
        }
    }
    out.more = all - out.shown.size();
    return out;
}

std::string shown_node_json(const picture::ShownNode& node, const PropertyGraph& graph) {
    std::string out = "{\"id\":" + format::json_string(node.id) + ",\"name\":" + format::json_string(node.name);
    out += ",\"labels\":[";
    for (std::size_t i = 0; i < node.labels.size(); ++i)
        out += (i > 0 ? "," : "") + format::json_string(node.labels[i]);
    out += "],\"properties\":{";
    bool first = true;
    for (const engine::KeyId key : graph.node_keys(node.node)) {
        const std::string& name = graph.keys().name(key);
        if (name == "id") continue;
        if (!first) out += ',';
        first = false;
        out += format::json_string(name) + ":" + format::to_json(graph.property(node.node, key), graph);
    }
    return out += "}}";
}

std::string sources_json(const std::vector<engine::Source>& sources) {
    std::string out = "{";
    for (const engine::Source& source : sources) {
        if (out.size() > 1) out += ',';
        out += format::json_string(source.id) + ":" + format::to_json(source);
    }
    return out += "}";
}

}  // namespace

std::optional<std::string> node_json(const engine::GraphPtr& graph, std::string_view id) {
    const std::optional<NodeId> node = find_node(*graph, id);
    if (!node) return std::nullopt;
    Relationships relationships = relationships_of(*graph, *node);
    Answer answer;
    answer.graph = graph;
    answer.rows = {{Value::node(*node)}};
    engine::Provenance provenance(answer);
    provenance.cite(Value::node(*node));
    answer.evidence.push_back(Value(std::move(relationships.shown)));
    provenance.cite(answer.evidence.front());

    const picture::AnswerGraph shown = picture::collect_graph(answer);
    std::string out = format::graph_json(shown, *graph);
    out.erase(0, 1);  // its brace
    out.pop_back();
    return "{\"node\":" + shown_node_json(shown.nodes.front(), *graph) + "," + out +
           ",\"sources\":" + sources_json(answer.sources) + ",\"more\":" + std::to_string(relationships.more) + "}\n";
}

std::vector<std::string> near_ids(const PropertyGraph& graph, std::string_view id) {
    constexpr NodeId most_nodes_to_compare = 50'000;
    const auto key = graph.keys().find("id");
    if (!key || graph.node_count() > most_nodes_to_compare) return {};
    std::vector<std::string> ids;
    for (NodeId node = 0; node < graph.node_count(); ++node) {
        const Value value = graph.property(node, *key);
        if (value.is(engine::Kind::string)) ids.emplace_back(value.as_string());
    }
    std::vector<std::string> near = engine::nearest_names(id, ids);
    if (!near.empty()) return near;
    for (const std::string& name : graph.names().nearest(id)) {
        for (const NodeId node : graph.names().find(name)) {
            const Value value = graph.property(node, *key);
            if (value.is(engine::Kind::string)) near.emplace_back(value.as_string());
        }
    }
    return near;
}

}  // namespace confer::hosts::serve
