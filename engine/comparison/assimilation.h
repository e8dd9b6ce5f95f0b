#pragma once
// assimilate: assimilative integration: what one home could take in from others: components that it lacks and is not
// said to do without, of things that serve the needs; from what is closest to home first.
//
// Closeness is that of the component sets, as Jaccard has it: how many components the two share, of all that either
// has. A component serves the needs when its whole is said to, or it is itself (see claims); what is warned of is left
// out, be it the component or the whole.
//
// Errors     whatever the limits say.
// Cost       linear in the relationships of what serves the needs, and of its components; without needs, of all things
//            with a label of the home's.
// Source     Messer, "A critical examination of belief structures in integrative and eclectic psychotherapy", in
//            Norcross and Goldfried (eds.), Handbook of Psychotherapy Integration, 1992; docs/integration.md.
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
    std::vector<Claim> claims;  // of the component itself, else of the closest donor: the best for each need
};

struct Assimilation {
    std::vector<Taken> taken;      // type by type in the schema's order of components, then from the closest donor on
    std::vector<NodeId> left_out;  // what would have been there, but for a warning
    std::vector<NodeId> refused;   // components that the home is said to do without; ascending
};

// `from`: where components may come from; what is a group stands for all that belongs to it. Empty: from anywhere.
// Without needs, from anything.
Result<Assimilation> assimilate(const Claims& claims, NodeId home, std::span<const NodeId> from,
                                const RunLimits& limits);

}  // namespace confer::engine::comparison
