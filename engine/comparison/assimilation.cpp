// Test: tests/suites/comparison/assimilation_test.cpp.
#include "comparison/assimilation.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace confer::engine::comparison {

namespace {

constexpr std::size_t checked_every = 256;

class Search {
public:
    Search(const Claims& claims, NodeId home, std::span<const NodeId> from)
        : claims_(claims),
          graph_(claims.graph()),
          home_(home),
          from_(from.begin(), from.end()),
          own_(components_of(home)) {
        for (const NodeId one : from) {
            for (const NodeId member :
                 joined_by(graph_, claims.roles().groups, one, Direction::incoming, claims.counted())) {
                from_.insert(member);
            }
        }
    }

    Result<Assimilation> run(const RunLimits& limits) {
        std::size_t looked_at = 0;
        for (const NodeId whole : wholes()) {
            if (looked_at++ % checked_every == 0) CONFER_CHECK(limits.check());
            add_components_of(whole);
        }
        Assimilation out;
        for (auto& [component, donors] : donors_) {
            if (looked_at++ % checked_every == 0) CONFER_CHECK(limits.check());
            out.taken.push_back(taken(component, std::move(donors)));
        }
        std::sort(out.taken.begin(), out.taken.end(), [&](const Taken& a, const Taken& b) { return precedes(a, b); });
        out.left_out.assign(left_out_.begin(), left_out_.end());
        out.refused.assign(refused_.begin(), refused_.end());
        return out;
    }

private:
    std::vector<NodeId> components_of(NodeId whole) const {
        return joined_by(graph_, claims_.roles().component, whole, Direction::outgoing, claims_.counted());
    }

    // What sources say serves the needs, and what has a component of which they do.
    std::set<NodeId> wholes() const {
        std::set<NodeId> out;
        if (claims_.needs().empty()) {
            for (const LabelId label : graph_.labels_of(home_)) {
                const auto alike = graph_.nodes_with(label);
                out.insert(alike.begin(), alike.end());
            }
        }
        for (const NodeId subject : claims_.subjects()) {
            out.insert(subject);
            for (const NodeId whole :
                 joined_by(graph_, claims_.roles().component, subject, Direction::incoming, claims_.counted())) {
                out.insert(whole);
            }
        }
        out.erase(home_);
        if (!from_.empty()) std::erase_if(out, [&](NodeId whole) { return !from_.contains(whole); });
        return out;
    }

    // What it is made of, and how close it is to home.
    struct Known {
        Donor donor;
        std::vector<NodeId> components;
    };
    const Known& known(NodeId whole) {
        const auto [entry, is_new] = known_.try_emplace(whole);
        Known& out = entry->second;
        if (!is_new) return out;
        out.components = components_of(whole);
        out.donor.whole = whole;
        std::vector<NodeId>& shared = out.donor.shared;
        std::set_intersection(out.components.begin(), out.components.end(), own_.begin(), own_.end(),
                              std::back_inserter(shared));
        const std::size_t either = out.components.size() + own_.size() - shared.size();
        if (either > 0) out.donor.closeness = static_cast<double>(shared.size()) / static_cast<double>(either);
        return out;
    }

    void add_components_of(NodeId whole) {
        const Known& there = known(whole);
        const bool serves = claims_.needs().empty() || !claims_.through(whole).empty();
        for (const NodeId component : there.components) {
            if (std::binary_search(own_.begin(), own_.end(), component)) continue;
            if (claims_.warning(whole) != nullptr) {
                left_out_.insert(whole);
            } else if (!serves && !claims_.has_claims(component)) {
                continue;
            } else if (claims_.warning(component) != nullptr) {
                left_out_.insert(component);
            } else if (claims_.denies(home_, component)) {
                refused_.insert(component);
            } else if (!claims_.denies(whole, component)) {
                donors_[component].push_back(there.donor);
            }
        }
    }

    Taken taken(NodeId component, std::vector<Donor> donors) {
        std::sort(donors.begin(), donors.end(), [&](const Donor& a, const Donor& b) {
            if (a.closeness != b.closeness) return a.closeness > b.closeness;
            return graph_.title(a.whole) < graph_.title(b.whole);
        });
        std::vector<Claim> all = claims_.of(component);
        for (const Claim& claim : claims_.through(donors.front().whole)) all.push_back(claim);
        std::stable_sort(all.begin(), all.end(), [](const Claim& a, const Claim& b) {
            return std::pair(a.need, a.rank) < std::pair(b.need, b.rank);
        });
        all.erase(std::unique(all.begin(), all.end(), [](const Claim& a, const Claim& b) { return a.need == b.need; }),
                  all.end());
        Taken out{.component = component, .donors = std::move(donors), .claims = std::move(all)};
        place(out);
        return out;
    }

    // Everything that has the component, as far as it is close to home: noisy-or.
    void place(Taken& taken) {
        double none = 1;
        for (const NodeId whole :
             joined_by(graph_, claims_.roles().component, taken.component, Direction::incoming, claims_.counted())) {
            if (whole == home_ || claims_.warning(whole) != nullptr || claims_.denies(whole, taken.component)) continue;
            ++taken.elsewhere;
            none *= 1 - known(whole).donor.closeness;
        }
        taken.nearness = 1 - none;
    }

    // The first type, in the schema's order, by which something has the component.
    std::size_t kind_of(NodeId component) const {
        const std::vector<TypeId>& types = claims_.roles().component;
        std::size_t kind = 0;
        while (kind < types.size() &&
               graph_.topology().adjacency(types[kind], Direction::incoming)[component].empty()) {
            ++kind;
        }
        return kind;
    }

    bool precedes(const Taken& a, const Taken& b) const {
        if (const auto kind_a = kind_of(a.component), kind_b = kind_of(b.component); kind_a != kind_b) {
            return kind_a < kind_b;
        }
        if (a.nearness != b.nearness) return a.nearness > b.nearness;
        if (a.donors.size() != b.donors.size()) return a.donors.size() > b.donors.size();
        return graph_.title(a.component) < graph_.title(b.component);
    }

    const Claims& claims_;
    const PropertyGraph& graph_;
    NodeId home_;
    std::set<NodeId> from_;
    std::vector<NodeId> own_;  // the home's components
    std::unordered_map<NodeId, Known> known_;
    std::map<NodeId, std::vector<Donor>> donors_;
    std::set<NodeId> left_out_, refused_;
};

}  // namespace

Result<Assimilation> assimilate(const Claims& claims, NodeId home, std::span<const NodeId> from,
                                const RunLimits& limits) {
    return Search(claims, home, from).run(limits);
}

}  // namespace confer::engine::comparison
