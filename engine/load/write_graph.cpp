// Tested by suites/loading/write_graph_test.cpp.
#include "load/write_graph.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <initializer_list>
#include <map>
#include <optional>
#include <tuple>
#include <unordered_set>
#include <vector>

#include "value/format.h"

namespace confer::engine::load {

namespace {

void append_string(std::string& out, std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        switch (c) {
            case '"':
                out += "\\\"";
                break;
            case '\\':
                out += "\\\\";
                break;
            case '\n':
                out += "\\n";
                break;
            case '\r':
                out += "\\r";
                break;
            case '\t':
                out += "\\t";
                break;
            default:
                if (static_cast<unsigned char>(c) < 0x20) {
                    out += "\\u00";
                    out += digits[static_cast<unsigned char>(c) >> 4];
                    out += digits[static_cast<unsigned char>(c) & 15U];
                } else {
                    out += c;
                }
        }
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

// The keys of properties in the order in which they are written.
class KeyOrder {
public:
    KeyOrder(const Symbols& keys, const std::vector<PropertySchema>* declared) : rank_(keys.size()) {
        std::vector<KeyId> sorted(keys.size());
        for (std::size_t key = 0; key < keys.size(); ++key) sorted[key] = static_cast<KeyId>(key);
        const auto place = [&](KeyId key) {
            const std::string& name = keys.name(key);
            if (name == "name" || declared == nullptr) return std::tuple(name != "name", std::size_t{0}, name);
            const auto at = std::ranges::find(*declared, name, &PropertySchema::name);
            return std::tuple(true, static_cast<std::size_t>(at - declared->begin()), name);
        };
        std::ranges::sort(sorted, {}, place);
        for (std::size_t i = 0; i < sorted.size(); ++i) rank_[sorted[i]] = i;
    }
    void sort(std::vector<KeyId>& keys) const {
        std::ranges::sort(keys, {}, [&](KeyId key) { return rank_[key]; });
    }

private:
    std::vector<std::size_t> rank_;
};

class GraphWriter {
public:
    explicit GraphWriter(const PropertyGraph& graph) : graph_(graph) {}

    Result<std::string> write();

private:
    void write_head();
    void write_schema();
    void write_properties(const std::vector<PropertySchema>& properties);
    Result<void> choose_ids();
    Result<void> write_nodes();
    Result<void> write_edges();

    const PropertyGraph& graph_;
    std::string out_;
    std::vector<std::string> ids_;
};

Result<std::string> GraphWriter::write() {
    CONFER_CHECK(choose_ids());
    write_head();
    write_schema();
    CONFER_CHECK(write_nodes());
    CONFER_CHECK(write_edges());
    return std::move(out_);
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
        for (const auto& [key, flag] : {std::pair("component", type.component),
                                        {"lineage", type.lineage},
                                        {"symmetric", type.symmetric},
                                        {"transitive", type.transitive},
                                        {"unique", type.unique}}) {
            if (!flag) continue;
            object.key(key);
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

// The ids that nodes have; for those without, `node-7`, or `node-7-2` where that is taken.
Result<void> GraphWriter::choose_ids() {
    const auto key = graph_.keys().find("id");
    const PropertyColumn* column = key ? graph_.node_column(*key) : nullptr;
    std::unordered_set<std::string> taken;
    ids_.resize(graph_.node_count());
    const auto has_id = [&](NodeId node) { return column != nullptr && column->has(node); };
    for (NodeId node = 0; node < graph_.node_count(); ++node) {
        if (!has_id(node)) continue;
        const Value id = column->get(node);
        if (!id.is(Kind::string) || id.as_string().empty()) {
            return cannot_write("a node's `id` must be a string that is not empty to be saved, and " + to_literal(id) +
                                " is not");
        }
        ids_[node] = id.as_string();
        if (!taken.insert(ids_[node]).second) return cannot_write("two nodes have the id `" + ids_[node] + "`");
    }
    for (NodeId node = 0; node < graph_.node_count(); ++node) {
        if (has_id(node)) continue;
        const std::string id = "node-" + std::to_string(node);
        ids_[node] = id;
        for (int attempt = 2; !taken.insert(ids_[node]).second; ++attempt) {
            ids_[node] = id + "-" + std::to_string(attempt);
        }
    }
    return {};
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::ranges::find(names, name) != names.end();
}

Result<void> GraphWriter::write_nodes() {
    std::map<std::string, KeyOrder, std::less<>> orders;  // by first label
    out_ += ",\n\"nodes\": [";
    for (NodeId node = 0; node < graph_.node_count(); ++node) {
        std::vector<std::string> labels;
        for (const LabelId label : graph_.labels_of(node)) labels.push_back(graph_.labels().name(label));
        std::ranges::sort(labels);
        const std::string first = labels.empty() ? std::string() : labels.front();
        auto order = orders.find(first);
        if (order == orders.end()) {
            const LabelSchema* schema = graph_.schema().label(first);
            order =
                orders.emplace(first, KeyOrder(graph_.keys(), schema == nullptr ? nullptr : &schema->properties)).first;
        }

        out_ += node == 0 ? "\n" : ",\n";
        LineObject object(out_);
        object.text("id", ids_[node]);
        if (labels.size() == 1) {
            object.text("label", first);
        } else {
            object.key("labels");
            append_strings(out_, labels);
        }
        auto keys = graph_.node_keys(node);
        order->second.sort(keys);
        for (const KeyId key : keys) {
            const std::string& name = graph_.keys().name(key);
            if (name == "id") continue;
            if (is_one_of(name, {"label", "labels"})) {
                return cannot_write("`" + ids_[node] + "` has a property `" + name +
                                    "`, which graph files keep for labels");
            }
            object.key(name);
            if (!append_value(out_, graph_.property(node, key))) {
                return cannot_write("`" + name + "` of `" + ids_[node] + "` is no number that JSON can hold");
            }
        }
        object.close();
    }
    out_ += "\n]";
    return {};
}

Result<void> GraphWriter::write_edges() {
    out_ += ",\n\"edges\": [";
    std::optional<TypeId> ordered;
    std::optional<KeyOrder> order;
    for (EdgeId edge = 0; edge < graph_.edge_count(); ++edge) {
        const TypeId type = graph_.type_of(edge);
        const std::string& type_name = graph_.types().name(type);
        if (ordered != type) {
            const RelationshipSchema* schema = graph_.schema().relationship(type_name);
            order.emplace(graph_.keys(), schema == nullptr ? nullptr : &schema->properties);
            ordered = type;
        }
        const EdgeEnds ends = graph_.ends(edge);
        out_ += edge == 0 ? "\n" : ",\n";
        LineObject object(out_);
        object.text("from", ids_[ends.source]);
        object.text("type", type_name);
        object.text("to", ids_[ends.target]);
        auto keys = graph_.edge_keys(edge);
        order->sort(keys);
        for (const KeyId key : keys) {
            const std::string& name = graph_.keys().name(key);
            const std::string edge_name = "`" + type_name + "` from `" + ids_[ends.source] + "`";
            if (is_one_of(name, {"from", "type", "to"})) {
                return cannot_write(edge_name + " has a property `" + name +
                                    "`, which graph files keep for the edge itself");
            }
            object.key(name);
            if (!append_value(out_, graph_.edge_property(edge, key))) {
                return cannot_write("`" + name + "` of " + edge_name + " is no number that JSON can hold");
            }
        }
        object.close();
    }
    out_ += "\n]\n}\n";
    return {};
}

}  // namespace

Result<std::string> write_graph(const PropertyGraph& graph) {
    return GraphWriter(graph).write();
}

}  // namespace confer::engine::load
