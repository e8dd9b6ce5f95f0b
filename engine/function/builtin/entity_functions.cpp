// What a node, a relationship or a path tells of itself. Most need the graph that the run reads.
#include <algorithm>

#include "function/builtin/argument_internal.h"
#include "function/builtin/builtin_internal.h"

namespace confer::engine::builtin {

namespace {

// What a statement has deleted has no labels and properties any more; what it was and what it joined is known.
std::optional<Error> refuse_deleted(const PropertyGraph& graph, const Value& entity) {
    if (!graph.is_unfinished()) return std::nullopt;
    const bool deleted = entity.is(Kind::node) ? graph.is_deleted_node(entity.as_node())
                                               : graph.is_deleted_relationship(entity.as_relationship());
    if (!deleted) return std::nullopt;
    return Error{.code = ErrorCode::deleted_entity_access,
                 .message = std::string(entity.is(Kind::node) ? "this node" : "this relationship") +
                            " was deleted by an earlier clause of the statement",
                 .hints = {"read what you need before `DELETE`, as in `WITH a, a.name AS name`"},
                 .phase = Phase::runtime};
}

Result<Value> id_of(std::string_view function, CallContext& context, Arguments arguments) {
    const Value& value = arguments[0];
    if (value.is(Kind::node)) return Value(std::int64_t{context.graph.number_of(value.as_node())});
    if (value.is(Kind::relationship))
        return Value(std::int64_t{context.graph.number_of_relationship(value.as_relationship())});
    return wrong_argument(function, arguments, 0, "a Node or a Relationship");
}

Result<Value> id(CallContext& context, Arguments arguments) {
    return id_of("id", context, arguments);
}

Result<Value> element_id(CallContext& context, Arguments arguments) {
    CONFER_TRY(const Value number, id_of("elementId", context, arguments));
    return Value(std::to_string(number.as_integer()));
}

Result<Value> labels(CallContext& context, Arguments arguments) {
    if (!arguments[0].is(Kind::node)) return wrong_argument("labels", arguments, 0, "a Node");
    if (auto refused = refuse_deleted(context.graph, arguments[0])) return *std::move(refused);
    ValueList names;
    for (const LabelId label : context.graph.labels_of(arguments[0].as_node())) {
        names.push_back(Value::borrowed(context.graph.labels().name(label)));
    }
    return Value(std::move(names));
}

Result<Value> type(CallContext& context, Arguments arguments) {
    if (!arguments[0].is(Kind::relationship)) return wrong_argument("type", arguments, 0, "a Relationship");
    return Value::borrowed(context.graph.types().name(context.graph.type_of(arguments[0].as_relationship())));
}

Result<Value> start_node(CallContext& context, Arguments arguments) {
    if (!arguments[0].is(Kind::relationship)) return wrong_argument("startNode", arguments, 0, "a Relationship");
    return Value::node(context.graph.ends(arguments[0].as_relationship()).source);
}

Result<Value> end_node(CallContext& context, Arguments arguments) {
    if (!arguments[0].is(Kind::relationship)) return wrong_argument("endNode", arguments, 0, "a Relationship");
    return Value::node(context.graph.ends(arguments[0].as_relationship()).target);
}

// REQUIRES: a node or a relationship
std::vector<KeyId> keys_of(const PropertyGraph& graph, const Value& entity) {
    return entity.is(Kind::node) ? graph.node_keys(entity.as_node()) : graph.edge_keys(entity.as_relationship());
}

Value property_of(const PropertyGraph& graph, const Value& entity, KeyId key) {
    return entity.is(Kind::node) ? graph.property(entity.as_node(), key)
                                 : graph.edge_property(entity.as_relationship(), key);
}

bool is_entity(const Value& value) {
    return value.is(Kind::node) || value.is(Kind::relationship);
}

Result<Value> keys(CallContext& context, Arguments arguments) {
    const Value& value = arguments[0];
    ValueList names;
    if (value.is(Kind::map)) {
        for (const auto& entry : value.as_map()) names.emplace_back(entry.first);
        return Value(std::move(names));
    }
    if (!is_entity(value)) return wrong_argument("keys", arguments, 0, "a Node, a Relationship or a Map");
    if (auto refused = refuse_deleted(context.graph, value)) return *std::move(refused);
    for (const KeyId key : keys_of(context.graph, value)) {
        names.push_back(Value::borrowed(context.graph.keys().name(key)));
    }
    return Value(std::move(names));
}

Result<Value> properties(CallContext& context, Arguments arguments) {
    const Value& value = arguments[0];
    if (value.is(Kind::map)) return value;
    if (!is_entity(value)) return wrong_argument("properties", arguments, 0, "a Node, a Relationship or a Map");
    if (auto refused = refuse_deleted(context.graph, value)) return *std::move(refused);
    ValueMap map;
    for (const KeyId key : keys_of(context.graph, value)) {
        map.emplace_back(context.graph.keys().name(key), property_of(context.graph, value, key));
    }
    return Value(std::move(map));
}

Result<Value> length(CallContext&, Arguments arguments) {
    if (!arguments[0].is(Kind::path))
        return wrong_argument("length", arguments, 0, "a Path", ErrorCode::invalid_argument_value,
                              {"`size` tells how long texts and lists are"});
    return Value(static_cast<std::int64_t>(arguments[0].as_path().edges.size()));
}

Result<Value> nodes(CallContext&, Arguments arguments) {
    if (!arguments[0].is(Kind::path)) return wrong_argument("nodes", arguments, 0, "a Path");
    const PathValue& path = arguments[0].as_path();
    ValueList list(path.nodes.size());
    std::transform(path.nodes.begin(), path.nodes.end(), list.begin(), Value::node);
    return Value(std::move(list));
}

Result<Value> relationships(CallContext&, Arguments arguments) {
    if (!arguments[0].is(Kind::path)) return wrong_argument("relationships", arguments, 0, "a Path");
    const PathValue& path = arguments[0].as_path();
    ValueList list(path.edges.size());
    std::transform(path.edges.begin(), path.edges.end(), list.begin(), Value::relationship);
    return Value(std::move(list));
}

}  // namespace

std::vector<FunctionSpec> entity_functions() {
    const ValueType entity = ValueType(Kind::node) | Kind::relationship;
    const ParameterSpec node{"node", Kind::node}, relationship{"relationship", Kind::relationship},
        path{"path", Kind::path}, holder{"holder", entity | Kind::map};
    return {
        {.name = "id",
         .doc = "The number of a node or relationship in this graph, which it keeps until the graph is loaded again.",
         .parameters = {{"entity", entity}},
         .returns = Kind::integer,
         .needs_graph = true,
         .call = id},
        {.name = "elementId",
         .doc = "The number of a node or relationship in this graph, as text.",
         .parameters = {{"entity", entity}},
         .returns = Kind::string,
         .needs_graph = true,
         .call = element_id},
        {.name = "labels",
         .doc = "The labels of a node.",
         .parameters = {node},
         .returns = ValueType::list_of(Kind::string),
         .needs_graph = true,
         .call = labels},
        {.name = "type",
         .doc = "The type of a relationship.",
         .parameters = {relationship},
         .returns = Kind::string,
         .needs_graph = true,
         .call = type},
        {.name = "startNode",
         .doc = "The node that a relationship starts from.",
         .parameters = {relationship},
         .returns = Kind::node,
         .needs_graph = true,
         .call = start_node},
        {.name = "endNode",
         .doc = "The node that a relationship leads to.",
         .parameters = {relationship},
         .returns = Kind::node,
         .needs_graph = true,
         .call = end_node},
        {.name = "keys",
         .doc = "The names of the properties that a node, a relationship or a map has.",
         .parameters = {holder},
         .returns = ValueType::list_of(Kind::string),
         .needs_graph = true,
         .examples = {{"keys({name: 'CBT', year: 1976})", "['name', 'year']"}},
         .call = keys},
        {.name = "properties",
         .doc = "All properties of a node or a relationship, as a map.",
         .parameters = {holder},
         .returns = Kind::map,
         .needs_graph = true,
         .examples = {{"properties({year: 1976})", "{year: 1976}"}},
         .call = properties},
        {.name = "length",
         .doc = "How many relationships a path has.",
         .parameters = {path},
         .returns = Kind::integer,
         .call = length},
        {.name = "nodes",
         .doc = "The nodes of a path, in its order.",
         .parameters = {path},
         .returns = ValueType::list_of(Kind::node),
         .call = nodes},
        {.name = "relationships",
         .doc = "The relationships of a path, in its order.",
         .parameters = {path},
         .returns = ValueType::list_of(Kind::relationship),
         .call = relationships},
    };
}

}  // namespace confer::engine::builtin
