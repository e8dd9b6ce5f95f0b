// PG-JSON: two lists, nodes and edges, in which every property is a list of values. It has no place for a schema, and
// does not tell a value from a list of one. docs/interchange.md; tests: tests/suites/interchange/pgjson_test.py.
//
// Source     the Property Graph Exchange Format, PG-JSON (pg-format.github.io).
#include <cmath>

#include "interchange/formats.h"
#include "interchange/json_records.h"
#include "interchange/json_scalar.h"
#include "interchange/json_value.h"
#include "interchange/quoted_text.h"

namespace confer::interchange {

namespace {

// What PG-JSON can't say, counted.
struct Losses {
    std::size_t empty_lists = 0, lists_of_one = 0;
};

bool is_finite(const Cell& cell) {
    if (cell.kind() == CONFER_FLOAT) return std::isfinite(cell.number());
    if (!cell.is_list()) return true;
    for (std::size_t i = 0; i < cell.size(); ++i) {
        if (!is_finite(cell[i])) return false;
    }
    return true;
}

void append_names(std::string& out, const std::vector<std::string>& names) {
    out += '[';
    for (const std::string& name : names) {
        if (&name != &names.front()) out += ", ";
        append_quoted(out, name);
    }
    out += ']';
}

void append_properties(Exporting& graph, const std::string& owner, const std::vector<Exporting::Property>& properties,
                       Losses& losses) {
    std::string& out = graph.out;
    out += ", \"properties\": {";
    bool first = true;
    for (const auto& [key, value] : properties) {
        if (!is_finite(value))
            return graph.fail("`" + std::string(key) + "` of `" + owner + "` is no number that JSON can hold");
        const std::size_t count = value.is_list() ? value.size() : 1;
        losses.empty_lists += count == 0 ? 1 : 0;
        losses.lists_of_one += value.is_list() && count == 1 ? 1 : 0;
        if (count == 0) continue;
        if (!first) out += ", ";
        first = false;
        append_quoted(out, key);
        out += ": [";
        for (std::size_t i = 0; i < count; ++i) {
            if (i > 0) out += ", ";
            out += json_scalar(value.is_list() ? value[i] : value);
        }
        out += ']';
    }
    out += "}}";
}

void tell(Exporting& graph, const Losses& losses) {
    if (losses.empty_lists > 0)
        graph.note("PG-JSON has no empty lists: " + std::to_string(losses.empty_lists) + " left out");
    if (losses.lists_of_one > 0)
        graph.note("PG-JSON does not tell a list of one value from the value: " + std::to_string(losses.lists_of_one) +
                   " lists will be read back as values");
    if (graph.head().find("\"schema\"") != std::string_view::npos)
        graph.note("PG-JSON has no place for the schema: it is left out");
}

}  // namespace

std::int32_t write_pgjson(const confer_host_v1* host, void*, confer_call* call) {
    Exporting graph(host, call);
    Losses losses;
    const char* separator = "\n";
    graph.out += "{\n\"nodes\": [";
    for (Exporting::Node node; graph.next(node);) {
        graph.out.append(separator).append("{\"id\": ");
        append_quoted(graph.out, node.id);
        append_names(graph.out += ", \"labels\": ", node.labels);
        append_properties(graph, node.id, node.properties, losses);
        separator = ",\n";
    }
    graph.out += "\n],\n\"edges\": [";
    separator = "\n";
    for (Exporting::Relationship edge; graph.next(edge);) {
        graph.out.append(separator).append("{\"from\": ");
        append_quoted(graph.out, edge.from);
        append_quoted(graph.out += ", \"to\": ", edge.to);
        append_names(graph.out += ", \"labels\": ", {edge.type});
        append_properties(graph, edge.from, edge.properties, losses);
        separator = ",\n";
    }
    graph.out += "\n]\n}\n";
    tell(graph, losses);
    return graph.finish();
}

namespace {

// The strings of a list; others are problems.
std::vector<std::string> names_in(Importing& into, const rapidjson::Value& element, const char* key) {
    std::vector<std::string> names;
    const rapidjson::Value& list = member(element, key);
    if (list.IsNull()) return names;
    if (!list.IsArray()) {
        into.problem(std::string("`") + key + "` must be a list of strings");
        return names;
    }
    for (const rapidjson::Value& one : list.GetArray()) {
        if (one.IsString()) {
            names.emplace_back(view_of(one));
        } else {
            into.problem(std::string("`") + key + "` must hold strings");
        }
    }
    return names;
}

// An id may also be a number.
std::string id_in(Importing& into, const rapidjson::Value& element, const char* key) {
    const rapidjson::Value& id = member(element, key);
    if (id.IsString()) return std::string(view_of(id));
    if (id.IsInt64()) return std::to_string(id.GetInt64());
    into.problem(std::string("`") + key + "` must be a string");
    return {};
}

void read_properties(Importing& into, const rapidjson::Value& element) {
    const rapidjson::Value& properties = member(element, "properties");
    if (properties.IsNull()) return;
    if (!properties.IsObject()) return into.problem("`properties` must be an object");
    for (const auto& [key, values] : properties.GetObject()) {
        if (values.IsArray() && values.Empty()) continue;
        into.key(view_of(key));
        const bool is_list = values.IsArray() && values.Size() > 1;
        if (is_list) into.begin_list();
        if (values.IsArray()) {
            for (const rapidjson::Value& value : values.GetArray()) put_json(into, value);
        } else {
            put_json(into, values);
        }
        if (is_list) into.end_list();
    }
}

void read_node(Importing& into, const rapidjson::Value& element) {
    const std::string id = id_in(into, element, "id");
    if (id.empty()) return;
    into.begin_node(id);
    for (const std::string& label : names_in(into, element, "labels")) into.label(label);
    read_properties(into, element);
    into.end_element();
}

void read_edge(Importing& into, const rapidjson::Value& element) {
    const std::string from = id_in(into, element, "from"), to = id_in(into, element, "to");
    const std::vector<std::string> types = names_in(into, element, "labels");
    if (types.size() != 1)
        into.problem("an edge must have one label, its type, and this has " + std::to_string(types.size()));
    if (from.empty() || to.empty() || types.size() != 1) return;
    into.begin_relationship(from, types.front(), to);
    read_properties(into, element);
    into.end_element();
}

}  // namespace

std::int32_t read_pgjson(const confer_host_v1* host, void*, confer_call* call) {
    Importing into(host, call);
    each_record(into, {"nodes", "edges"}, [&](const JsonRecord& record) {
        const bool is_known = record.list == "nodes" || record.list == "edges";
        if (!is_known || !record.is_element) {
            into.problem(is_known ? "`" + record.list + "` must be a list"
                                  : "PG-JSON holds `nodes` and `edges`, and not `" + record.list + "`");
        } else if (!record.json.IsObject()) {
            into.problem("what `" + record.list + "` holds must be objects");
        } else if (record.list == "nodes") {
            read_node(into, record.json);
        } else {
            read_edge(into, record.json);
        }
    });
    return into.finish();
}

}  // namespace confer::interchange
