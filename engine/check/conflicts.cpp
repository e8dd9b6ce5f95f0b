// Claims that speak against one another between the same two nodes.
#include <algorithm>

#include "check/reader_internal.h"

namespace confer::engine::check {

namespace {

void find_both(const Reader& reader, bool RelationshipSchema::*one, bool RelationshipSchema::*other, Lint lint,
               Findings& findings) {
    const Topology& topology = reader.graph().topology();
    const std::vector<Reader::Type> favouring = reader.types_that(one);
    for (const Reader::Type& against : reader.types_that(other)) {
        for (EdgeId edge = topology.first_edge(against.id); edge < topology.first_edge(against.id + 1U); ++edge) {
            const EdgeEnds ends = topology.ends(edge);
            for (const Reader::Type& in_favour : favouring) {
                const Neighbours there = topology.adjacency(in_favour.id, Direction::outgoing)[ends.source];
                const auto found = std::ranges::lower_bound(there.nodes, ends.target);
                if (found == there.nodes.end() || *found != ends.target) continue;
                const EdgeId claim = there.edges[static_cast<std::size_t>(found - there.nodes.begin())];
                findings.add(lint, [&]() -> Finding {
                    return {{},
                            reader.sentence(claim) + ", but also: " + reader.sentence(edge),
                            {reader.edge(claim), reader.edge(edge)},
                            {}};
                });
            }
        }
    }
}

}  // namespace

void check_conflicts(const Reader& graph, Findings& findings) {
    find_both(graph, &RelationshipSchema::serves, &RelationshipSchema::warns, Lint::serves_despite_warning, findings);
    find_both(graph, &RelationshipSchema::component, &RelationshipSchema::denies, Lint::has_what_it_denies, findings);
}

}  // namespace confer::engine::check
