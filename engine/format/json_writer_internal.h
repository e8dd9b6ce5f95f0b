#pragma once
// The pieces of JSON that more than one file here writes; RapidJSON stays inside this folder.
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <string_view>
#include <vector>

#include "graph/property_graph.h"
#include "session/answer.h"
#include "value/value.h"

namespace confer::engine::format {

using JsonWriter = rapidjson::Writer<rapidjson::StringBuffer>;

void write_string(JsonWriter& json, std::string_view text);
void write_key(JsonWriter& json, std::string_view text);
void write_value(JsonWriter& json, const Value& value, const PropertyGraph& graph);
// The member `properties` of a node or relationship: get(key) for each of `keys`.
template <class Get>
void write_properties(JsonWriter& json, const PropertyGraph& graph, const std::vector<KeyId>& keys, Get get) {
    json.Key("properties");
    json.StartObject();
    for (const KeyId key : keys) {
        write_key(json, graph.keys().name(key));
        write_value(json, get(key), graph);
    }
    json.EndObject();
}
// A list of the ids of the sources cited.
void write_source_ids(JsonWriter& json, const Answer& answer, const Answer::Cited& cited);
void write_stats(JsonWriter& json, const Stats& stats);

}  // namespace confer::engine::format
