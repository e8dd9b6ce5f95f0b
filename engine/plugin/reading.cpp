// The part of the host's table that reads arguments and what is in them.
#include <algorithm>

#include "plugin/host_internal.h"
#include "plugin/text_internal.h"
#include "value/compare.h"

namespace confer::engine::plugin {

namespace {

static_assert(CONFER_NULL == static_cast<int>(Kind::null) && CONFER_BOOLEAN == static_cast<int>(Kind::boolean) &&
              CONFER_INTEGER == static_cast<int>(Kind::integer) && CONFER_FLOAT == static_cast<int>(Kind::floating) &&
              CONFER_STRING == static_cast<int>(Kind::string) && CONFER_LIST == static_cast<int>(Kind::list) &&
              CONFER_MAP == static_cast<int>(Kind::map) && CONFER_NODE == static_cast<int>(Kind::node) &&
              CONFER_RELATIONSHIP == static_cast<int>(Kind::relationship) &&
              CONFER_PATH == static_cast<int>(Kind::path));

const confer_value* handle(const Value& value) {
    return reinterpret_cast<const confer_value*>(&value);
}

bool is_entity(const Value& value) {
    return value.is(Kind::node) || value.is(Kind::relationship);
}

// read(value) when the value has the kind that is wanted; else the call fails, and nothing much is read.
template <class Read>
auto read_as(confer_call* call, const confer_value* from, bool (*is_wanted)(const Value&), const char* wanted,
             Read read) noexcept -> decltype(read(value_of(from))) {
    return guarded(*call, [&]() -> decltype(read(value_of(from))) {
        const Value& value = value_of(from);
        if (is_wanted(value)) return read(value);
        call->fail_kind(value, wanted);
        return {};
    });
}

template <Kind kind>
bool is(const Value& value) {
    return value.is(kind);
}

std::size_t argument_count(confer_call* call) {
    return call->arguments.size();
}

const confer_value* argument(confer_call* call, std::size_t index) {
    return index < call->arguments.size() ? handle(call->arguments[index]) : nullptr;
}

std::int32_t kind(confer_call*, const confer_value* value) {
    return static_cast<std::int32_t>(value_of(value).kind());
}

std::int32_t as_boolean(confer_call* call, const confer_value* from) {
    return read_as(call, from, is<Kind::boolean>, "a Boolean",
                   [](const Value& value) { return std::int32_t{value.as_boolean()}; });
}

std::int64_t as_integer(confer_call* call, const confer_value* from) {
    return read_as(call, from, is<Kind::integer>, "an Integer", [](const Value& value) { return value.as_integer(); });
}

double as_float(confer_call* call, const confer_value* from) {
    return read_as(
        call, from, [](const Value& value) { return value.is_number(); }, "an Integer or a Float",
        [](const Value& value) { return value.as_number(); });
}

confer_str as_string(confer_call* call, const confer_value* from) {
    return read_as(call, from, is<Kind::string>, "a String",
                   [](const Value& value) { return handed_out(value.as_string()); });
}

bool has_parts(const Value& value) {
    return value.is(Kind::list) || value.is(Kind::map) || value.is(Kind::path);
}

std::size_t part_count(const Value& value) {
    if (value.is(Kind::list)) return value.as_list().size();
    if (value.is(Kind::map)) return value.as_map().size();
    return value.as_path().nodes.size() + value.as_path().edges.size();
}

std::size_t size(confer_call* call, const confer_value* from) {
    return read_as(call, from, has_parts, "a List, a Map or a Path", part_count);
}

const confer_value* item(confer_call* call, const confer_value* from, std::size_t index) {
    return read_as(call, from, has_parts, "a List, a Map or a Path", [&](const Value& value) -> const confer_value* {
        if (index >= part_count(value)) return nullptr;
        if (value.is(Kind::list)) return handle(value.as_list()[index]);
        if (value.is(Kind::map)) return handle(value.as_map()[index].second);
        const PathValue& path = value.as_path();
        return handle(call->keep(index % 2 == 0 ? Value::node(path.nodes[index / 2])
                                                : Value::relationship(path.edges[index / 2])));
    });
}

confer_str key(confer_call* call, const confer_value* from, std::size_t index) {
    return read_as(call, from, is<Kind::map>, "a Map", [&](const Value& value) {
        const ValueMap& map = value.as_map();
        return index < map.size() ? handed_out(map[index].first) : confer_str{};
    });
}

bool has_properties(const Value& value) {
    return value.is(Kind::map) || is_entity(value);
}

Value property_of(const PropertyGraph& graph, const Value& entity, KeyId key) {
    return entity.is(Kind::node) ? graph.property(entity.as_node(), key)
                                 : graph.edge_property(entity.as_relationship(), key);
}

const confer_value* property(confer_call* call, const confer_value* from, confer_str name) {
    return read_as(call, from, has_properties, "a Map, a Node or a Relationship",
                   [&](const Value& value) -> const confer_value* {
                       const auto text = text_of(name);
                       if (!text) return nullptr;
                       if (value.is(Kind::map)) {
                           const Value* const found = value.find(*text);
                           return found == nullptr ? nullptr : handle(*found);
                       }
                       const auto known = call->graph.keys().find(*text);
                       return known ? handle(call->keep(property_of(call->graph, value, *known))) : nullptr;
                   });
}

const confer_value* properties(confer_call* call, const confer_value* from) {
    return read_as(
        call, from, has_properties, "a Map, a Node or a Relationship", [&](const Value& value) -> const confer_value* {
            if (value.is(Kind::map)) return from;
            const PropertyGraph& graph = call->graph;
            ValueMap map;
            for (const KeyId known :
                 value.is(Kind::node) ? graph.node_keys(value.as_node()) : graph.edge_keys(value.as_relationship())) {
                map.emplace_back(graph.keys().name(known), property_of(graph, value, known));
            }
            return handle(call->keep(Value(std::move(map))));
        });
}

std::int64_t id(confer_call* call, const confer_value* from) {
    return read_as(call, from, is_entity, "a Node or a Relationship", [&](const Value& value) {
        return value.is(Kind::node) ? std::int64_t{call->graph.number_of(value.as_node())}
                                    : std::int64_t{call->graph.number_of_relationship(value.as_relationship())};
    });
}

const confer_value* labels(confer_call* call, const confer_value* from) {
    return read_as(call, from, is<Kind::node>, "a Node", [&](const Value& value) {
        ValueList names;
        for (const LabelId label : call->graph.labels_of(value.as_node())) {
            names.push_back(Value::borrowed(call->graph.labels().name(label)));
        }
        return handle(call->keep(Value(std::move(names))));
    });
}

confer_str type(confer_call* call, const confer_value* from) {
    return read_as(call, from, is<Kind::relationship>, "a Relationship", [&](const Value& value) {
        return handed_out(call->graph.types().name(call->graph.type_of(value.as_relationship())));
    });
}

const confer_value* start_node(confer_call* call, const confer_value* from) {
    return read_as(call, from, is<Kind::relationship>, "a Relationship", [&](const Value& value) {
        return handle(call->keep(Value::node(call->graph.ends(value.as_relationship()).source)));
    });
}

const confer_value* end_node(confer_call* call, const confer_value* from) {
    return read_as(call, from, is<Kind::relationship>, "a Relationship", [&](const Value& value) {
        return handle(call->keep(Value::node(call->graph.ends(value.as_relationship()).target)));
    });
}

std::int32_t order(confer_call*, const confer_value* a, const confer_value* b) {
    return engine::order(value_of(a), value_of(b));
}

const confer_value* distinct(confer_call* call, const confer_value* from) {
    return read_as(call, from, is<Kind::list>, "a List", [&](const Value& value) {
        const std::span<const Value> items = value.as_list();
        ValueList set(items.begin(), items.end());
        std::sort(set.begin(), set.end(), [](const Value& a, const Value& b) { return engine::order(a, b) < 0; });
        set.erase(std::unique(set.begin(), set.end(),
                              [](const Value& a, const Value& b) { return engine::order(a, b) == 0; }),
                  set.end());
        return handle(call->keep(Value(std::move(set))));
    });
}

}  // namespace

void fill_reading(confer_host_v1& table) {
    table.argument_count = argument_count;
    table.argument = argument;
    table.kind = kind;
    table.as_boolean = as_boolean;
    table.as_integer = as_integer;
    table.as_float = as_float;
    table.as_string = as_string;
    table.size = size;
    table.item = item;
    table.key = key;
    table.property = property;
    table.properties = properties;
    table.id = id;
    table.labels = labels;
    table.type = type;
    table.start_node = start_node;
    table.end_node = end_node;
    table.order = order;
    table.distinct = distinct;
}

}  // namespace confer::engine::plugin
