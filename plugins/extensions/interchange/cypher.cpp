// openCypher: a script that makes the graph in any database that understands the language. Its statements hold many
// elements each; relationships find their ends by label and `id`. The schema stands in a comment.
// docs/interchange.md; tests: tests/suites/interchange/cypher_test.py.
#include <cmath>
#include <map>

#include "interchange/exporting.h"
#include "interchange/formats.h"
#include "interchange/number_text.h"
#include "interchange/quoted_text.h"

namespace confer::interchange {

namespace {

constexpr std::size_t elements_in_a_statement = 500;

// `Approach`, or in backticks what is no plain name.
void append_name(std::string& out, std::string_view name) {
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
    bool plain = !name.empty() && is_letter(name.front());
    for (const char c : name) plain = plain && (is_letter(c) || (c >= '0' && c <= '9'));
    if (!plain) out += '`';
    for (const char c : name) out.append(c == '`' ? 2 : 1, c);
    if (!plain) out += '`';
}

void append_float(std::string& out, double number) {
    if (std::isnan(number)) {
        out += "(0.0 / 0.0)";
    } else if (std::isinf(number)) {
        out += number < 0 ? "(-1.0 / 0.0)" : "(1.0 / 0.0)";
    } else {
        const std::string plain = float_text(number, java_names);
        out += plain.find('e') == std::string::npos ? plain : scientific_text(number, java_names);
    }
}

void append_value(std::string& out, const Cell& cell) {
    switch (cell.kind()) {
        case CONFER_BOOLEAN:
            out += cell.boolean() ? "true" : "false";
            return;
        case CONFER_INTEGER:
            out += std::to_string(cell.integer());
            return;
        case CONFER_FLOAT:
            return append_float(out, cell.number());
        case CONFER_LIST:
            out += '[';
            for (std::size_t i = 0; i < cell.size(); ++i) {
                if (i > 0) out += ", ";
                append_value(out, cell[i]);
            }
            out += ']';
            return;
        default:
            append_quoted(out, cell.text(), '\'');
    }
}

void append_properties(std::string& out, const std::vector<Exporting::Property>& properties, const char* separator) {
    for (const auto& [key, value] : properties) {
        out += separator;
        append_name(out, key);
        append_value(out += ": ", value);
        separator = ", ";
    }
}

std::string labels_text(const std::vector<std::string>& labels) {
    std::string text;
    for (const std::string& label : labels) append_name(text += ':', label);
    return text;
}

// CREATE
//   (:Approach {id: 'gestalt-therapy', name: 'Gestalt therapy'}),
//   …;
void write_nodes(Exporting& graph) {
    std::size_t count = 0;
    for (Exporting::Node node; graph.next(node); ++count) {
        const bool begins = count % elements_in_a_statement == 0;
        graph.out += begins ? (count == 0 ? "CREATE\n  (" : ";\nCREATE\n  (") : ",\n  (";
        graph.out.append(labels_text(node.labels)).append(node.labels.empty() ? "{id: " : " {id: ");
        append_quoted(graph.out, node.id, '\'');
        append_properties(graph.out, node.properties, ", ");
        graph.out += "})";
    }
    if (count > 0) graph.out += ";\n";
}

// Relationships of one type, between nodes of the same labels:
//
// UNWIND [
//   ['gestalt-therapy', 'empty-chair', {sources: ['D40']}],
//   …
// ] AS row
// MATCH (a:Approach {id: row[0]}), (b:Technique {id: row[1]})
// CREATE (a)-[r:USES]->(b)
// SET r = row[2];
struct Rows {
    std::string text;
    std::size_t count = 0;
};
using RowsByLabels = std::map<std::pair<std::string, std::string>, Rows>;  // of the ends

void append_end(std::string& out, const char* name, const std::string& label, const char* row) {
    out.append("(").append(name);
    if (!label.empty()) append_name(out += ':', label);
    out.append(" {id: row[").append(row).append("]})");
}

void append_statement(std::string& out, const RowsByLabels::value_type& of_labels, const std::string& type) {
    const auto& [labels, rows] = of_labels;
    out.append("UNWIND [\n").append(rows.text).append("\n] AS row\nMATCH ");
    append_end(out, "a", labels.first, "0");
    append_end(out += ", ", "b", labels.second, "1");
    append_name(out += "\nCREATE (a)-[r:", type);
    out += "]->(b)\nSET r = row[2];\n";
}

void write_relationships(Exporting& graph) {
    RowsByLabels open;
    std::string type;
    const auto end_type = [&] {
        for (const auto& rows : open) append_statement(graph.out, rows, type);
        open.clear();
    };
    for (Exporting::Relationship edge; graph.next(edge);) {
        if (edge.type != type) end_type();
        type = edge.type;
        const auto at = open.try_emplace({graph.from_label(), graph.to_label()}).first;
        Rows& rows = at->second;
        append_quoted(rows.text += rows.count++ == 0 ? "  [" : ",\n  [", edge.from, '\'');
        append_quoted(rows.text += ", ", edge.to, '\'');
        rows.text += ", {";
        append_properties(rows.text, edge.properties, "");
        rows.text += "}]";
        if (rows.count < elements_in_a_statement) continue;
        append_statement(graph.out, *at, type);
        open.erase(at);
    }
    end_type();
}

}  // namespace

std::int32_t write_cypher(const confer_host_v1* host, void*, confer_call* call) {
    Exporting graph(host, call);
    graph.out.append("// ").append(graph.head()).append("\n");
    write_nodes(graph);
    write_relationships(graph);
    return graph.finish();
}

}  // namespace confer::interchange
