#pragma once
// CountedPattern: a pattern of which a part is only counted; the rules `counts` and `products` take that part out.
//
// A node may go when nobody looks at it: nothing above reads it, and the conditions on it are its labels and that it
// is another node than one else. Its relationships go with it, under the same proviso. What the pattern says about
// relationships that must differ is kept: by a way that leaves out certain relationships (WayOn::distinct_from), by
// two ways that leave out what they share (Ways::apart), or by not going.
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "plan/cardinality.h"
#include "plan/expr_tree.h"
#include "plan/logical_plan.h"
#include "plan/var_set.h"

namespace confer::engine::plan {

// What was taken out. Each row of what is left stands for as many as the product of its counts.
struct Counted {
    std::vector<CountWays> ways;
    // By the variable of the count, which is that of a relationship in the pattern that is left.
    std::map<VarId, Through> through;

    std::vector<VarId> counts() const;
};

class CountedPattern {
public:
    // `needed`: variables that are read above; `available`: those bound before the pattern.
    CountedPattern(typed::PatternGraph& pattern, VarSet needed, const VarSet& available, const Cardinality& cardinality,
                   std::vector<typed::VariableInfo>& variables);

    // Node by node: a leaf becomes a way on from the node where it hangs. (counts.cpp)
    void take_leaves();
    // A node between two others becomes a Through between these. (products.cpp)
    void take_middles();
    // Leaves in the pattern what was not taken, and gives out the rest.
    Counted finish() &&;

private:
    static constexpr std::size_t no_node = static_cast<std::size_t>(-1);

    enum class Fate : std::uint8_t { kept, way, through };
    struct Relationship {
        Fate fate = Fate::kept;
        std::size_t host = 0, leaf = 0;  // of a way: the nodes where it begins and ends
    };
    struct Apart {
        std::size_t one, other;  // ways
        bool nodes;
    };
    struct Unequal {  // a condition a <> b between nodes
        std::size_t condition;
        VarId one, other;
    };
    // What stands against making a relationship a way.
    struct Conflicts {
        bool none_may_go = false;            // with something that a way can't leave out
        bool with_kept = false;              // with what rows still have
        std::optional<std::size_t> sibling;  // with another way from the same node
        bool nodes = false;                  // … that may not even lead to the same node
    };

    std::size_t node_of(VarId variable) const;  // or no_node
    bool may_go(std::size_t node) const { return free_[node] && !gone_[node]; }
    bool may_go_relationship(std::size_t relationship) const;
    bool may_be_same_node(std::size_t a, std::size_t b) const;
    bool may_be_same_relationship(std::size_t a, std::size_t b) const;
    // As may_be_same_relationship, of the pattern as it was at first.
    bool overlap(std::size_t a, std::size_t b) const { return overlaps_[a][b]; }
    std::vector<std::size_t> kept_at(std::size_t node) const;
    std::size_t other_end(std::size_t relationship, std::size_t node) const;
    double nodes_like(std::size_t node) const;
    bool has_anchor(std::size_t node) const;
    // The same for a relationship that goes now, or went; `besides`: another that is about to go, and does not count.
    Conflicts conflicts(std::size_t relationship, std::size_t host, std::size_t leaf,
                        std::optional<std::size_t> besides = {}, std::size_t besides_leaf = no_node) const;
    bool take_leaf(std::size_t node);
    void take_middle(std::size_t node);
    bool middle_may_go(std::size_t node) const;
    double cost_without(std::size_t node) const;
    typed::LabelTestPtr labels_of(std::size_t node);
    WayOn way_on(std::size_t relationship);
    Ways ways_from(std::size_t host);
    void put_back_conditions();
    void remove_what_went();
    VarId new_count();

    typed::PatternGraph& pattern_;
    VarSet needed_, available_;
    const Cardinality& cardinality_;
    std::vector<typed::VariableInfo>& variables_;
    std::vector<typed::ExprPtr> conditions_;
    std::vector<std::vector<std::size_t>> label_conditions_;  // by node: indexes of conditions_
    std::vector<Unequal> unequal_;
    std::vector<bool> free_, gone_, sought_;  // by node
    std::vector<Relationship> relationships_;
    std::vector<std::vector<bool>> overlaps_;  // by pair of relationships
    std::vector<Apart> apart_;
    std::map<VarId, Through> through_;
};

}  // namespace confer::engine::plan
