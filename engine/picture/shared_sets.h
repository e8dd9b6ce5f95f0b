#pragma once
// SharedSets: what things have, as sets, and how these overlap: the content of an UpSet picture.
//
// The things are those that the answer's evidence joins to what they share, in the order in which it does; what they
// have is all that the graph joins them to by the types that the answer is about, shared or not.
//
// Threads    a plain value; collect_sets() is safe from any number of threads.
// Cost       linear in the evidence, and in what the things that are kept have.
// Source     Lex, Gehlenborg, Strobelt, Vuillemot, Pfister, "UpSet: Visualization of Intersecting Sets", IEEE TVCG
//            20(12), 2014: exclusive intersections, the larger first.
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "session/answer.h"

namespace confer::engine::picture {

struct SharedSets {
    struct Set {
        std::string name;
        std::size_t size;
    };
    // What is in each of these sets, and in no other.
    struct Intersection {
        std::uint64_t members = 0;          // bit n: in sets[n]
        std::vector<std::string> elements;  // names, in alphabetical order
        bool is_shared() const { return (members & (members - 1)) != 0; }
    };
    std::vector<Set> sets;
    std::vector<Intersection> intersections;  // what several have first; then by size; then by their sets
    std::size_t all_sets = 0;                 // those left out included
};

// The first `most` things. REQUIRES: answer.sharing; most <= 64.
SharedSets collect_sets(const Answer& answer, std::size_t most);

}  // namespace confer::engine::picture
