#pragma once
// select: technical eclecticism: a few things of one kind, from different groups, that together serve the needs.
//
// The lightest choice is taken (set_cover). A claim weighs as much as its rank; a thing, as much as there are grades,
// which is half as much as a claim for a whole weighs more than one for the thing itself. So a thing more is worth it
// when it brings something that is said of the thing itself instead of a whole, or is much better graded. A thing is
// from a group when it belongs to it, or is a component of what belongs to it: of any such whole, if something is said
// of the thing itself, else of those of which it is said. What is there for its group alone is there with its best
// claim. Among equals, what is a component of more such wholes is preferred, then the alphabet.
//
// Errors     whatever the limits say.
// Cost       see set_cover; around it, linear in the relationships of what serves the needs, and of its components.
// Source     technical eclecticism: Lazarus, "In support of technical eclecticism", Psychological Reports 21, 1967;
//            docs/integration.md.
#include <optional>
#include <vector>

#include "base/cancel.h"
#include "comparison/claims.h"

namespace confer::engine::comparison {

struct Chosen {
    NodeId thing = no_id;
    std::optional<NodeId> group = {};  // that it is counted for; each group at most once
    NodeId whole = no_id;              // by which it is from that group; no_id: it belongs there itself
    std::vector<Claim> claims = {};    // the best for each need that it is chosen for, in the order of the needs
};

struct Selection {
    std::vector<Chosen> chosen;    // by the needs that they serve
    std::vector<NodeId> unserved;  // needs that nothing serves
    std::vector<NodeId> left_out;  // what would have served, but for a warning
    std::size_t groups = 0;        // how many are represented
    std::size_t candidates = 0;    // of how many things these are chosen
    bool is_best = false;          // whether it is known that no choice is lighter
};

// The things have the label.
Result<Selection> select(const Claims& claims, LabelId label, std::size_t least_groups, const RunLimits& limits);

}  // namespace confer::engine::comparison
