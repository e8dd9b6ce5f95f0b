#include "convert_internal.h"

#include <algorithm>
#include <set>

#include "base/text_position.h"

namespace confer {
namespace {

Node node_of(engine::NodeId id, const engine::PropertyGraph& graph) {
    Node node;
    node.id = graph.number_of(id);
    for (const engine::LabelId label : graph.labels_of(id)) node.labels.push_back(graph.labels().name(label));
    for (const engine::KeyId key : graph.node_keys(id)) {
        node.properties.emplace_back(graph.keys().name(key), to_public(graph.property(id, key), graph));
    }
    std::sort(node.properties.begin(), node.properties.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    return node;
}

Relationship relationship_of(engine::EdgeId id, const engine::PropertyGraph& graph) {
    const engine::EdgeEnds ends = graph.ends(id);
    Relationship edge;
    edge.id = graph.number_of_relationship(id);
    edge.start = graph.number_of(ends.source);
    edge.end = graph.number_of(ends.target);
    edge.type = graph.types().name(graph.type_of(id));
    for (const engine::KeyId key : graph.edge_keys(id)) {
        edge.properties.emplace_back(graph.keys().name(key), to_public(graph.edge_property(id, key), graph));
    }
    std::sort(edge.properties.begin(), edge.properties.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    return edge;
}

constexpr Unusable of_a_snapshot{"is a node, a relationship or a path", "give its `id` property instead"};
constexpr Unusable not_utf8{"has a text that is not UTF-8", "convert the text to UTF-8"};
constexpr Unusable too_deep{"nests more than 1,000 lists and maps", "give a flatter value"};
constexpr Unusable key_twice{"has a map with the same key twice", "leave one of them out"};

Converted to_engine(const Value& value, std::uint32_t depth);

Converted text_to_engine(std::string_view text) {
    if (engine::invalid_utf8(text)) return not_utf8;
    return engine::Value(text);
}

Converted list_to_engine(const List& list, std::uint32_t depth) {
    if (depth == engine::Value::max_depth) return too_deep;
    engine::ValueList items;
    for (const Value& item : list) {
        Converted converted = to_engine(item, depth + 1);
        if (const auto* unusable = std::get_if<Unusable>(&converted)) return *unusable;
        items.push_back(std::move(std::get<engine::Value>(converted)));
    }
    return engine::Value(std::move(items));
}

Converted map_to_engine(const Map& map, std::uint32_t depth) {
    if (depth == engine::Value::max_depth) return too_deep;
    engine::ValueMap entries;
    std::set<std::string_view> keys;
    for (const auto& [key, item] : map) {
        if (engine::invalid_utf8(key)) return not_utf8;
        if (!keys.insert(key).second) return key_twice;
        Converted converted = to_engine(item, depth + 1);
        if (const auto* unusable = std::get_if<Unusable>(&converted)) return *unusable;
        entries.emplace_back(key, std::move(std::get<engine::Value>(converted)));
    }
    return engine::Value(std::move(entries));
}

// `depth`: of the lists and maps around the value.
Converted to_engine(const Value& value, std::uint32_t depth) {
    if (const auto* boolean = value.as<bool>()) return engine::Value(*boolean);
    if (const auto* integer = value.as<std::int64_t>()) return engine::Value(*integer);
    if (const auto* floating = value.as<double>()) return engine::Value(*floating);
    if (const auto* text = value.as<std::string>()) return text_to_engine(*text);
    if (const List* list = value.as_list()) return list_to_engine(*list, depth);
    if (const Map* map = value.as_map()) return map_to_engine(*map, depth);
    if (value.is_null()) return engine::Value();
    return of_a_snapshot;
}

}  // namespace

Error to_public(const engine::Error& error, std::string_view statement) {
    Error out{.code = std::string(engine::info(error.code).name),
              .message = error.message,
              .hints = error.hints,
              .rendered = engine::render(error, statement)};
    if (error.span) {
        const engine::TextPosition position = engine::position_at(statement, error.span->begin);
        out.line = position.line;
        out.column = position.column;
        const std::string_view wrong = statement.substr(std::min<std::size_t>(error.span->begin, statement.size()));
        out.length =
            static_cast<std::uint32_t>(engine::count_code_points(wrong.substr(0, error.span->end - error.span->begin)));
    }
    return out;
}

Value to_public(const engine::Value& value, const engine::PropertyGraph& graph) {
    using engine::Kind;
    switch (value.kind()) {
        case Kind::null:
            return {};
        case Kind::boolean:
            return value.as_boolean();
        case Kind::integer:
            return value.as_integer();
        case Kind::floating:
            return value.as_floating();
        case Kind::string:
            return std::string(value.as_string());
        case Kind::node:
            return node_of(value.as_node(), graph);
        case Kind::relationship:
            return relationship_of(value.as_relationship(), graph);
        case Kind::list: {
            List list;
            for (const engine::Value& item : value.as_list()) list.push_back(to_public(item, graph));
            return list;
        }
        case Kind::map: {
            Map map;
            for (const auto& [key, item] : value.as_map()) map.emplace_back(key, to_public(item, graph));
            return map;
        }
        case Kind::path: {
            Path path;
            for (const engine::NodeId node : value.as_path().nodes) path.nodes.push_back(node_of(node, graph));
            for (const engine::EdgeId edge : value.as_path().edges)
                path.relationships.push_back(relationship_of(edge, graph));
            return path;
        }
    }
    return {};
}

Converted to_engine(const Value& value) {
    return to_engine(value, 0);
}

Error usage_error(std::string message, std::vector<std::string> hints) {
    const engine::Error error{
        .code = engine::ErrorCode::usage, .message = std::move(message), .hints = std::move(hints)};
    return to_public(error, "");
}

}  // namespace confer
