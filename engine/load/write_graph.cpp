// Tested by suites/loading/write_graph_test.cpp.
#include "load/write_graph.h"

#include <algorithm>
#include <initializer_list>
#include <span>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "load/file_ids.h"
#include "load/graph_head.h"
#include "load/json_text_internal.h"

namespace confer::engine::load {

namespace {

Error cannot_write(std::string message) {
    return {.code = ErrorCode::cannot_write, .message = std::move(message), .phase = Phase::runtime};
}

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
    GraphWriter(const PropertyGraph& graph, ByteSink& sink) : graph_(graph), sink_(sink), ids_(graph) {}

    Result<void> write();

private:
    // What nodes of the same labels have in common.
    struct NodeForm {
        std::string labels;  // `, "label": "A"`
        std::vector<WrittenKey> keys;
    };

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
    FileIds ids_;
    std::string out_;
};

Result<void> GraphWriter::hand_on(std::size_t at_least) {
    if (out_.size() < at_least) return {};
    CONFER_CHECK(sink_.write(out_));
    out_.clear();
    return {};
}

Result<void> GraphWriter::write() {
    CONFER_CHECK(ids_.check());
    open_graph_head(graph_, out_);
    CONFER_CHECK(write_nodes());
    CONFER_CHECK(write_edges());
    return hand_on(0);
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
    append_string(out_, ids_.of(node));
    out_ += form.labels;
    for (const WrittenKey& key : form.keys) {
        if (!key.column->has(node)) continue;
        if (is_one_of(key.name, {"label", "labels"})) {
            return cannot_write("`" + ids_.of(node) + "` has a property `" + std::string(key.name) +
                                "`, which graph files keep for labels");
        }
        out_ += key.text;
        if (!append_value(out_, key.column->get(node))) {
            return cannot_write("`" + std::string(key.name) + "` of `" + ids_.of(node) +
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
    append_string(out_, ids_.of(ends.source));
    out_ += ", \"type\": ";
    append_string(out_, type);
    out_ += ", \"to\": ";
    append_string(out_, ids_.of(ends.target));
    const std::size_t row = edge - graph_.topology().first_edge(graph_.type_of(edge));
    const auto named = [&] { return "`" + type + "` from `" + ids_.of(ends.source) + "`"; };
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
