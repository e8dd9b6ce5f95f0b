#pragma once
// neighbours: what operators ask of sorted lists of neighbours.
//
// Shapes     a list is ascending and may hold a node several times: parallel relationships.
#include <algorithm>
#include <span>

#include "exec/ops/expand.h"

namespace confer::engine::exec {

// How often `node` is in the list. O(log n).
inline std::size_t count_of(std::span<const NodeId> list, NodeId node) {
    const auto [first, last] = std::equal_range(list.begin(), list.end(), node);
    return static_cast<std::size_t>(last - first);
}

// Whether two relationships of one leg may lead from one node to the same node; several legs always may.
inline bool may_be_parallel(const PropertyGraph& graph, std::span<const Leg> legs) {
    return legs.size() != 1 || graph.statistics().has_parallel(legs.front().type);
}

// Calls visit(node, times in a, times in b) for each node in both lists, ascending.
// Cost: O(shorter log longer) where one is much longer, else O(a + b).
// Source: galloping after Bentley and Yao, "An almost optimal algorithm for unbounded searching", IPL 5(3), 1976.
template <class Visit>
void each_common(std::span<const NodeId> a, std::span<const NodeId> b, Visit&& visit) {
    const auto advance = [](std::span<const NodeId> list, std::size_t from, NodeId to, bool gallop) {
        if (!gallop) {
            while (from < list.size() && list[from] < to) ++from;
            return from;
        }
        std::size_t step = 1, last = from;
        while (from < list.size() && list[from] < to) {
            last = from + 1;
            from += step;
            step *= 2;
        }
        const auto begin = list.begin();
        const auto found = std::lower_bound(begin + static_cast<std::ptrdiff_t>(last),
                                            begin + static_cast<std::ptrdiff_t>(std::min(from, list.size())), to);
        return static_cast<std::size_t>(found - begin);
    };
    const bool gallop_a = a.size() / 16 > b.size(), gallop_b = b.size() / 16 > a.size();
    for (std::size_t i = 0, k = 0; i < a.size() && k < b.size();) {
        if (a[i] < b[k]) {
            i = advance(a, i, b[k], gallop_a);
        } else if (b[k] < a[i]) {
            k = advance(b, k, a[i], gallop_b);
        } else {
            const NodeId node = a[i];
            const std::size_t first = i, other_first = k;
            while (i < a.size() && a[i] == node) ++i;
            while (k < b.size() && b[k] == node) ++k;
            visit(node, i - first, k - other_first);
        }
    }
}

}  // namespace confer::engine::exec
