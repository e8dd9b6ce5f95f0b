#pragma once
// SortPrefix: the sort keys of a row in 128 bits, so that most comparisons of a sort are one of two words.
//
// Keys are packed one after the other, each in as many bits as the rows at hand need: integers as their distance from
// the smallest, nodes and relationships as ids, floats in their total order, booleans in two bits, a few texts of many
// rows by their rank among them; other texts take what is left for their first bytes. What does not fit is left to
// SortRows::before.
//
// Shapes     prefix order agrees with the order of the rows; rows with the same prefix may differ, unless all keys fit.
// Cost       linear in rows and keys; ranks: a hash for each row.
// Source     key normalisation: Blasgen, Casey, Eswaran, "An encoding method for multifield sorting and indexing",
//            CACM 20(11), 1977.
#include <compare>
#include <cstdint>
#include <vector>

#include "exec/ops/sort_rows.h"

namespace confer::engine::exec {

struct SortPrefix {
    std::uint64_t high = 0, low = 0;
    friend auto operator<=>(const SortPrefix&, const SortPrefix&) = default;  // NOLINT(modernize-use-nullptr): not one
};

struct SortPrefixes {
    Array<SortPrefix> rows;
    bool exact = false;  // rows with the same prefix are equal
};

// `keys`: the columns of the keys, each with `rows` rows and not constant. Errors: interrupted, timeout.
Result<SortPrefixes> sort_prefixes(std::span<const Column> keys, std::span<const OrderKey> order, std::size_t rows,
                                   const RunLimits& limits);

}  // namespace confer::engine::exec
