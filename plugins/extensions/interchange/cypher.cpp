// openCypher: a script that makes the graph in any database that understands the language. Its statements hold many
// elements each; relationships find their ends by label and `id`. The schema stands in a comment.
// docs/interchange.md; tests: tests/suites/interchange/cypher_test.py.
#include <cmath>

#include "interchange/exporting.h"
#include "interchange/formats.h"
#include "interchange/number_text.h"

namespace confer::interchange {

namespace {

constexpr std::size_t elements_in_a_statement = 500;

void append_string(std::string& out, std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    out += '\'';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\'' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\r') {
            out += "\\r";
        } else if (c == '\t') {
            out += "\\t";
        } else if (byte < 0x20) {
            out += "\\u00";
            out += digits[byte >> 4U];
            out += digits[byte & 15U];
        } else {
            out += c;
        }
    }
    out += '\'';
}

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
            append_string(out, cell.text());
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
        append_string(graph.out, node.id);
        append_properties(graph.out, node.properties, ", ");
        graph.out += "})";
    }
    if (count > 0) graph.out += ";\n";
}

// UNWIND [
//   ['gestalt-therapy', 'empty-chair', {sources: ['D40']}],
//   …
// ] AS row MATCH (a {id: row[0]}), (b {id: row[1]}) CREATE (a)-[r:USES]->(b) SET r = row[2];
void write_relationships(Exporting& graph) {
    std::size_t count = 0;
    std::string type;
    const auto end_statement = [&] {
        graph.out += "\n] AS row\nMATCH (a {id: row[0]}), (b {id: row[1]})\nCREATE (a)-[r:";
        append_name(graph.out, type);
        graph.out += "]->(b)\nSET r = row[2];\n";
    };
    for (Exporting::Relationship edge; graph.next(edge); ++count) {
        if (count > 0 && (count == elements_in_a_statement || edge.type != type)) {
            end_statement();
            count = 0;
        }
        type = edge.type;
        graph.out += count == 0 ? "UNWIND [\n  [" : ",\n  [";
        append_string(graph.out, edge.from);
        append_string(graph.out += ", ", edge.to);
        graph.out += ", {";
        append_properties(graph.out, edge.properties, "");
        graph.out += "}]";
    }
    if (count > 0) end_statement();
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
