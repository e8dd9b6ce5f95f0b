#pragma once
// ComponentSets: what things are made of, in one call of a procedure: what relationships of some types lead to, if it
// has one of some labels.
//
// Ownership  refers to the call.
// Threads    one.
// Errors     throws extensions::Stopped once the call has failed.
#include <confer/plugin.h>

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "similarity/likeness.h"

namespace confer::similarity {

using Node = std::uint32_t;            // as the host's views number them
using Components = std::vector<Node>;  // ascending, each once

class ComponentSets {
public:
    // `first`: which argument is the list of types; labels, `among`, the labels of the things that rarity is counted
    // among, and the relationships that count follow it. Null stands for the types that the schema calls components,
    // for all labels, for the labels of `thing`, and for all relationships.
    ComponentSets(const confer_host_v1* host, confer_call* call, std::size_t first, const confer_value* thing);

    Components components_of(Node thing) const;
    // The things, of those to compare among, that have the component.
    std::vector<Node> wholes_of(Node component) const;

    // ln(1 + N / n). A component that nothing has weighs as much as one that one thing has. First asked: linear in
    // those who have it.
    double weight(Node component);
    double weight(const Components& components);

    Likeness likeness(const Components& one, const Components& other, const Components& shared);

private:
    std::vector<Node> neighbours(Node node, bool incoming, const confer_label_set* labels) const;

    const confer_host_v1* host_;
    const confer_view* view_;
    const confer_label_set *labels_, *among_;
    std::optional<std::unordered_set<std::uint32_t>> counted_;  // numbers of relationships
    double things_;
    std::unordered_map<Node, double> weights_;
};

}  // namespace confer::similarity
