#include "bench/data/parameters.h"

#include <algorithm>

#include "bench/data/random.h"

namespace confer::bench {
namespace {

// Of the ends of a node's edges, the one that most edges end at.
class Busiest {
public:
    Busiest(const SyntheticGraph& graph, std::uint32_t table)
        : edges_(graph.edges[table]),
          degree_(graph.labels[edges_.to].count, 0),
          prefix_(graph.labels[edges_.to].prefix) {
        for (const std::uint32_t target : edges_.target) ++degree_[target];
    }
    std::string of(std::uint32_t source) const {
        std::uint32_t best = 0;
        std::uint64_t most = 0;
        const auto [first, last] = std::equal_range(edges_.source.begin(), edges_.source.end(), source);
        for (auto at = first; at != last; ++at) {
            const std::uint32_t target = edges_.target[static_cast<std::size_t>(at - edges_.source.begin())];
            if (degree_[target] > most) most = degree_[best = target];
        }
        return '"' + prefix_ + std::to_string(best + 1) + '"';
    }

private:
    const EdgeTable& edges_;
    std::vector<std::uint64_t> degree_;
    std::string prefix_;
};

}  // namespace

std::string parameters_of(const SyntheticGraph& graph) {
    const std::uint32_t approaches = graph.labels[SyntheticGraph::approach].count;
    const Busiest technique(graph, SyntheticGraph::uses), theory(graph, SyntheticGraph::draws_on),
        condition(graph, SyntheticGraph::approach_treats);
    const auto approach = [](std::uint64_t i) { return "\"a" + std::to_string(i + 1) + '"'; };
    Random random(5 + approaches);
    std::string one, three, two;
    for (int set = 0; set < 5; ++set) {
        const auto a = static_cast<std::uint32_t>(approaches / 2 + random.below(approaches / 2));
        std::uint64_t b = random.below(approaches);
        if (a == b) b = (b + 1) % approaches;
        const char* const comma = set == 0 ? "" : ",";
        one += comma + ("{\"id\":" + approach(a)) + "}";
        three += comma + ("{\"t\":" + technique.of(a)) + ",\"c\":" + condition.of(a) + ",\"th\":" + theory.of(a) + "}";
        two += comma + ("{\"a\":" + approach(a)) + ",\"b\":" + approach(b) + "}";
    }
    return "{\"Q1\":[" + one + "],\n\"Q3\":[" + one + "],\n\"Q4\":[" + three + "],\n\"Q7\":[" + one + "],\n\"Q8\":[" +
           two + "],\n\"Q2s\":[{\"y\":2016}],\n\"Q10\":[{\"s\":\"Mindful\"}]}\n";
}

}  // namespace confer::bench
