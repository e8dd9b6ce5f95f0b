#include "session/provenance.h"

#include <algorithm>

#include "graph/node_text.h"

namespace confer::engine {
namespace {

constexpr std::string_view sources_key = "sources";

Value property_called(const PropertyGraph& graph, NodeId node, std::string_view key) {
    const auto id = graph.keys().find(key);
    return id ? graph.property(node, *id) : Value();
}

}  // namespace

Source describe_source(const PropertyGraph& graph, std::string_view id) {
    Source source;
    source.id = id;
    const auto node = graph.find(id);
    if (!node) return source;
    source.title = text_of(graph, *node, "title");
    if (source.title.empty()) source.title = text_of(graph, *node, "name");
    source.authors = text_of(graph, *node, "authors");
    source.publisher = text_of(graph, *node, "publisher");
    source.url = text_of(graph, *node, "url");
    source.quality = text_of(graph, *node, "quality");
    source.weak = source.quality == weak_quality;
    const Value year = property_called(graph, *node, "year");
    if (year.is(Kind::integer)) source.year = year.as_integer();
    return source;
}

Provenance::Provenance(Answer& answer) : answer_(answer) {}

void Provenance::cite(const Value& evidence) {
    answer_.citations.push_back(all_cited_by(evidence));
}

void Provenance::cite_by_cell(const Value& evidence) {
    std::vector<Answer::Cited>& cells = answer_.cell_citations.emplace_back();
    for (const Value& cell : evidence.as_list()) cells.push_back(all_cited_by(cell));
    cite(evidence);
}

Answer::Cited Provenance::all_cited_by(const Value& evidence) {
    Answer::Cited cited;
    collect(evidence, cited);
    std::sort(cited.begin(), cited.end());
    cited.erase(std::unique(cited.begin(), cited.end()), cited.end());
    return cited;
}

void Provenance::collect(const Value& evidence, std::vector<std::uint32_t>& cited) {
    if (evidence.is(Kind::list)) {
        const auto items = evidence.as_list();
        const bool names_them =
            std::any_of(items.begin(), items.end(), [](const Value& item) { return item.is(Kind::string); });
        if (names_them) return add_footnotes(evidence, cited);
        for (const Value& item : items) collect(item, cited);
    } else if (evidence.is(Kind::relationship)) {
        const std::vector<std::uint32_t>& footnotes = cited_by(evidence.as_relationship());
        cited.insert(cited.end(), footnotes.begin(), footnotes.end());
    } else if (evidence.is(Kind::node)) {
        add_footnotes(property_called(*answer_.graph, evidence.as_node(), sources_key), cited);
    }
}

const std::vector<std::uint32_t>& Provenance::cited_by(EdgeId edge) {
    const auto [found, is_new] = cited_by_edge_.try_emplace(edge);
    if (is_new) {
        const PropertyGraph& graph = *answer_.graph;
        const auto key = graph.keys().find(sources_key);
        if (key) add_footnotes(graph.edge_property(edge, *key), found->second);
    }
    return found->second;
}

void Provenance::add_footnotes(const Value& sources, std::vector<std::uint32_t>& cited) {
    if (!sources.is(Kind::list)) return;
    for (const Value& id : sources.as_list()) {
        if (id.is(Kind::string)) cited.push_back(footnote(id.as_string()));
    }
}

std::uint32_t Provenance::footnote(std::string_view id) {
    const auto [found, is_new] =
        footnotes_.try_emplace(std::string(id), static_cast<std::uint32_t>(answer_.sources.size()));
    if (is_new) answer_.sources.push_back(describe_source(*answer_.graph, id));
    return found->second;
}

}  // namespace confer::engine
