// What is missing: relationships, summaries, groups, coverage.
#include <algorithm>
#include <set>

#include "check/coverage.h"
#include "check/reader_internal.h"
#include "graph/lexicon.h"

namespace confer::engine::check {

namespace {

std::size_t degree_of(const PropertyGraph& graph, NodeId node) {
    std::size_t degree = 0;
    for (std::size_t type = 0; type < graph.topology().type_count(); ++type) {
        for (const Direction way : {Direction::outgoing, Direction::incoming}) {
            degree += graph.topology().adjacency(static_cast<TypeId>(type), way).degree(node);
        }
    }
    return degree;
}

// The labels of what `sources` hold: no relationship needs to join such nodes.
std::set<LabelId> labels_of_sources(const Reader& reader) {
    std::set<LabelId> out;
    const PropertyGraph& graph = reader.graph();
    const auto add = [&](const std::vector<std::string>& sources) {
        for (const std::string& id : sources) {
            const auto source = graph.find(id);
            if (source) out.insert(graph.labels_of(*source).begin(), graph.labels_of(*source).end());
        }
    };
    if (!graph.keys().find("sources")) return out;
    for (NodeId node = 0; node < graph.node_count(); ++node) add(reader.texts(node, "sources"));
    for (EdgeId edge = 0; edge < graph.edge_count(); ++edge) add(reader.edge_texts(edge, "sources"));
    return out;
}

void check_node(const Reader& reader, NodeId node, const std::set<LabelId>& beside, Findings& findings) {
    constexpr std::size_t many = 5;
    const PropertyGraph& graph = reader.graph();
    const auto labels = graph.labels_of(node);
    const std::size_t degree = degree_of(graph, node);
    if (degree == 0 && std::ranges::none_of(labels, [&](LabelId label) { return beside.contains(label); })) {
        findings.add(Lint::orphan, [&]() -> Finding {
            return {{}, reader.title(node) + " has no relationship", {reader.node(node)}, {}};
        });
    }
    const bool is_described = std::ranges::any_of(labels, [&](LabelId label) {
        const std::string& name = graph.labels().name(label);
        return reader.declares(name, "summary") && reader.declares(name, "coverage");
    });
    if (is_described && degree >= many && reader.text(node, "summary").empty()) {
        findings.add(Lint::missing_summary, [&]() -> Finding {
            return {{},
                    reader.title(node) + " has " + std::to_string(degree) + " relationships and no summary",
                    {reader.node(node)},
                    {}};
        });
    }
    for (const std::string& type : reader.texts(node, "coverage")) {
        if (graph.schema().empty() || graph.schema().relationship(type) != nullptr) continue;
        findings.add(Lint::unknown_coverage, [&]() -> Finding {
            return {{},
                    "the coverage of " + reader.title(node) + " names `" + type + "`, which is no relationship type",
                    {reader.node(node)},
                    {}};
        });
    }
}

void check_groups(const Reader& reader, Findings& findings) {
    for (const Reader::Type& type : reader.types_that(&RelationshipSchema::groups)) {
        const Adjacency& groups = reader.graph().topology().adjacency(type.id, Direction::outgoing);
        for (const std::string& name : type.schema->from) {
            const auto label = reader.graph().labels().find(name);
            if (!label) continue;
            for (const NodeId node : reader.graph().nodes_with(*label)) {
                if (groups.degree(node) > 0) continue;
                findings.add(Lint::no_group, [&]() -> Finding {
                    return {{}, reader.title(node) + " has no " + type.schema->name, {reader.node(node)}, {}};
                });
            }
        }
    }
}

void check_coverage(const Reader& reader, Findings& findings) {
    for (const CoverageOfNode& each : coverage(reader.graph()).nodes) {
        if (2 * each.covered >= each.coverable) continue;
        findings.add(Lint::thin_coverage, [&]() -> Finding {
            return {{},
                    reader.title(each.node) + " is covered for " + std::to_string(each.covered) + " of " +
                        std::to_string(each.coverable) + " component types",
                    {reader.node(each.node)},
                    {}};
        });
    }
}

}  // namespace

void check_completeness(const Reader& graph, Findings& findings) {
    const std::set<LabelId> beside = labels_of_sources(graph);
    for (NodeId node = 0; node < graph.graph().node_count(); ++node) check_node(graph, node, beside, findings);
    check_groups(graph, findings);
    check_coverage(graph, findings);
}

}  // namespace confer::engine::check
