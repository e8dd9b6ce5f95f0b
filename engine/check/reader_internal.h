#pragma once
// Reader: what the lints ask of a graph.
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "check/finding.h"
#include "graph/property_graph.h"

namespace confer::engine::check {

class Reader {
public:
    explicit Reader(const PropertyGraph& graph) : graph_(graph) {}

    const PropertyGraph& graph() const { return graph_; }

    Element node(NodeId node) const { return {id_of(node), {}, {}}; }
    Element edge(EdgeId edge) const {
        const EdgeEnds ends = graph_.ends(edge);
        return {id_of(ends.source), graph_.types().name(graph_.type_of(edge)), id_of(ends.target)};
    }
    std::string title(NodeId node) const { return "`" + graph_.title(node) + "`"; }
    // "`Gestalt therapy` uses `Empty chair`", in the schema's words where it has some.
    std::string sentence(EdgeId edge) const;

    std::string text(NodeId node, std::string_view key) const;
    std::optional<std::int64_t> number(NodeId node, std::string_view key) const;
    // The texts of a list; none where there is no such list.
    std::vector<std::string> texts(NodeId node, std::string_view key) const;
    std::vector<std::string> edge_texts(EdgeId edge, std::string_view key) const;

    bool declares(std::string_view label, std::string_view key) const;
    bool has_labels(NodeId node, const std::vector<std::string>& names) const;  // any of them; true for none

    // The types of the graph whose schema has the flag set.
    struct Type {
        TypeId id;
        const RelationshipSchema* schema;
    };
    std::vector<Type> types_that(bool RelationshipSchema::*flag) const;

private:
    std::string id_of(NodeId node) const { return text(node, "id"); }

    const PropertyGraph& graph_;
};

// What `sources` of nodes and relationships name.
struct Cited {
    std::vector<bool> nodes;   // by id
    std::set<LabelId> labels;  // of these nodes: those of sources
};
Cited cited_by_claims(const Reader& graph);

// ---- the lints, by what they look at
void check_sources(const Reader& graph, const Cited& cited, Findings& findings);
void check_names(const Reader& graph, Findings& findings);
void check_descent(const Reader& graph, Findings& findings);
void check_conflicts(const Reader& graph, Findings& findings);
void check_completeness(const Reader& graph, const Cited& cited, Findings& findings);

}  // namespace confer::engine::check
