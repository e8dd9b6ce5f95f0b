#include "bench/data/synthetic_graph.h"

#include <algorithm>

#include "bench/data/random.h"

namespace confer::bench {
namespace {

using Number = std::uint32_t;

constexpr Number none = ~Number{0};

struct Sizes {
    const char* scale;
    std::array<Number, 5> labels;
    Number technique_flatness;
};
constexpr Sizes sizes[] = {
    {"S1", {400, 300, 60, 80, 12}, 10},
    {"S2", {10'000, 5'000, 1'000, 500, 40}, 25},
    {"S3", {400'000, 200'000, 20'000, 5'000, 200}, 250},
};

class Drawing {
public:
    Drawing(SyntheticGraph& graph, Number technique_flatness)
        : graph_(graph),
          random_(20240607 + graph.labels[0].count),
          techniques_(graph.labels[SyntheticGraph::technique].count, technique_flatness, random_),
          theories_(flattened(SyntheticGraph::theory, 5, 60)),
          conditions_(flattened(SyntheticGraph::condition, 5, 40)),
          families_(flattened(SyntheticGraph::family, 3, 5)),
          parent_(graph.labels[0].count, none),
          first_use_(graph.labels[0].count + 1, 0) {}

    void run() {
        for (Number a = 0; a < graph_.labels[0].count; ++a) {
            derive(a);
            add(SyntheticGraph::belongs_to, a, families_.draw(random_));
            use(a);
            choose(SyntheticGraph::draws_on, a, theories_, random_.range(1, 5));
            choose(SyntheticGraph::approach_treats, a, conditions_, random_.range(2, 10));
        }
        for (Number t = 0; t < graph_.labels[SyntheticGraph::technique].count; ++t) {
            choose(SyntheticGraph::technique_treats, t, conditions_, random_.range(1, 5));
        }
    }

private:
    Zipf flattened(Number label, Number least, Number share) {
        const Number count = graph_.labels[label].count;
        return {count, std::max(least, count / share), random_};
    }

    bool picked(Number x) const { return std::find(picked_.begin(), picked_.end(), x) != picked_.end(); }

    void add(Number table, Number from, Number to) {
        EdgeTable& edges = graph_.edges[table];
        edges.source.push_back(from);
        edges.target.push_back(to);
        edges.cited.push_back(static_cast<Number>(random_.below(5000)));
        edges.strength.push_back(static_cast<std::uint16_t>(random_.range(1, 1000)));
    }

    // None to three earlier approaches, the recent ones likelier.
    void derive(Number a) {
        picked_.clear();
        for (std::uint64_t k = a == 0 ? 0 : random_.below(4); k > 0; --k) {
            const std::uint64_t one = random_.next() >> 32U, other = random_.next() >> 32U;
            const std::uint64_t back = (((one * other) >> 32U) * a) >> 32U;
            const Number ancestor = a - 1 - static_cast<Number>(back);
            if (picked(ancestor)) continue;
            picked_.push_back(ancestor);
            add(SyntheticGraph::derives_from, a, ancestor);
        }
        if (!picked_.empty()) parent_[a] = picked_[0];
    }

    // Four to twenty techniques; three in ten are taken over from the first parent.
    void use(Number a) {
        EdgeTable& uses = graph_.edges[SyntheticGraph::uses];
        picked_.clear();
        std::uint64_t wanted = random_.range(4, 20);
        first_use_[a] = uses.size();
        while (picked_.size() < wanted) {
            const Number parent = parent_[a];
            Number technique = none;
            if (parent != none && random_.below(10) < 3) {
                const std::size_t first = first_use_[parent];
                technique = uses.target[first + random_.below(first_use_[parent + 1] - first)];
            } else {
                technique = techniques_.draw(random_);
            }
            if (!picked(technique)) {
                picked_.push_back(technique);
            } else if (random_.below(8) == 0) {
                --wanted;
            }
        }
        for (const Number technique : picked_) add(SyntheticGraph::uses, a, technique);
        first_use_[a + 1] = uses.size();
    }

    void choose(Number table, Number from, const Zipf& among, std::uint64_t count) {
        picked_.clear();
        while (picked_.size() < count) {
            const Number to = among.draw(random_);
            if (!picked(to)) picked_.push_back(to);
        }
        for (const Number to : picked_) add(table, from, to);
    }

    SyntheticGraph& graph_;
    Random random_;
    Zipf techniques_, theories_, conditions_, families_;
    std::vector<Number> picked_, parent_;
    std::vector<std::size_t> first_use_;
};

}  // namespace

std::optional<SyntheticGraph> draw_graph(std::string_view scale) {
    const Sizes* const found =
        std::find_if(std::begin(sizes), std::end(sizes), [&](const Sizes& known) { return known.scale == scale; });
    if (found == std::end(sizes)) return std::nullopt;
    const auto& [a, t, th, c, f] = found->labels;
    using G = SyntheticGraph;
    SyntheticGraph graph{.scale = std::string(scale),
                         .labels = {{{"Approach", "a", a},
                                     {"Technique", "t", t},
                                     {"Theory", "th", th},
                                     {"Condition", "c", c},
                                     {"Family", "f", f}}},
                         .edges = {{{"USES", "USES", G::approach, G::technique, {}, {}, {}, {}},
                                    {"DRAWS_ON", "DRAWS_ON", G::approach, G::theory, {}, {}, {}, {}},
                                    {"TREATS", "TREATS_A", G::approach, G::condition, {}, {}, {}, {}},
                                    {"TREATS", "TREATS_T", G::technique, G::condition, {}, {}, {}, {}},
                                    {"BELONGS_TO", "BELONGS_TO", G::approach, G::family, {}, {}, {}, {}},
                                    {"DERIVES_FROM", "DERIVES_FROM", G::approach, G::approach, {}, {}, {}, {}}}}};
    Drawing(graph, found->technique_flatness).run();
    return graph;
}

}  // namespace confer::bench
