#include "hosts/serve/schema_reply.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>

#include "graph/lexicon.h"
#include "question/vocabulary.h"

namespace confer::hosts::serve {

namespace {

using engine::Direction;
using JsonWriter = rapidjson::Writer<rapidjson::StringBuffer>;

void member(JsonWriter& json, const char* name, std::string_view text) {
    json.Key(name);
    json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

// "draws on" from DRAWS_ON, where no schema has words for it.
std::string words_of(std::string_view type) {
    std::string words(type);
    std::transform(words.begin(), words.end(), words.begin(), [](char c) {
        if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
        return c == '_' ? ' ' : c;
    });
    return words;
}

void write_label(JsonWriter& json, const engine::PropertyGraph& graph, engine::LabelId id) {
    const std::string& name = graph.labels().name(id);
    const engine::LabelSchema* known = graph.schema().label(name);
    engine::LabelSchema unknown;
    unknown.name = name;
    const engine::LabelSchema& label = known != nullptr ? *known : unknown;
    json.StartObject();
    member(json, "name", name);
    member(json, "singular", engine::singular(label));
    member(json, "plural", engine::plural(label));
    json.Key("count");
    json.Uint64(graph.nodes_with(id).size());
    json.EndObject();
}

void write_type(JsonWriter& json, const engine::PropertyGraph& graph, engine::TypeId id) {
    const std::string& name = graph.types().name(id);
    const engine::RelationshipSchema* type = graph.schema().relationship(name);
    std::string verb, inverse;
    if (type != nullptr) {
        verb = engine::verb_phrase(*type, Direction::outgoing, engine::VerbForm::singular);
        inverse = engine::verb_heading(*type, Direction::incoming, graph.schema());
    }
    json.StartObject();
    member(json, "name", name);
    member(json, "verb", verb.empty() ? words_of(name) : verb);
    member(json, "inverse", inverse);
    json.Key("count");
    json.Uint64(graph.topology().adjacency(id, Direction::outgoing).size());
    json.EndObject();
}

}  // namespace

std::string schema_json(const engine::PropertyGraph& graph, std::string_view version) {
    rapidjson::StringBuffer buffer;
    JsonWriter json(buffer);
    json.StartObject();
    member(json, "name", graph.description().name);
    member(json, "version", version);
    json.Key("nodes");
    json.Uint64(graph.node_count());
    json.Key("relationships");
    json.Uint64(graph.edge_count());
    json.Key("labels");
    json.StartArray();
    for (engine::LabelId id = 0; id < graph.labels().size(); ++id) write_label(json, graph, id);
    json.EndArray();
    json.Key("relationshipTypes");
    json.StartArray();
    for (engine::TypeId id = 0; id < graph.types().size(); ++id) write_type(json, graph, id);
    json.EndArray();
    json.Key("examples");
    json.StartArray();
    for (const std::string& question : engine::question::Vocabulary(graph).examples()) json.String(question);
    json.EndArray();
    json.EndObject();
    return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

}  // namespace confer::hosts::serve
