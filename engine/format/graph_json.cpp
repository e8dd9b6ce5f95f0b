// Test: tests/suites/pictures/answer_graph_test.cpp.
#include "format/graph_json.h"

#include "format/json_writer_internal.h"

namespace confer::engine::format {

namespace {

// The id stands beside the properties.
std::vector<KeyId> without_id(std::vector<KeyId> keys, const PropertyGraph& graph) {
    std::erase_if(keys, [&](KeyId key) { return graph.keys().name(key) == "id"; });
    return keys;
}

void write_texts(JsonWriter& json, const std::vector<std::string>& texts) {
    json.StartArray();
    for (const std::string& text : texts) write_string(json, text);
    json.EndArray();
}

void write_node(JsonWriter& json, const picture::ShownNode& node, const PropertyGraph& graph) {
    json.StartObject();
    json.Key("id");
    write_string(json, node.id);
    json.Key("name");
    write_string(json, node.name);
    json.Key("labels");
    write_texts(json, node.labels);
    write_properties(json, graph, without_id(graph.node_keys(node.node), graph),
                     [&](KeyId key) { return graph.property(node.node, key); });
    json.EndObject();
}

void write_relationship(JsonWriter& json, const picture::ShownRelationship& relationship,
                        const picture::AnswerGraph& shown, const PropertyGraph& graph) {
    json.StartObject();
    json.Key("type");
    write_string(json, relationship.type);
    json.Key("verb");
    write_string(json, relationship.verb);
    json.Key("start");
    write_string(json, shown.nodes[relationship.start].id);
    json.Key("end");
    write_string(json, shown.nodes[relationship.end].id);
    json.Key("sources");
    write_texts(json, relationship.sources);
    write_properties(json, graph, without_id(graph.edge_keys(relationship.edge), graph),
                     [&](KeyId key) { return graph.edge_property(relationship.edge, key); });
    json.EndObject();
}

}  // namespace

std::string graph_json(const picture::AnswerGraph& shown, const PropertyGraph& graph) {
    rapidjson::StringBuffer buffer;
    JsonWriter json(buffer);
    json.StartObject();
    json.Key("nodes");
    json.StartArray();
    for (const picture::ShownNode& node : shown.nodes) write_node(json, node, graph);
    json.EndArray();
    json.Key("relationships");
    json.StartArray();
    for (const picture::ShownRelationship& relationship : shown.relationships)
        write_relationship(json, relationship, shown, graph);
    json.EndArray();
    if (shown.is_cut()) {
        json.Key("notice");
        write_string(json, shown.notice());
        json.Key("allNodes");
        json.Uint64(shown.all_nodes);
        json.Key("allRelationships");
        json.Uint64(shown.all_relationships);
    }
    json.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace confer::engine::format
