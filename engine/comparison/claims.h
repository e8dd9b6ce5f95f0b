#pragma once
// Claims: what sources say serves a need: which technique is for which condition, how well that is supported, and what
// is warned of.
//
// A need is served by what a `serves` relationship joins with it, or with something narrower (anxiety, by what treats
// panic disorder). What is said of a whole is a claim for its components, too, but a weaker one: the whole may owe it
// to another part. What a `warns` relationship joins with one of the needs, or with something narrower or broader,
// serves none of them; nor does anything that is narrower or broader than what is warned of.
//
// Where not all relationships count, warnings and denials still do, whoever says so.
//
// Ownership  refers to the graph and to what counts, which outlive it.
// Threads    immutable once built.
// Cost       building: linear in the relationships around the needs.
// Source     the roles of relationship types and the order of grades: docs/data.md; what is made of them:
//            docs/integration.md.
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "comparison/roles.h"

namespace confer::engine::comparison {

struct Claim {
    std::size_t need = 0;     // its place among the needs
    NodeId said_of = no_id;   // the thing itself, or a whole that it is a component of
    NodeId said_for = no_id;  // the need, or something narrower
    EdgeId serves = no_id;    // the relationship between the two
    // The lower, the more speaks for it: what is said of a whole ranks after all that is said of a thing itself; then
    // the best grade counts; then what is said of something narrower ranks after what is said of the need.
    std::uint32_t rank = 0;
};

// Why something serves no need.
struct Warning {
    NodeId warned = no_id;  // the thing itself, or something narrower or broader
    EdgeId edge = no_id;    // the relationship that says so
};

class Claims {
public:
    // REQUIRES: the graph is finished.
    Claims(const PropertyGraph& graph, std::span<const NodeId> needs, const Counted* counted = nullptr);

    const PropertyGraph& graph() const { return graph_; }
    const Roles& roles() const { return roles_; }
    const Counted* counted() const { return counted_; }
    std::span<const NodeId> needs() const { return needs_; }
    std::uint32_t ranks() const { return 4 * grades_; }  // all ranks are below

    // Whatever something is said of, warned of or not; ascending.
    std::vector<NodeId> subjects() const;
    bool has_claims(NodeId thing) const { return said_.contains(thing); }
    // What is said of the thing itself; nothing when it is warned of.
    std::vector<Claim> of(NodeId thing) const;
    // The same, as claims for its components.
    std::vector<Claim> through(NodeId whole) const;
    // What has the component, is not warned of, and is not said to do without it; ascending.
    std::vector<NodeId> wholes_of(NodeId component) const;

    // Null: nobody warns of it.
    const Warning* warning(NodeId thing) const;
    // Whether the whole is said to do without the component, or without something broader.
    bool denies(NodeId whole, NodeId component) const;

    // What sources say about the evidence, each grade once, the best first.
    std::vector<std::string> grades_on(EdgeId edge) const;

private:
    void order_grades();
    void note_claims(std::size_t need);
    void note_warnings(NodeId need);
    std::uint32_t rank_of(std::string_view grade) const;

    const PropertyGraph& graph_;
    Roles roles_;
    std::vector<NodeId> needs_;
    const Counted* counted_;
    std::vector<std::string> order_;             // of grades, best first
    std::uint32_t grades_ = 1;                   // as many ranks as grades have
    std::map<NodeId, std::vector<Claim>> said_;  // by what they are said of
    std::map<NodeId, Warning> warnings_;
};

}  // namespace confer::engine::comparison
