#pragma once
// Cardinality: how many rows a pattern will probably give, from the graph's own counts.
//
// Label and type counts are exact; which labels stand at the ends of a type is read from a sample of its
// relationships; conditions have fixed guesses, or the number of distinct values in a sample of the column.
//
// Ownership  refers to the graph.
// Threads    immutable.
// Cost       a few microseconds a question, whatever the graph's size.
#include "graph/property_graph.h"
#include "semantics/typed_query.h"

namespace confer::engine::plan {

class Cardinality {
public:
    explicit Cardinality(const PropertyGraph& graph) : graph_(&graph) {}

    double all_nodes() const { return static_cast<double>(graph_->node_count()); }
    // Nodes that carry `label`; nodes for which the test holds (null: all).
    double nodes_with(std::string_view label) const;
    double nodes_with(const typed::LabelTest* test) const;

    // Pairs (relationship, direction) of the given types that lead from a node for which `from` holds to one for
    // which `to` holds. Tests may be null.
    double relationships(const typed::LabelTest* types, typed::Towards towards, const typed::LabelTest* from,
                         const typed::LabelTest* to) const;

    // The share of rows for which a condition is probably true, in (0, 1].
    double selectivity(const typed::Expr& condition) const;

    bool types_overlap(const typed::LabelTest* a, const typed::LabelTest* b) const;
    // Whether there may be a node for which both tests hold; exact where it is false. Null: holds for all.
    bool may_be_same_node(const typed::LabelTest* a, const typed::LabelTest* b) const;

private:
    double equality_selectivity(const typed::Expr& a, const typed::Expr& b) const;

    const PropertyGraph* graph_;
};

}  // namespace confer::engine::plan
