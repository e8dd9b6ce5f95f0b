// Test: tests/suites/comparison/selection_test.cpp.
#include "comparison/selection.h"

#include <algorithm>
#include <map>
#include <set>

#include "comparison/set_cover.h"

namespace confer::engine::comparison {

namespace {

// Choices that are looked at before the best one so far is taken: a fraction of a second.
constexpr std::uint64_t most_steps = 500'000;
constexpr std::size_t checked_every = 256;

std::size_t source_count(const PropertyGraph& graph, EdgeId edge) {
    const auto key = graph.keys().find("sources");
    const Value sources = key ? graph.edge_property(edge, *key) : Value();
    return sources.is(Kind::list) ? sources.as_list().size() : 0;
}

struct Candidate {
    NodeId thing = no_id;
    std::string title = {};
    std::vector<Claim> best = {};     // by need; those without rank are none
    std::vector<NodeId> groups = {};  // those with most wholes first
    std::size_t wholes = 0;           // that speak for it
};

class Candidates {
public:
    Candidates(const Claims& claims, LabelId label) : claims_(claims), graph_(claims.graph()), label_(label) {}

    // All things that something is said of, for one of the needs, or of a whole of theirs.
    Result<std::vector<Candidate>> all(std::vector<NodeId>& left_out, const RunLimits& limits) const {
        std::set<NodeId> things, warned;
        for (const NodeId subject : claims_.subjects()) {
            if (graph_.has_label(subject, label_)) things.insert(subject);
            for (const NodeId part :
                 joined_by(graph_, claims_.roles().component, subject, Direction::outgoing, claims_.counted())) {
                if (!graph_.has_label(part, label_)) continue;
                things.insert(part);
                if (claims_.warning(subject) != nullptr) warned.insert(subject);
            }
        }
        std::vector<Candidate> out;
        std::size_t looked_at = 0;
        for (const NodeId thing : things) {
            if (looked_at++ % checked_every == 0) CONFER_CHECK(limits.check());
            if (claims_.warning(thing) != nullptr) {
                warned.insert(thing);
            } else if (auto candidate = candidate_of(thing)) {
                out.push_back(std::move(*candidate));
            }
        }
        left_out.assign(warned.begin(), warned.end());
        std::sort(out.begin(), out.end(), [](const Candidate& a, const Candidate& b) {
            if (a.wholes != b.wholes) return a.wholes > b.wholes;
            return std::tie(a.title, a.thing) < std::tie(b.title, b.thing);
        });
        return out;
    }

private:
    std::optional<Candidate> candidate_of(NodeId thing) const {
        Candidate out{.thing = thing, .title = graph_.title(thing)};
        out.best.resize(claims_.needs().size(), Claim{.rank = claims_.ranks()});
        const std::vector<Claim> direct = claims_.of(thing);
        for (const Claim& claim : direct) keep_better(out.best, claim);
        std::map<NodeId, std::size_t> groups;
        for (const NodeId group : groups_of(thing)) groups[group] += 1;
        for (const NodeId whole : claims_.wholes_of(thing)) {
            const std::vector<Claim> through = claims_.through(whole);
            for (const Claim& claim : through) keep_better(out.best, claim);
            if (through.empty() && direct.empty()) continue;
            ++out.wholes;
            for (const NodeId group : groups_of(whole)) groups[group] += 1;
        }
        if (direct.empty() && out.wholes == 0) return std::nullopt;
        for (const auto& [group, wholes] : groups) out.groups.push_back(group);
        std::sort(out.groups.begin(), out.groups.end(), [&](NodeId a, NodeId b) {
            return groups[a] != groups[b] ? groups[a] > groups[b] : graph_.title(a) < graph_.title(b);
        });
        return out;
    }

    std::vector<NodeId> groups_of(NodeId node) const {
        return joined_by(graph_, claims_.roles().groups, node, Direction::outgoing, claims_.counted());
    }

    // Of claims that rank alike, the one with more sources; then the alphabet.
    bool is_better(const Claim& a, const Claim& b) const {
        if (a.rank != b.rank || b.said_of == no_id) return a.rank < b.rank;
        const std::size_t of_a = source_count(graph_, a.serves), of_b = source_count(graph_, b.serves);
        if (of_a != of_b) return of_a > of_b;
        return graph_.title(a.said_of) < graph_.title(b.said_of);
    }
    void keep_better(std::vector<Claim>& best, const Claim& claim) const {
        if (is_better(claim, best[claim.need])) best[claim.need] = claim;
    }

    const Claims& claims_;
    const PropertyGraph& graph_;
    LabelId label_;
};

// `groups_by_number` receives what the problem's numbers of groups stand for.
CoverProblem problem_of(const std::vector<Candidate>& candidates, const Claims& claims, std::size_t least_groups,
                        std::vector<NodeId>& groups_by_number) {
    CoverProblem problem{
        .elements = claims.needs().size(), .item_weight = claims.ranks() / 4, .least_groups = least_groups};
    std::map<NodeId, std::uint32_t> numbers;
    for (const Candidate& candidate : candidates) {
        CoverItem item;
        for (const Claim& claim : candidate.best) {
            item.weights.push_back(claim.said_of == no_id ? CoverItem::never : claim.rank);
        }
        for (const NodeId group : candidate.groups) {
            const auto [number, is_new] = numbers.try_emplace(group, static_cast<std::uint32_t>(numbers.size()));
            if (is_new) groups_by_number.push_back(group);
            item.groups.push_back(number->second);
        }
        problem.items.push_back(std::move(item));
    }
    return problem;
}

bool belongs(const Claims& claims, NodeId node, NodeId group) {
    const std::vector<NodeId> groups =
        joined_by(claims.graph(), claims.roles().groups, node, Direction::outgoing, claims.counted());
    return std::binary_search(groups.begin(), groups.end(), group);
}

// By which whole it is from its group: one of which its claims are said, or else other claims; of those, the one that
// most sources say has it; then the alphabet decides.
NodeId member_of(const Claims& claims, const Chosen& chosen) {
    if (belongs(claims, chosen.thing, *chosen.group)) return no_id;
    for (const Claim& claim : chosen.claims) {
        if (claim.said_of != chosen.thing && belongs(claims, claim.said_of, *chosen.group)) return claim.said_of;
    }
    const PropertyGraph& graph = claims.graph();
    struct Whole {
        bool serves = false;
        std::size_t sources = 0;
        NodeId node = no_id;
    };
    Whole first;
    for (const NodeId node : claims.wholes_of(chosen.thing)) {
        if (!belongs(claims, node, *chosen.group)) continue;
        Whole whole{claims.has_claims(node), 0, node};
        for (const Joint& joint :
             joints(graph, claims.roles().component, node, Direction::outgoing, claims.counted())) {
            if (joint.node == chosen.thing) whole.sources += source_count(graph, joint.edge);
        }
        const bool precedes = whole.serves != first.serves     ? whole.serves
                              : whole.sources != first.sources ? whole.sources > first.sources
                                                               : graph.title(node) < graph.title(first.node);
        if (first.node == no_id || precedes) first = whole;
    }
    return first.node;
}

}  // namespace

Result<Selection> select(const Claims& claims, LabelId label, std::size_t least_groups, const RunLimits& limits) {
    Selection out;
    CONFER_TRY(const std::vector<Candidate> candidates, Candidates(claims, label).all(out.left_out, limits));
    out.candidates = candidates.size();
    std::vector<NodeId> groups;
    const CoverProblem problem = problem_of(candidates, claims, least_groups, groups);
    const Cover cover = best_cover(problem, most_steps);
    for (const Cover::Choice& choice : cover.choices) {
        const Candidate& candidate = candidates[choice.item];
        Chosen chosen{.thing = candidate.thing};
        for (const std::size_t need : choice.elements) chosen.claims.push_back(candidate.best[need]);
        if (choice.group) {
            chosen.group = groups[*choice.group];
            chosen.whole = member_of(claims, chosen);
        }
        out.chosen.push_back(std::move(chosen));
    }
    std::stable_sort(out.chosen.begin(), out.chosen.end(), [](const Chosen& a, const Chosen& b) {
        return std::pair(a.claims.front().need, a.claims.front().rank) <
               std::pair(b.claims.front().need, b.claims.front().rank);
    });
    for (const std::size_t need : cover.uncovered) out.unserved.push_back(claims.needs()[need]);
    out.groups = cover.groups;
    out.is_best = cover.is_best;
    return out;
}

}  // namespace confer::engine::comparison
