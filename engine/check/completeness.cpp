// What is missing: relationships, summaries, groups, coverage.
#include <algorithm>

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

void check_node(const Reader& reader, NodeId node, const Cited& cited, Findings& findings) {
    constexpr std::size_t many = 5;
    const PropertyGraph& graph = reader.graph();
    const auto labels = graph.labels_of(node);
    const std::size_t degree = degree_of(graph, node);
    const bool is_source = std::ranges::any_of(labels, [&](LabelId label) { return cited.labels.contains(label); });
    if (degree == 0 && !is_source) {  // no relationship needs to join what is cited
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

void check_completeness(const Reader& graph, const Cited& cited, Findings& findings) {
    for (NodeId node = 0; node < graph.graph().node_count(); ++node) check_node(graph, node, cited, findings);
    check_groups(graph, findings);
    check_coverage(graph, findings);
}

}  // namespace confer::engine::check
