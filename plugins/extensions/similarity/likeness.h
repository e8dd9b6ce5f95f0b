#pragma once
// Likeness: how alike two things are in what they are made of.
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
// Source     Jaccard, "Étude comparative de la distribution florale", 1901; overlap: Szymkiewicz, "Une contribution
//            statistique à la géographie floristique", 1934, and Simpson, "Notes on the measurement of faunal
//            resemblance", 1960; cosine of sets: Ochiai, "Zoogeographical studies on the soleoid fishes", 1957;
//            weighting by rarity: Spärck Jones, "A statistical interpretation of term specificity", 1972, in the form
//            of Zobel and Moffat, "Exploring the similarity space", 1998; weighted jaccard: Ružička, 1958.
#include <cstddef>
#include <optional>

namespace confer::similarity {

struct Likeness {
    std::size_t size = 0, other_size = 0, shared = 0;
    double weight = 0, other_weight = 0, shared_weight = 0;

    std::optional<double> jaccard() const;
    std::optional<double> overlap() const;
    std::optional<double> cosine() const;
    std::optional<double> weighted() const;
};

}  // namespace confer::similarity
