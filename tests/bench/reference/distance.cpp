// Q8: how far two approaches are from each other over edges of any type, by breadth-first search from both sides over
// one space of numbers: approaches, then techniques, theories, conditions and families.
#include "bench/reference/kernels.h"

namespace confer::bench::reference {
namespace {

class AllNeighbours {
public:
    explicit AllNeighbours(const Graph& graph)
        : graph_(graph),
          techniques_(graph.approaches.count()),
          theories_(techniques_ + graph.techniques.count()),
          conditions_(theories_ + graph.theories.count()),
          families_(conditions_ + graph.conditions.count()) {}

    Number count() const { return families_ + graph_.families.count(); }

    // Until `visit` says true.
    template <class Visit>
    bool each(Number x, Visit visit) const {
        const auto among = [&](const Adjacency& rows, Number i, Number base) {
            for (const Number neighbour : rows.of(i)) {
                if (visit(base + neighbour)) return true;
            }
            return false;
        };
        if (x < techniques_) {
            return among(graph_.derives_from.out, x, 0) || among(graph_.derives_from.in, x, 0) ||
                   among(graph_.belongs_to.out, x, families_) || among(graph_.draws_on.out, x, theories_) ||
                   among(graph_.approach_treats.out, x, conditions_) || among(graph_.uses.out, x, techniques_);
        }
        if (x < theories_) {
            return among(graph_.technique_treats.out, x - techniques_, conditions_) ||
                   among(graph_.uses.in, x - techniques_, 0);
        }
        if (x < conditions_) return among(graph_.draws_on.in, x - theories_, 0);
        if (x < families_) {
            return among(graph_.approach_treats.in, x - conditions_, 0) ||
                   among(graph_.technique_treats.in, x - conditions_, techniques_);
        }
        return among(graph_.belongs_to.in, x - families_, 0);
    }

private:
    const Graph& graph_;
    Number techniques_, theories_, conditions_, families_;
};

}  // namespace

Rows Kernels::distance(const Parameters& parameters) {
    const AllNeighbours neighbours(graph_);
    side_mark_.resize(neighbours.count());
    side_run_ += 2;  // marks of the two sides: side_run_ and side_run_ + 1
    const Number from = approach(parameters, "a"), to = approach(parameters, "b");
    if (from == to) return {{0}};
    std::vector<Number> frontiers[2] = {{from}, {to}}, next;
    side_mark_[from] = side_run_;
    side_mark_[to] = side_run_ + 1;
    for (int depth = 1; !frontiers[0].empty() && !frontiers[1].empty(); ++depth) {
        const std::uint64_t side = frontiers[0].size() <= frontiers[1].size() ? 0 : 1;
        next.clear();
        for (const Number x : frontiers[side]) {
            const bool met = neighbours.each(x, [&](Number y) {
                std::uint64_t& mark = side_mark_[y];
                if (mark == side_run_ + 1 - side) return true;
                if (mark < side_run_) {
                    mark = side_run_ + side;
                    next.push_back(y);
                }
                return false;
            });
            if (met) return {{depth}};
        }
        frontiers[side].swap(next);
    }
    return {};
}

}  // namespace confer::bench::reference
