// CSV: a table of nodes, a table of relationships, and, where the graph has a description or a schema, a graph file
// with that. Columns as Neo4j's import has them. docs/interchange.md; tests: tests/suites/interchange/csv_test.py.
#include <algorithm>
#include <array>

#include "interchange/column.h"
#include "interchange/csv_rows.h"
#include "interchange/formats.h"

namespace confer::interchange {

namespace {

constexpr std::string_view nodes_part = "nodes.csv", edges_part = "edges.csv", schema_part = "schema.json";
constexpr std::string_view bare_head = "{\"confer\": 1}";

void append_field(std::string& out, std::string_view text) {
    if (!text.empty() && text.find_first_of(",\"\r\n") == std::string_view::npos) {
        out += text;
        return;
    }
    out += '"';
    for (const char c : text) out.append(c == '"' ? 2 : 1, c);
    out += '"';
}

// Both are in the order of their keys.
void append_properties(std::string& out, const std::vector<Column>& columns,
                       const std::vector<Exporting::Property>& properties, std::string& text) {
    auto property = properties.begin();
    for (const Column& column : columns) {
        out += ',';
        while (property != properties.end() && property->key < column.key) ++property;
        if (property == properties.end() || property->key != column.key || !fits(column, property->value)) continue;
        text.clear();
        append_text(text, column, property->value);
        append_field(out, text);
        ++property;  // an empty list would fit another column of its key, too
    }
    out += '\n';
}

std::vector<Column> without_id(std::vector<Column> columns) {
    columns.erase(std::remove_if(columns.begin(), columns.end(), [](const Column& one) { return one.key == "id"; }),
                  columns.end());
    return columns;
}

void append_headings(std::string& out, const std::vector<Column>& columns) {
    for (const Column& column : columns) append_field(out += ',', heading(column));
    out += '\n';
}

}  // namespace

std::int32_t write_csv(const confer_host_v1* host, void*, confer_call* call) {
    Exporting graph(host, call);
    std::string text;

    graph.open_part(nodes_part);
    const std::vector<Column> node_columns = without_id(columns_for(graph.node_keys()));
    graph.out += "id:ID,:LABEL";
    append_headings(graph.out, node_columns);
    for (Exporting::Node node; graph.next(node);) {
        append_field(graph.out, node.id);
        graph.out += ',';
        if (!node.labels.empty()) append_field(graph.out, joined(node.labels));
        append_properties(graph.out, node_columns, node.properties, text);
    }

    graph.open_part(edges_part);
    const std::vector<Column> edge_columns = columns_for(graph.relationship_keys());
    graph.out += ":START_ID,:TYPE,:END_ID";
    append_headings(graph.out, edge_columns);
    for (Exporting::Relationship edge; graph.next(edge);) {
        append_field(graph.out, edge.from);
        append_field(graph.out += ',', edge.type);
        append_field(graph.out += ',', edge.to);
        append_properties(graph.out, edge_columns, edge.properties, text);
    }

    if (graph.head() != bare_head) {
        graph.open_part(schema_part);
        graph.out.append(graph.head()).append("\n");
    }
    return graph.finish();
}

namespace {

enum class Role : std::uint8_t { property, id, label, start, end, type, ignored };

struct ReadColumn {
    Role role = Role::property;
    Column column;
    std::string space;  // of ids: `:ID(Person)`
};

// `:START_ID(Person)`, `id:ID`, `year:long`.
ReadColumn read_heading(std::string_view text) {
    constexpr std::pair<std::string_view, Role> roles[] = {{"ID", Role::id},          {"LABEL", Role::label},
                                                           {"START_ID", Role::start}, {"END_ID", Role::end},
                                                           {"TYPE", Role::type},      {"IGNORE", Role::ignored}};
    text = without_options(text);
    const std::size_t colon = text.rfind(':');
    if (colon != std::string_view::npos) {
        const std::string_view type = text.substr(colon + 1);
        const std::size_t bracket = type.find('(');
        for (const auto& [name, role] : roles) {
            if (type.substr(0, bracket) != name) continue;
            ReadColumn read{role, {std::string(text.substr(0, colon))}, {}};
            if (bracket != std::string_view::npos && type.back() == ')')
                read.space = type.substr(bracket + 1, type.size() - bracket - 2);
            return read;
        }
    }
    return {Role::property, column_headed(text), {}};
}

// Ids are unique in their space only.
std::string id_in(const std::string& space, const std::string& id) {
    return space.empty() ? id : space + "/" + id;
}

class Table {
public:
    Table(Importing& into, CsvRows& rows) : into_(into), rows_(rows) {
        if (rows_.next(row_)) {
            for (const CsvRows::Field& field : row_) columns_.push_back(read_heading(field.text));
        }
    }
    // Whether the heading has all of these; a problem when not.
    bool needs(std::initializer_list<std::pair<Role, const char*>> roles) const {
        for (const auto& [role, name] : roles) {
            const auto is_it = [role = role](const ReadColumn& one) { return one.role == role; };
            if (std::any_of(columns_.begin(), columns_.end(), is_it)) continue;
            into_.problem(std::string("the table has no column `") + name + "`", "add it to the first line");
            return false;
        }
        return true;
    }
    bool next() {
        while (rows_.next(row_)) {
            if (row_.size() == columns_.size()) return true;
            into_.problem("the row has " + std::to_string(row_.size()) + (row_.size() == 1 ? " field" : " fields") +
                              ", and the table " + std::to_string(columns_.size()) + " columns",
                          "write a field with commas in it in quotes");
        }
        return false;
    }
    // The text of the first column of this role that has one.
    std::string text(Role role) const {
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            if (columns_[i].role == role && !row_[i].is_absent)
                return role == Role::label || role == Role::type ? row_[i].text
                                                                 : id_in(columns_[i].space, row_[i].text);
        }
        return {};
    }
    void put_properties() {
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const ReadColumn& one = columns_[i];
            if (row_[i].is_absent) continue;
            if (one.role == Role::id && !one.column.key.empty() && one.column.key != "id") {
                into_.key(one.column.key);  // `name:ID` is also a property
                into_.put(row_[i].text);
            }
            if (one.role != Role::property) continue;
            into_.key(one.column.key);
            put_text(into_, one.column, row_[i].text);
        }
    }

private:
    Importing& into_;
    CsvRows& rows_;
    std::vector<CsvRows::Field> row_;
    std::vector<ReadColumn> columns_;
};

void read_nodes(Importing& into) {
    CsvRows rows(into);
    Table table(into, rows);
    if (!table.needs({{Role::id, ":ID"}})) return;
    while (table.next()) {
        into.begin_node(table.text(Role::id));
        for (const std::string& label : split(table.text(Role::label))) into.label(label);
        table.put_properties();
        into.end_element();
    }
}

void read_edges(Importing& into) {
    CsvRows rows(into);
    Table table(into, rows);
    if (!table.needs({{Role::start, ":START_ID"}, {Role::type, ":TYPE"}, {Role::end, ":END_ID"}})) return;
    while (table.next()) {
        into.begin_relationship(table.text(Role::start), table.text(Role::type), table.text(Role::end));
        table.put_properties();
        into.end_element();
    }
}

}  // namespace

std::int32_t read_csv(const confer_host_v1* host, void*, confer_call* call) {
    Importing into(host, call);
    if (into.has_part(schema_part) && into.open_part(schema_part)) into.head(into.read_all());
    if (into.open_part(nodes_part)) read_nodes(into);
    if (into.open_part(edges_part)) read_edges(into);
    return into.finish();
}

}  // namespace confer::interchange
