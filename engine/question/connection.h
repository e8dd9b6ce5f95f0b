#pragma once
// Connection: which relationship types connect two nodes in a way that says something of both.
//
// What a graph joins isn't always a connection: nearly everything is offered as individual therapy. So the types are
// tried in this order, and the first kind that leads from one node to the other is taken:
//   direct   any type, between the two nodes themselves;
//   strong   in a few steps: what things are made of, descend from and are kinds of (component, lineage, broader), and
//            other types that lead to things of their own (people, models); types that lead to what the question itself
//            names (a condition, a family) count, too;
//   weak     in more steps, or over what many have in common: what they serve, the groups that they belong to, and
//            types whose targets are shared by many.
// Types that deny or warn connect nothing but their own ends.
//
// Cost       a breadth-first search over the strong types, and one over the weak ones where that finds nothing.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "question/admission.h"
#include "question/resolve.h"

namespace confer::engine::question {

// Of a connection, and of a strong one.
inline constexpr std::int64_t most_steps = 6, most_strong_steps = 4;

struct Connection {
    enum class Strength : std::uint8_t { direct, strong, weak } strength = Strength::direct;
    std::vector<const RelationshipSchema*> types;
};

// Nothing: no way of at most `most_steps` leads from one to the other. `admission` may be null: all claims count.
std::optional<Connection> connection_between(const Named& from, const Named& to, const Setting& setting,
                                             const Admission* admission);

// "uses 18 techniques and derives from 2 approaches": what is recorded of a node, the most first; empty: nothing.
std::string what_is_known(const Named& node, const Setting& setting);

}  // namespace confer::engine::question
