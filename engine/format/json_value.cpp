#include "format/json_value.h"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <charconv>
#include <cmath>
#include <limits>

#include "format/json_writer_internal.h"
#include "value/format.h"

namespace confer::engine::format {
namespace {

void write_node(JsonWriter& json, NodeId node, const PropertyGraph& graph) {
    json.StartObject();
    json.Key("$node");
    json.StartObject();
    json.Key("id");
    json.Uint(graph.number_of(node));
    json.Key("labels");
    json.StartArray();
    for (const LabelId label : graph.labels_of(node)) write_string(json, graph.labels().name(label));
    json.EndArray();
    write_properties(json, graph, graph.node_keys(node), [&](KeyId key) { return graph.property(node, key); });
    json.EndObject();
    json.EndObject();
}

void write_relationship(JsonWriter& json, EdgeId edge, const PropertyGraph& graph) {
    const EdgeEnds ends = graph.ends(edge);
    json.StartObject();
    json.Key("$rel");
    json.StartObject();
    json.Key("id");
    json.Uint(graph.number_of_relationship(edge));
    json.Key("type");
    write_string(json, graph.types().name(graph.type_of(edge)));
    json.Key("start");
    json.Uint(graph.number_of(ends.source));
    json.Key("end");
    json.Uint(graph.number_of(ends.target));
    write_properties(json, graph, graph.edge_keys(edge), [&](KeyId key) { return graph.edge_property(edge, key); });
    json.EndObject();
    json.EndObject();
}

void write_path(JsonWriter& json, const PathValue& path, const PropertyGraph& graph) {
    json.StartObject();
    json.Key("$path");
    json.StartArray();
    for (std::size_t i = 0; i < path.nodes.size(); ++i) {
        if (i > 0) write_relationship(json, path.edges[i - 1], graph);
        write_node(json, path.nodes[i], graph);
    }
    json.EndArray();
    json.EndObject();
}

void write_float(JsonWriter& json, double number) {
    const std::string text = format_float(number);
    if (std::isfinite(number)) {
        json.RawValue(text.data(), text.size(), rapidjson::kNumberType);
        return;
    }
    json.StartObject();
    json.Key("$float");
    write_string(json, text);
    json.EndObject();
}

void write_map(JsonWriter& json, const ValueMap& map, const PropertyGraph& graph) {
    const bool looks_like_a_form = map.size() == 1 && map[0].first.rfind('$', 0) == 0;
    if (looks_like_a_form) {
        json.StartObject();
        json.Key("$map");
    }
    json.StartObject();
    for (const auto& [key, item] : map) {
        write_key(json, key);
        write_value(json, item, graph);
    }
    json.EndObject();
    if (looks_like_a_form) json.EndObject();
}

Error bad_value(std::string message) {
    return Error{.code = ErrorCode::protocol, .message = std::move(message)};
}

Error nested_too_deeply() {
    return Error{.code = ErrorCode::nesting_too_deep,
                 .message = "lists and maps can't be nested more than " + std::to_string(Value::max_depth) + " deep",
                 .hints = {"give a flatter value"},
                 .phase = Phase::runtime};
}

// A list or map that has just been put together.
Result<Value> unless_too_deep(Value value) {
    if (value.depth() > Value::max_depth) return nested_too_deeply();
    return value;
}

Result<Value> read_value(const rapidjson::Value& json);

Result<Value> read_map(const rapidjson::Value& json) {
    ValueMap map;
    for (const auto& member : json.GetObject()) {
        CONFER_TRY(Value item, read_value(member.value));
        map.emplace_back(std::string(member.name.GetString(), member.name.GetStringLength()), std::move(item));
    }
    std::sort(map.begin(), map.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t i = 1; i < map.size(); ++i) {
        if (map[i].first == map[i - 1].first) return bad_value("the map has the key `" + map[i].first + "` twice");
    }
    return unless_too_deep(Value(std::move(map)));
}

Result<Value> read_float(std::string_view text) {
    if (text == "NaN") return Value(std::numeric_limits<double>::quiet_NaN());
    if (text == "Infinity") return Value(std::numeric_limits<double>::infinity());
    if (text == "-Infinity") return Value(-std::numeric_limits<double>::infinity());
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return bad_value("`" + std::string(text) + "` is not a float");
    return Value(number);
}

Result<Value> read_integer(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return bad_value("`" + std::string(text) + "` is not a 64-bit integer");
    return Value(number);
}

std::string_view text_of(const rapidjson::Value& json) {
    return {json.GetString(), json.GetStringLength()};
}

Result<Value> read_object(const rapidjson::Value& json) {
    if (json.MemberCount() != 1) return read_map(json);
    const auto& member = *json.MemberBegin();
    const std::string_view form = text_of(member.name);
    if (form.rfind('$', 0) != 0) return read_map(json);
    if (form == "$map" && member.value.IsObject()) return read_map(member.value);
    if (form == "$float" && member.value.IsString()) return read_float(text_of(member.value));
    if (form == "$int" && member.value.IsString()) return read_integer(text_of(member.value));
    return bad_value("`" + std::string(form) + "` can't be given as a parameter; use `$map`, `$float` or `$int`");
}

Result<Value> read_value(const rapidjson::Value& json) {
    if (json.IsNull()) return Value();
    if (json.IsBool()) return Value(json.GetBool());
    if (json.IsInt64()) return Value(json.GetInt64());
    if (json.IsDouble()) return Value(json.GetDouble());
    if (json.IsString()) return Value(text_of(json));
    if (json.IsObject()) return read_object(json);
    ValueList items;
    for (const auto& element : json.GetArray()) {
        CONFER_TRY(Value item, read_value(element));
        items.push_back(std::move(item));
    }
    return unless_too_deep(Value(std::move(items)));
}

// Whether it is no integer, or one of 64 bits. RapidJSON would make a float of one that is longer.
bool fits(std::string_view number) {
    if (number.find_first_of(".eE") != std::string_view::npos) return true;
    std::int64_t value = 0;
    return std::from_chars(number.data(), number.data() + number.size(), value).ec != std::errc::result_out_of_range;
}

constexpr unsigned parse_flags =
    rapidjson::kParseFullPrecisionFlag | rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag;

Result<void> parse_json(rapidjson::Document& document, std::string_view json) {
    CONFER_CHECK(check_json(json));
    document.Parse<parse_flags>(json.data(), json.size());
    if (!document.HasParseError()) return {};
    return bad_value(std::string("not JSON: ") + rapidjson::GetParseError_En(document.GetParseError()) + " (at byte " +
                     std::to_string(document.GetErrorOffset()) + ")");
}

}  // namespace

void write_string(JsonWriter& json, std::string_view text) {
    json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void write_key(JsonWriter& json, std::string_view text) {
    json.Key(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void write_value(JsonWriter& json, const Value& value, const PropertyGraph& graph) {
    switch (value.kind()) {
        case Kind::null:
            json.Null();
            return;
        case Kind::boolean:
            json.Bool(value.as_boolean());
            return;
        case Kind::integer:
            json.Int64(value.as_integer());
            return;
        case Kind::floating:
            write_float(json, value.as_floating());
            return;
        case Kind::string:
            write_string(json, value.as_string());
            return;
        case Kind::node:
            write_node(json, value.as_node(), graph);
            return;
        case Kind::relationship:
            write_relationship(json, value.as_relationship(), graph);
            return;
        case Kind::path:
            write_path(json, value.as_path(), graph);
            return;
        case Kind::map:
            write_map(json, value.as_map(), graph);
            return;
        case Kind::list:
            json.StartArray();
            for (const Value& item : value.as_list()) write_value(json, item, graph);
            json.EndArray();
            return;
    }
}

void write_stats(JsonWriter& json, const Stats& stats) {
    json.StartObject();
    const auto count = [&](const char* name, std::uint64_t number) {
        json.Key(name);
        json.Uint64(number);
    };
    count("nodesCreated", stats.nodes_created);
    count("nodesDeleted", stats.nodes_deleted);
    count("relationshipsCreated", stats.relationships_created);
    count("relationshipsDeleted", stats.relationships_deleted);
    count("labelsAdded", stats.labels_added);
    count("labelsRemoved", stats.labels_removed);
    count("propertiesSet", stats.properties_set);
    count("propertiesRemoved", stats.properties_removed);
    json.EndObject();
}

std::string to_json(const Value& value, const PropertyGraph& graph) {
    rapidjson::StringBuffer buffer;
    JsonWriter json(buffer);
    write_value(json, value, graph);
    return {buffer.GetString(), buffer.GetSize()};
}

std::string to_json(const Stats& stats) {
    rapidjson::StringBuffer buffer;
    JsonWriter json(buffer);
    write_stats(json, stats);
    return {buffer.GetString(), buffer.GetSize()};
}

std::string json_string(std::string_view text) {
    rapidjson::StringBuffer buffer;
    JsonWriter json(buffer);
    write_string(json, text);
    return {buffer.GetString(), buffer.GetSize()};
}

Result<void> check_json(std::string_view json) {
    constexpr std::size_t most = 2 * std::size_t{Value::max_depth} + 10;
    std::size_t open = 0;
    bool in_string = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (c == '"') {
            in_string = !in_string;
        } else if (in_string) {
            if (c == '\\') ++i;
        } else if (c == '[' || c == '{') {
            if (++open > most) return nested_too_deeply();
        } else if ((c == ']' || c == '}') && open > 0) {
            --open;
        } else if (c == '-' || (c >= '0' && c <= '9')) {
            const std::size_t end = std::min(json.find_first_not_of("+-.0123456789eE", i), json.size());
            const std::string_view number = json.substr(i, end - i);
            if (!fits(number))
                return bad_value("the number " + std::string(number) +
                                 " does not fit into 64 bits; write it with a point to have a float");
            i = end - 1;
        }
    }
    return {};
}

Result<Value> value_from_json(std::string_view json) {
    rapidjson::Document document;
    CONFER_CHECK(parse_json(document, json));
    return read_value(document);
}

Result<exec::Parameters> parameters_from_json(std::string_view json) {
    rapidjson::Document document;
    CONFER_CHECK(parse_json(document, json));
    if (!document.IsObject()) return bad_value("parameters must be one JSON object");
    exec::Parameters parameters;
    for (const auto& member : document.GetObject()) {
        CONFER_TRY(Value value, read_value(member.value));
        parameters.insert_or_assign(std::string(text_of(member.name)), std::move(value));
    }
    return parameters;
}

}  // namespace confer::engine::format
