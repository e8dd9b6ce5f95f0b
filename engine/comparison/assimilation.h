#pragma once
// assimilate: assimilative integration: what one home could take in from others: components that it lacks and is not
// said to do without, of things that serve the needs; what is nearest to home first.
//
// Closeness is that of the component sets, as Jaccard has it: how many components the two share, of all that either
// has. A component is near to home as far as what has it is close to home, each for itself, so its nearness is the
// noisy-or over all that have it, whether or not they serve the needs: 1 - (1 - c1)(1 - c2) … What several close things
// have is nearer than what only the closest has; so the components of one donor don't stand in a row for its sake.
//
// A component serves the needs when its whole is said to, or it is itself (see claims); what is warned of is left out,
// be it the component or the whole.
//
// Errors     whatever the limits say.
// Cost       linear in the relationships of what serves the needs, of its components, and of what has them; without
//            needs, of all things with a label of the home's.
// Source     Messer, "A critical examination of belief structures in integrative and eclectic psychotherapy", in
//            Norcross and Goldfried (eds.), Handbook of Psychotherapy Integration, 1992; noisy-or: Pearl, Probabilistic
//            Reasoning in Intelligent Systems, 1988, ch. 4; docs/integration.md.
#include <span>
#include <vector>

#include "base/cancel.h"
#include "comparison/claims.h"

namespace confer::engine::comparison {

// Something that components may come from.
struct Donor {
    NodeId whole = no_id;
    std::vector<NodeId> shared = {};  // its components that the home has, too; ascending
    double closeness = 0;             // 0 to 1
};

struct Taken {
    NodeId component = no_id;
    std::vector<Donor> donors;  // one or more, closest first
    std::size_t elsewhere = 0;  // how many things other than the home have it
    double nearness = 0;        // 0 to 1: of all of them together
    std::vector<Claim> claims;  // of the component itself, else of the closest donor: the best for each need
};

struct Assimilation {
    std::vector<Taken> taken;      // type by type in the schema's order of components, then the nearest first
    std::vector<NodeId> left_out;  // what would have been there, but for a warning
    std::vector<NodeId> refused;   // components that the home is said to do without; ascending
};

// `from`: where components may come from; what is a group stands for all that belongs to it. Empty: from anywhere.
// Without needs, from anything.
Result<Assimilation> assimilate(const Claims& claims, NodeId home, std::span<const NodeId> from,
                                const RunLimits& limits);

}  // namespace confer::engine::comparison
