#include <algorithm>

#include "check/reader_internal.h"
#include "graph/lexicon.h"
#include "graph/node_text.h"

namespace confer::engine::check {

namespace {

std::vector<std::string> strings_of(const Value& value) {
    std::vector<std::string> out;
    if (!value.is(Kind::list)) return out;
    for (const Value& item : value.as_list()) {
        if (item.is(Kind::string)) out.emplace_back(item.as_string());
    }
    return out;
}

}  // namespace

std::string Reader::sentence(EdgeId edge) const {
    const EdgeEnds ends = graph_.ends(edge);
    const std::string& type = graph_.types().name(graph_.type_of(edge));
    const RelationshipSchema* schema = graph_.schema().relationship(type);
    std::string verb = schema == nullptr ? "" : verb_phrase(*schema, Direction::outgoing, VerbForm::singular);
    if (verb.empty()) verb = type;
    return title(ends.source) + " " + verb + " " + title(ends.target);
}

std::string Reader::text(NodeId node, std::string_view key) const {
    return text_of(graph_, node, key);
}

std::optional<std::int64_t> Reader::number(NodeId node, std::string_view key) const {
    const auto id = graph_.keys().find(key);
    if (!id) return std::nullopt;
    const Value value = graph_.property(node, *id);
    return value.is(Kind::integer) ? std::optional(value.as_integer()) : std::nullopt;
}

std::vector<std::string> Reader::texts(NodeId node, std::string_view key) const {
    const auto id = graph_.keys().find(key);
    return id ? strings_of(graph_.property(node, *id)) : std::vector<std::string>{};
}

std::vector<std::string> Reader::edge_texts(EdgeId edge, std::string_view key) const {
    const auto id = graph_.keys().find(key);
    return id ? strings_of(graph_.edge_property(edge, *id)) : std::vector<std::string>{};
}

bool Reader::declares(std::string_view label, std::string_view key) const {
    const LabelSchema* schema = graph_.schema().label(label);
    return schema != nullptr &&
           std::ranges::find(schema->properties, key, &PropertySchema::name) != schema->properties.end();
}

bool Reader::has_labels(NodeId node, const std::vector<std::string>& names) const {
    return names.empty() || std::ranges::any_of(names, [&](const std::string& name) {
               const auto label = graph_.labels().find(name);
               return label && graph_.has_label(node, *label);
           });
}

std::vector<Reader::Type> Reader::types_that(bool RelationshipSchema::*flag) const {
    std::vector<Type> out;
    for (const RelationshipSchema& type : graph_.schema().relationships) {
        if (!(type.*flag)) continue;
        if (const auto id = graph_.types().find(type.name)) out.push_back({*id, &type});
    }
    return out;
}

Cited cited_by_claims(const Reader& reader) {
    const PropertyGraph& graph = reader.graph();
    Cited out;
    out.nodes.resize(graph.node_count());
    const auto add = [&](const std::vector<std::string>& sources) {
        for (const std::string& id : sources) {
            const auto source = graph.find(id);
            if (!source || out.nodes[*source]) continue;
            out.nodes[*source] = true;
            out.labels.insert(graph.labels_of(*source).begin(), graph.labels_of(*source).end());
        }
    };
    if (!graph.keys().find("sources")) return out;
    for (NodeId node = 0; node < graph.node_count(); ++node) add(reader.texts(node, "sources"));
    for (EdgeId edge = 0; edge < graph.edge_count(); ++edge) add(reader.edge_texts(edge, "sources"));
    return out;
}

}  // namespace confer::engine::check
