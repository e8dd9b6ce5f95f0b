#pragma once
// Kernels: the benchmark's queries, each written by hand for this one graph: the right answers, and a practical floor
// for times. Single-threaded; no parser, no planner, no transactions.
//
// Threads    one: kernels keep scratch memory from run to run.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bench/reference/graph.h"
#include "confer/confer.hpp"

namespace confer::bench::reference {

using Rows = std::vector<std::vector<Value>>;

class Kernels {
public:
    explicit Kernels(const Graph& graph) : graph_(graph) {}

    using Kernel = Rows (Kernels::*)(const Parameters&);
    // "Q1" … "Q10", "Q2s", and "Q6d": Q6 by degrees. nullptr for any other name.
    static Kernel find(std::string_view query);

    Rows techniques_of(const Parameters& parameters);              // Q1
    Rows closest_pairs(const Parameters& parameters);              // Q2
    Rows closest_recent_pairs(const Parameters& parameters);       // Q2s
    Rows nearest_to(const Parameters& parameters);                 // Q3
    Rows approaches_with_all(const Parameters& parameters);        // Q4
    Rows triangles(const Parameters& parameters);                  // Q5
    Rows wedges(const Parameters& parameters);                     // Q6, each visited
    Rows wedges_by_degrees(const Parameters& parameters);          // Q6
    Rows ancestors(const Parameters& parameters);                  // Q7
    Rows distance(const Parameters& parameters);                   // Q8
    Rows mean_techniques_by_family(const Parameters& parameters);  // Q9
    Rows decades_of_a_word(const Parameters& parameters);          // Q10

private:
    Rows top_pairs(int least_year);
    Number approach(const Parameters& parameters, std::string_view name) const;

    const Graph& graph_;
    std::vector<std::uint16_t> shared_;  // by approach; all 0 between runs
    std::vector<Number> ancestor_mark_;
    Number ancestor_run_ = 0;
    std::vector<std::uint64_t> side_mark_;
    std::uint64_t side_run_ = 0;
};

}  // namespace confer::bench::reference
