#pragma once
// PatternBuild: what match.cpp and match_steps.cpp know about one MATCH while they plan it.
#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "plan/planner_internal.h"

namespace confer::engine::plan {

struct PatternBuild {
    typed::PatternGraph pattern;
    std::vector<Conjunct> waiting;
    std::vector<std::vector<std::size_t>> nodes, relationships;  // by component; without those that are searched for
    std::vector<std::vector<bool>> told_apart;                   // by pair of relationships
    std::vector<bool> kept_distinct;                             // from all that were bound with it or before it
    std::map<VarId, Through> through;                            // by the variable of a relationship

    VarId node_variable(std::size_t node) const { return pattern.nodes[node].variable; }
    bool is_through(std::size_t relationship) const {
        return through.contains(pattern.relationships[relationship].variable);
    }

    void tell_apart(std::size_t a, std::size_t b) { told_apart[a][b] = told_apart[b][a] = true; }
};

// A waiting `node.id = X` or `node.id IN X` whose X can be computed from `available`.
struct Seek {
    std::size_t conjunct;
    std::size_t operand;  // where X stands
    bool any_of;
};
std::optional<Seek> find_seek(const std::vector<Conjunct>& waiting, VarId node, const VarSet& available);

// The waiting condition that the node has one certain label; the rarest such.
std::optional<std::size_t> find_label(const std::vector<Conjunct>& waiting, VarId node, const Cardinality& cardinality);

typed::Towards turned(typed::Towards towards);

const std::string* single_label(const typed::Expr& condition, VarId node);

// The variables that a pattern binds.
VarSet added_by(const typed::PatternGraph& pattern);

// all(each IN list WHERE condition AND …)
typed::ExprPtr for_each_relationship(VarId each, ValueType each_type, typed::ExprPtr list,
                                     std::vector<typed::ExprPtr> conditions);

}  // namespace confer::engine::plan
