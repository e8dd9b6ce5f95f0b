// Tested by suites/loading/write_graph_test.cpp.
#include "load/write_graph.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <span>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "value/format.h"

namespace confer::engine::load {

namespace {

bool is_plain(char c) {
    return c != '"' && c != '\\' && static_cast<unsigned char>(c) >= 0x20;
}

void append_escaped(std::string& out, char c) {
    constexpr std::string_view digits = "0123456789abcdef";
    switch (c) {
        case '"':
            out += "\\\"";
            return;
        case '\\':
            out += "\\\\";
            return;
        case '\n':
            out += "\\n";
            return;
        case '\r':
            out += "\\r";
            return;
        case '\t':
            out += "\\t";
            return;
        default:
            out += "\\u00";
            out += digits[static_cast<unsigned char>(c) >> 4];
            out += digits[static_cast<unsigned char>(c) & 15U];
    }
}

void append_string(std::string& out, std::string_view text) {
    out += '"';
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = begin;
        while (end < text.size() && is_plain(text[end])) ++end;
        out += text.substr(begin, end - begin);
        if (end < text.size()) append_escaped(out, text[end++]);
        begin = end;
    }
    out += '"';
}

void append_strings(std::string& out, const std::vector<std::string>& texts) {
    out += '[';
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (i > 0) out += ", ";
        append_string(out, texts[i]);
    }
    out += ']';
}

// False when the value has no JSON form.
bool append_value(std::string& out, const Value& value) {
    switch (value.kind()) {
        case Kind::boolean:
            out += value.as_boolean() ? "true" : "false";
            return true;
        case Kind::integer:
            out += std::to_string(value.as_integer());
            return true;
        case Kind::floating:
            if (!std::isfinite(value.as_floating())) return false;
            out += format_float(value.as_floating());
            return true;
        case Kind::string:
            append_string(out, value.as_string());
            return true;
        case Kind::list: {
            out += '[';
            bool first = true;
            for (const Value& element : value.as_list()) {
                if (!first) out += ", ";
                first = false;
                if (!append_value(out, element)) return false;
            }
            out += ']';
            return true;
        }
        default:
            return false;
    }
}

Error cannot_write(std::string message) {
    return {.code = ErrorCode::cannot_write, .message = std::move(message), .phase = Phase::runtime};
}

// One object, in braces, on one line.
class LineObject {
public:
    explicit LineObject(std::string& out) : out_(out) { out_ += '{'; }
    void key(std::string_view key) {
        if (!first_) out_ += ", ";
        first_ = false;
        append_string(out_, key);
        out_ += ": ";
    }
    void text(std::string_view name, std::string_view text) {
        key(name);
        append_string(out_, text);
    }
    void close() { out_ += '}'; }

private:
    std::string& out_;
    bool first_ = true;
};

// A property as it is written: its key with what surrounds it, and where its values are.
struct WrittenKey {
    std::string_view name;
    std::string text;  // `, "name": `
    const PropertyColumn* column;
};

// The properties that have a column, in the order in which they are written.
template <class ColumnOf>
std::vector<WrittenKey> written_keys(const Symbols& keys, const std::vector<PropertySchema>* declared,
                                     ColumnOf column_of) {
    std::vector<WrittenKey> written;
    for (std::size_t key = 0; key < keys.size(); ++key) {
        const PropertyColumn* column = column_of(static_cast<KeyId>(key));
        if (column == nullptr) continue;
        const std::string& name = keys.name(static_cast<KeyId>(key));
        std::string text = ", ";
        append_string(text, name);
        written.push_back({name, text + ": ", column});
    }
    const auto place = [&](const WrittenKey& key) {
        if (key.name == "name" || declared == nullptr) return std::tuple(key.name != "name", std::size_t{0}, key.name);
        const auto at = std::ranges::find(*declared, key.name, &PropertySchema::name);
        return std::tuple(true, static_cast<std::size_t>(at - declared->begin()), key.name);
    };
    std::ranges::sort(written, {}, place);
    return written;
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::ranges::find(names, name) != names.end();
}

class GraphWriter {
public:
    GraphWriter(const PropertyGraph& graph, ByteSink& sink) : graph_(graph), sink_(sink) {
        if (const auto key = graph.keys().find("id")) ids_ = graph.node_column(*key);
    }

    Result<void> write();

private:
    // What nodes of the same labels have in common.
    struct NodeForm {
        std::string labels;  // `, "label": "A"`
        std::vector<WrittenKey> keys;
    };

    void write_head();
    void write_schema();
    void write_properties(const std::vector<PropertySchema>& properties);
    Result<void> check_ids() const;
    std::string id_of(NodeId node) const;
    NodeForm form_of(NodeId node) const;
    Result<void> write_nodes();
    Result<void> write_node(NodeId node, const NodeForm& form);
    Result<void> write_edges();
    Result<void> write_edge(EdgeId edge, const std::string& type, const std::vector<WrittenKey>& keys);
    // Hands on what has been gathered, once it is worth it.
    Result<void> hand_on(std::size_t at_least);

    static constexpr std::size_t gathered = std::size_t{1} << 16U;

    const PropertyGraph& graph_;
    ByteSink& sink_;
    const PropertyColumn* ids_ = nullptr;
    std::string out_;
};

Result<void> GraphWriter::hand_on(std::size_t at_least) {
    if (out_.size() < at_least) return {};
    CONFER_CHECK(sink_.write(out_));
    out_.clear();
    return {};
}

Result<void> GraphWriter::write() {
    CONFER_CHECK(check_ids());
    write_head();
    write_schema();
    CONFER_CHECK(write_nodes());
    CONFER_CHECK(write_edges());
    return hand_on(0);
}

void GraphWriter::write_head() {
    const auto& about = graph_.description();
    out_ += "{\n\"confer\": 1";
    for (const auto& [key, text] : {std::pair("name", &about.name),
                                    {"version", &about.version},
                                    {"license", &about.license},
                                    {"description", &about.description}}) {
        if (text->empty()) continue;
        out_ += ",\n\"" + std::string(key) + "\": ";
        append_string(out_, *text);
    }
}

void GraphWriter::write_schema() {
    const Schema& schema = graph_.schema();
    if (schema.empty()) return;
    out_ += ",\n\"schema\": {\n\"labels\": {";
    const char* separator = "\n";
    for (const LabelSchema& label : schema.labels) {
        out_ += separator;
        separator = ",\n";
        append_string(out_, label.name);
        out_ += ": ";
        LineObject object(out_);
        if (!label.singular.empty()) object.text("singular", label.singular);
        if (!label.plural.empty()) object.text("plural", label.plural);
        if (!label.also.empty()) {
            object.key("also");
            append_strings(out_, label.also);
        }
        if (!label.properties.empty()) {
            object.key("properties");
            write_properties(label.properties);
        }
        object.close();
    }
    out_ += "\n},\n\"relationships\": {";
    separator = "\n";
    for (const RelationshipSchema& type : schema.relationships) {
        out_ += separator;
        separator = ",\n";
        append_string(out_, type.name);
        out_ += ": ";
        LineObject object(out_);
        for (const auto& [key, texts] :
             {std::pair("from", &type.from), {"to", &type.to}, {"verb", &type.verb}, {"inverse", &type.inverse}}) {
            if (texts->empty()) continue;
            object.key(key);
            append_strings(out_, *texts);
        }
        for (const RelationshipFlag& flag : relationship_flags) {
            if (!(type.*flag.member)) continue;
            object.key(flag.name);
            out_ += "true";
        }
        if (type.max != 0) {
            object.key("max");
            out_ += std::to_string(type.max);
        }
        if (!type.properties.empty()) {
            object.key("properties");
            write_properties(type.properties);
        }
        object.close();
    }
    out_ += "\n}\n}";
}

void GraphWriter::write_properties(const std::vector<PropertySchema>& properties) {
    LineObject object(out_);
    for (const PropertySchema& one : properties) {
        const std::string kind = std::string(to_string(one.kind)) + (one.required ? "!" : "");
        if (one.values.empty()) {
            object.text(one.name, kind);
            continue;
        }
        object.key(one.name);
        LineObject detailed(out_);
        detailed.text("type", kind);
        detailed.key("values");
        append_strings(out_, one.values);
        detailed.close();
    }
    object.close();
}

Result<void> GraphWriter::check_ids() const {
    if (ids_ == nullptr) return {};
    for (NodeId node = 0; node < graph_.node_count(); ++node) {
        if (!ids_->has(node)) continue;
        const Value id = ids_->get(node);
        if (!id.is(Kind::string) || id.as_string().empty()) {
            return cannot_write("a node's `id` must be a string that is not empty to be saved, and " + to_literal(id) +
                                " is not");
        }
        if (graph_.find(id.as_string()) != node)  // it gives the first that has it
            return cannot_write("two nodes have the id `" + std::string(id.as_string()) + "`");
    }
    return {};
}

// The id that the node has; else `node-7`, or `node-7-2` where that is taken.
std::string GraphWriter::id_of(NodeId node) const {
    if (ids_ != nullptr && ids_->has(node)) return std::string(ids_->get(node).as_string());
    const std::string plain = "node-" + std::to_string(node);
    std::string id = plain;
    for (int attempt = 2; graph_.find(id).has_value(); ++attempt) id = plain + "-" + std::to_string(attempt);
    return id;
}

GraphWriter::NodeForm GraphWriter::form_of(NodeId node) const {
    std::vector<std::string> labels;
    for (const LabelId label : graph_.labels_of(node)) labels.push_back(graph_.labels().name(label));
    std::ranges::sort(labels);
    NodeForm form;
    if (labels.size() == 1) {
        form.labels = ", \"label\": ";
        append_string(form.labels, labels.front());
    } else {
        form.labels = ", \"labels\": ";
        append_strings(form.labels, labels);
    }
    const LabelSchema* schema = labels.empty() ? nullptr : graph_.schema().label(labels.front());
    form.keys = written_keys(graph_.keys(), schema == nullptr ? nullptr : &schema->properties,
                             [&](KeyId key) { return graph_.node_column(key); });
    std::erase_if(form.keys, [](const WrittenKey& key) { return key.name == "id"; });
    return form;
}

Result<void> GraphWriter::write_node(NodeId node, const NodeForm& form) {
    out_ += node == 0 ? "\n{\"id\": " : ",\n{\"id\": ";
    append_string(out_, id_of(node));
    out_ += form.labels;
    for (const WrittenKey& key : form.keys) {
        if (!key.column->has(node)) continue;
        if (is_one_of(key.name, {"label", "labels"})) {
            return cannot_write("`" + id_of(node) + "` has a property `" + std::string(key.name) +
                                "`, which graph files keep for labels");
        }
        out_ += key.text;
        if (!append_value(out_, key.column->get(node))) {
            return cannot_write("`" + std::string(key.name) + "` of `" + id_of(node) +
                                "` is no number that JSON can hold");
        }
    }
    out_ += '}';
    return hand_on(gathered);
}

Result<void> GraphWriter::write_nodes() {
    std::unordered_map<const LabelId*, NodeForm> forms;  // by label set, of which the graph has each once
    out_ += ",\n\"nodes\": [";
    for (NodeId node = 0; node < graph_.node_count(); ++node) {
        const std::span<const LabelId> labels = graph_.labels_of(node);
        auto form = forms.find(labels.data());
        if (form == forms.end()) form = forms.emplace(labels.data(), form_of(node)).first;
        CONFER_CHECK(write_node(node, form->second));
    }
    out_ += "\n]";
    return {};
}

Result<void> GraphWriter::write_edge(EdgeId edge, const std::string& type, const std::vector<WrittenKey>& keys) {
    const EdgeEnds ends = graph_.ends(edge);
    out_ += edge == 0 ? "\n{\"from\": " : ",\n{\"from\": ";
    append_string(out_, id_of(ends.source));
    out_ += ", \"type\": ";
    append_string(out_, type);
    out_ += ", \"to\": ";
    append_string(out_, id_of(ends.target));
    const std::size_t row = edge - graph_.topology().first_edge(graph_.type_of(edge));
    const auto named = [&] { return "`" + type + "` from `" + id_of(ends.source) + "`"; };
    for (const WrittenKey& key : keys) {
        if (!key.column->has(row)) continue;
        if (is_one_of(key.name, {"from", "type", "to"})) {
            return cannot_write(named() + " has a property `" + std::string(key.name) +
                                "`, which graph files keep for the edge itself");
        }
        out_ += key.text;
        if (!append_value(out_, key.column->get(row)))
            return cannot_write("`" + std::string(key.name) + "` of " + named() + " is no number that JSON can hold");
    }
    out_ += '}';
    return hand_on(gathered);
}

Result<void> GraphWriter::write_edges() {
    out_ += ",\n\"edges\": [";
    const Topology& topology = graph_.topology();
    for (std::size_t at = 0; at < topology.type_count(); ++at) {
        const auto type = static_cast<TypeId>(at);
        const std::string& name = graph_.types().name(type);
        const RelationshipSchema* schema = graph_.schema().relationship(name);
        const std::vector<WrittenKey> keys =
            written_keys(graph_.keys(), schema == nullptr ? nullptr : &schema->properties,
                         [&](KeyId key) { return graph_.edge_column(type, key); });
        for (EdgeId edge = topology.first_edge(at); edge < topology.first_edge(at + 1); ++edge)
            CONFER_CHECK(write_edge(edge, name, keys));
    }
    out_ += "\n]\n}\n";
    return {};
}

class TextSink final : public ByteSink {
public:
    Result<void> write(std::string_view bytes) override {
        text += bytes;
        return {};
    }
    std::string text;
};

}  // namespace

Result<void> write_graph(const PropertyGraph& graph, ByteSink& sink) {
    return GraphWriter(graph, sink).write();
}

Result<std::string> write_graph(const PropertyGraph& graph) {
    TextSink sink;
    CONFER_CHECK(write_graph(graph, sink));
    return std::move(sink.text);
}

}  // namespace confer::engine::load
