#pragma once
// Similarity: how alike two things are in what they are made of, and which things are most like one of them.
//
// Things are compared as sets of components: A component counts once, however it is joined. Of two sets A and B,
//
//   jaccard   |A ∩ B| / |A ∪ B|               in common, of all that either has
//   overlap   |A ∩ B| / min(|A|, |B|)         in common, of what the smaller one has
//   cosine    |A ∩ B| / √(|A| · |B|)          between the two: the cosine of the sets as vectors
//   weighted  w(A ∩ B) / w(A ∪ B)             as jaccard, but what few things have says more
//
// where w adds up ln(1 + N / n) over the components, n of the N things to compare among having that component.
// Coefficients lie from 0 to 1, and there is none where there is nothing to divide by.
//
// What is not recorded counts as not there, so that the numbers are about the records as much as about the things: with
// sets of very different sizes jaccard can't exceed the ratio of the two.
//
// Threads    pure functions on a snapshot; a Rarity belongs to one thread.
// Errors     whatever the limits say.
// Source     Jaccard, "Étude comparative de la distribution florale", 1901; overlap: Szymkiewicz, "Une contribution
//            statistique à la géographie floristique", 1934, and Simpson, "Notes on the measurement of faunal
//            resemblance", 1960; cosine of sets: Ochiai, "Zoogeographical studies on the soleoid fishes", 1957;
//            weighting by rarity: Spärck Jones, "A statistical interpretation of term specificity", 1972, in the form
//            of Zobel and Moffat, "Exploring the similarity space", 1998; weighted jaccard: Ružička, 1958.
#include <cstddef>
#include <optional>
#include <unordered_map>
#include <vector>

#include "base/cancel.h"
#include "graph/property_graph.h"

namespace confer::engine::comparison {

// What things are compared by.
struct Basis {
    std::vector<TypeId> types;    // relationship types, from a thing to its components
    std::vector<LabelId> labels;  // of the components that count; none: any
    std::vector<LabelId> among;   // of the things that rarity is counted among; none: any
};

using Components = std::vector<NodeId>;  // ascending, each once
Components components_of(const PropertyGraph& graph, const Basis& basis, NodeId thing);

// How much it says that something has a component. REQUIRES: graph and basis outlive it.
class Rarity {
public:
    Rarity(const PropertyGraph& graph, const Basis& basis);

    // ln(1 + N / n). A component that nothing has weighs as much as one that one thing has. First asked: linear in
    // those who have it.
    double weight(NodeId component);
    double weight(const Components& components);
    // The things, of those to compare among, that have the component; ascending.
    std::vector<NodeId> wholes_of(NodeId component) const;

private:
    const PropertyGraph& graph_;
    const Basis& basis_;
    double things_ = 0;
    std::unordered_map<NodeId, double> weights_;
};

struct Similarity {
    std::size_t size = 0, other_size = 0, shared = 0;
    double weight = 0, other_weight = 0, shared_weight = 0;

    std::optional<double> jaccard() const;
    std::optional<double> overlap() const;
    std::optional<double> cosine() const;
    std::optional<double> weighted() const;
};

Similarity similarity(const Components& one, const Components& other, Rarity& rarity);

struct Alike {
    NodeId thing = no_id;
    Similarity similarity;  // the thing that was asked about is `one`
    Components shared;      // the rarest first
};

// The things to compare among that share a component with `thing`, which is not one of them; the most alike by
// weighted() first, then by their numbers. Linear in their components and in those who have what `thing` has.
Result<std::vector<Alike>> most_alike(const PropertyGraph& graph, const Basis& basis, NodeId thing,
                                      const RunLimits& limits);

}  // namespace confer::engine::comparison
