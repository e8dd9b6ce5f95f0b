// Tested by suites/loading/write_graph_test.cpp.
#include "load/graph_head.h"

#include <string_view>
#include <utility>
#include <vector>

#include "load/json_text_internal.h"

namespace confer::engine::load {

namespace {

class HeadWriter {
public:
    HeadWriter(const PropertyGraph& graph, std::string& out) : graph_(graph), out_(out) {}
    void write() {
        write_description();
        write_schema();
    }

private:
    void write_description();
    void write_schema();
    void write_properties(const std::vector<PropertySchema>& properties);

    const PropertyGraph& graph_;
    std::string& out_;
};

void HeadWriter::write_description() {
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

void HeadWriter::write_schema() {
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

void HeadWriter::write_properties(const std::vector<PropertySchema>& properties) {
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

}  // namespace

void open_graph_head(const PropertyGraph& graph, std::string& out) {
    HeadWriter(graph, out).write();
}

std::string graph_head(const PropertyGraph& graph) {
    std::string head;
    open_graph_head(graph, head);
    return head + "\n}\n";
}

}  // namespace confer::engine::load
