// GraphML: what is written. A key is declared for each property and type; lists are JSON; the head is data of the
// graph. docs/interchange.md; tests: tests/suites/interchange/graphml_test.py.
//
// Boost.Graph's own writer wants one type for each property and all values of all elements, and writes what XML can't
// hold; its reader joins runs of white space. So this one writes what that reader understands, and reads with Expat.
//
// Source     GraphML 1.1 (graphml.graphdrawing.org), structure and attributes.
#include "interchange/column.h"
#include "interchange/formats.h"
#include "interchange/graphml_names.h"
#include "interchange/number_text.h"
#include "interchange/xml_text.h"

namespace confer::interchange {

namespace {

struct DeclaredKey {
    Column column;
    std::string id;
};

const char* type_of(const Column& column) {
    if (column.is_list) return "string";
    switch (column.kind) {
        case CONFER_BOOLEAN:
            return "boolean";
        case CONFER_INTEGER:
            return "long";
        case CONFER_FLOAT:
            return "double";
        default:
            return "string";
    }
}

// Ids tell what they are for, so that a new key changes no other: `n.year`, or `n.year.long` where types differ.
std::vector<DeclaredKey> declared(const std::vector<Key>& keys, const char* prefix) {
    std::vector<DeclaredKey> all;
    for (Column& column : columns_for(keys)) {
        if (prefix == node_prefix && column.key == "id") continue;
        all.push_back({std::move(column), {}});
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool is_alone = (i == 0 || all[i - 1].column.key != all[i].column.key) &&
                              (i + 1 == all.size() || all[i + 1].column.key != all[i].column.key);
        std::string id = prefix + all[i].column.key;
        if (!is_alone) id += "." + heading({{}, all[i].column.is_list, all[i].column.kind}).substr(1);
        all[i].id = xml_name(id);
    }
    return all;
}

void declare(std::string& out, std::string_view id, const char* element, std::string_view name, const char* type,
             std::string_view about = {}) {
    out.append("<key id=\"").append(id).append("\" for=\"").append(element).append("\" attr.name=\"");
    out.append(name).append("\" attr.type=\"").append(type).append("\"");
    if (about.empty()) {
        out += "/>\n";
    } else {
        out.append("><desc>").append(about).append("</desc></key>\n");
    }
}

void declare_all(std::string& out, const std::vector<DeclaredKey>& keys, const char* element) {
    for (const auto& [column, id] : keys) {
        const std::string about = column.is_list ? heading({{}, true, column.kind}).substr(1).append(as_json) : "";
        declare(out, id, element, xml_name(column.key), type_of(column), about);
    }
}

void append_data(std::string& out, std::string_view key, std::string_view text) {
    out.append("<data key=\"").append(key).append("\">").append(xml_text(text)).append("</data>");
}

// Both are in the order of their keys.
void append_properties(std::string& out, const std::vector<DeclaredKey>& keys,
                       const std::vector<Exporting::Property>& properties) {
    auto key = keys.begin();
    for (const auto& [name, value] : properties) {
        while (key != keys.end() && (key->column.key < name || !fits(key->column, value))) ++key;
        if (key == keys.end()) return;
        std::string text;
        if (value.is_list()) {
            text = json_list(value);
        } else if (value.kind() == CONFER_FLOAT) {
            text = float_text(value.number(), xml_names);
        } else {
            append_text(text, key->column, value);
        }
        append_data(out, key->id, text);
        ++key;
    }
}

}  // namespace

std::int32_t write_graphml(const confer_host_v1* host, void*, confer_call* call) {
    Exporting graph(host, call);
    const std::vector<DeclaredKey> node_keys = declared(graph.node_keys(), node_prefix);
    const std::vector<DeclaredKey> edge_keys = declared(graph.relationship_keys(), edge_prefix);
    std::string& out = graph.out;
    out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
    declare(out, head_key, "graph", head_key, "string", "description and schema, as JSON");
    declare(out, labels_key, "node", labels_key, "string", "each label after a colon");
    declare(out, type_key, "edge", type_key, "string");
    declare_all(out, node_keys, "node");
    declare_all(out, edge_keys, "edge");
    out += "<graph id=\"G\" edgedefault=\"directed\">\n";
    append_data(out, head_key, graph.head());
    out += '\n';
    for (Exporting::Node node; graph.next(node);) {
        out.append("<node id=\"").append(xml_name(node.id)).append("\">");
        if (!node.labels.empty()) append_data(out, labels_key, labels_text(node.labels));
        append_properties(out, node_keys, node.properties);
        out += "</node>\n";
    }
    for (Exporting::Relationship edge; graph.next(edge);) {
        out.append("<edge source=\"").append(xml_name(edge.from)).append("\" target=\"");
        out.append(xml_name(edge.to)).append("\">");
        append_data(out, type_key, edge.type);
        append_properties(out, edge_keys, edge.properties);
        out += "</edge>\n";
    }
    out += "</graph>\n</graphml>\n";
    return graph.finish();
}

}  // namespace confer::interchange
