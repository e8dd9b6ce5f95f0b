// What a graph holds: names in use, and which properties its nodes and relationships have. Read off the data, not off
// the schema, which may promise more.
#include <algorithm>
#include <map>
#include <set>

#include "procedure/builtin_internal.h"

namespace confer::engine::builtin {

namespace {

ProcedureRowsPtr rows_of(std::vector<std::string> names) {
    std::sort(names.begin(), names.end());
    std::vector<ValueList> rows;
    for (const std::string& name : names) rows.push_back({Value(name)});
    return ready_rows(std::move(rows));
}

Result<ProcedureRowsPtr> labels(ProcedureContext& context, std::span<const Value>) {
    const PropertyGraph& graph = context.graph;
    std::vector<std::string> names;
    for (std::size_t label = 0; label < graph.labels().size(); ++label) {
        const auto id = static_cast<LabelId>(label);
        if (!graph.nodes_with(id).empty()) names.push_back(graph.labels().name(id));
    }
    return rows_of(std::move(names));
}

Result<ProcedureRowsPtr> relationship_types(ProcedureContext& context, std::span<const Value>) {
    const Topology& topology = context.graph.topology();
    std::vector<std::string> names;
    for (std::size_t type = 0; type < topology.type_count(); ++type) {
        if (topology.first_edge(type) != topology.first_edge(type + 1))
            names.push_back(context.graph.types().name(static_cast<TypeId>(type)));
    }
    return rows_of(std::move(names));
}

Result<ProcedureRowsPtr> property_keys(ProcedureContext& context, std::span<const Value>) {
    const PropertyGraph& graph = context.graph;
    const auto is_in_use = [&](KeyId key) {
        const auto holds = [](const PropertyColumn* column) {
            return column != nullptr && column->present_count() > 0;
        };
        if (holds(graph.node_column(key))) return true;
        for (std::size_t type = 0; type < graph.types().size(); ++type) {
            if (holds(graph.edge_column(static_cast<TypeId>(type), key))) return true;
        }
        return false;
    };
    std::vector<std::string> names;
    for (std::size_t key = 0; key < graph.keys().size(); ++key) {
        const auto id = static_cast<KeyId>(key);
        if (is_in_use(id)) names.push_back(graph.keys().name(id));
    }
    return rows_of(std::move(names));
}

// The properties of all things of one sort.
struct Sort {
    std::size_t count = 0;
    struct Key {
        std::size_t count = 0;
        std::set<std::string> types;
    };
    std::map<std::string, Key> keys;

    void add(const std::string& key, const Value& value) {
        Key& known = keys[key];
        ++known.count;
        known.types.insert(type_name(value));
    }

private:
    static std::string type_name(const Value& value) {
        if (!value.is(Kind::list)) return kind_name(value.kind());
        ValueType element = ValueType::null();
        for (const Value& item : value.as_list()) element = element | item.kind();
        return to_string(value.as_list().empty() ? ValueType(Kind::list) : ValueType::list_of(element));
    }
};

constexpr std::size_t checked_every = 4096;

ValueList texts(const std::set<std::string>& all) {
    ValueList list;
    for (const std::string& text : all) list.emplace_back(text);
    return list;
}

// A row for each property of the sort, or one without a property: what it is called, …, the property, its types, and
// whether all of the sort have it.
void add_rows(const ValueList& name, const Sort& sort, std::vector<ValueList>& rows) {
    const auto add = [&](Value key, Value types, bool mandatory) {
        ValueList row = name;
        row.push_back(std::move(key));
        row.push_back(std::move(types));
        row.emplace_back(mandatory);
        rows.push_back(std::move(row));
    };
    if (sort.keys.empty()) add(Value(), Value(), false);
    for (const auto& [key, known] : sort.keys) add(Value(key), Value(texts(known.types)), known.count == sort.count);
}

std::string sort_name(const std::set<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += ":`" + name + "`";
    return text;
}

Result<ProcedureRowsPtr> node_type_properties(ProcedureContext& context, std::span<const Value>) {
    const PropertyGraph& graph = context.graph;
    std::map<std::set<std::string>, Sort> sorts;
    for (NodeId node = 0; node < graph.node_count(); ++node) {
        if (node % checked_every == 0) CONFER_CHECK(context.limits.check());
        std::set<std::string> names;
        for (const LabelId label : graph.labels_of(node)) names.insert(graph.labels().name(label));
        Sort& sort = sorts[std::move(names)];
        ++sort.count;
        for (const KeyId key : graph.node_keys(node)) sort.add(graph.keys().name(key), graph.property(node, key));
    }
    std::vector<ValueList> rows;
    for (const auto& [names, sort] : sorts) add_rows({Value(sort_name(names)), Value(texts(names))}, sort, rows);
    return ready_rows(std::move(rows));
}

Result<ProcedureRowsPtr> relationship_type_properties(ProcedureContext& context, std::span<const Value>) {
    const PropertyGraph& graph = context.graph;
    std::map<std::string, Sort> sorts;
    for (EdgeId edge = 0; edge < graph.edge_count(); ++edge) {
        if (edge % checked_every == 0) CONFER_CHECK(context.limits.check());
        Sort& sort = sorts[graph.types().name(graph.type_of(edge))];
        ++sort.count;
        for (const KeyId key : graph.edge_keys(edge)) sort.add(graph.keys().name(key), graph.edge_property(edge, key));
    }
    std::vector<ValueList> rows;
    for (const auto& [name, sort] : sorts) add_rows({Value(sort_name({name}))}, sort, rows);
    return ready_rows(std::move(rows));
}

}  // namespace

std::vector<ProcedureSpec> schema_procedures() {
    const ValueType texts_type = ValueType::list_of(Kind::string);
    return {
        {.name = "db.labels",
         .doc = "The labels that nodes of the graph have, in alphabetical order.",
         .outputs = {{"label", Kind::string}},
         .call = labels},
        {.name = "db.relationshipTypes",
         .doc = "The types that relationships of the graph have, in alphabetical order.",
         .outputs = {{"relationshipType", Kind::string}},
         .call = relationship_types},
        {.name = "db.propertyKeys",
         .doc = "The names of the properties in the graph, in alphabetical order.",
         .outputs = {{"propertyKey", Kind::string}},
         .call = property_keys},
        {.name = "db.schema.nodeTypeProperties",
         .doc =
             "For each combination of labels in the graph, the properties of its nodes: of which types they are, and "
             "whether all of its nodes have them.",
         .outputs = {{"nodeType", Kind::string},
                     {"nodeLabels", texts_type},
                     {"propertyName", Kind::string},
                     {"propertyTypes", texts_type},
                     {"mandatory", Kind::boolean}},
         .call = node_type_properties},
        {.name = "db.schema.relTypeProperties",
         .doc =
             "For each relationship type in the graph, the properties of its relationships: of which types they are, "
             "and whether all of its relationships have them.",
         .outputs = {{"relType", Kind::string},
                     {"propertyName", Kind::string},
                     {"propertyTypes", texts_type},
                     {"mandatory", Kind::boolean}},
         .call = relationship_type_properties},
    };
}

}  // namespace confer::engine::builtin
