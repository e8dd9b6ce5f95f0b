// What things have in common, as sets.
#include "picture/shared_sets.h"

#include <catch2/catch.hpp>

#include "pictured.h"

using namespace confer::test;
using picture::collect_sets;
using picture::SharedSets;

namespace {

// "Pizza 2, Calzone 1 | Pizza+Calzone: Dough | Pizza: Tomato"
std::string told(const SharedSets& sets) {
    std::string out;
    for (const auto& set : sets.sets) out += (out.empty() ? "" : ", ") + set.name + " " + std::to_string(set.size);
    for (const auto& each : sets.intersections) {
        out += " | ";
        bool first = true;
        for (std::size_t i = 0; i < sets.sets.size(); ++i) {
            if ((each.members >> i & 1U) == 0) continue;
            out += (first ? "" : "+") + sets.sets[i].name;
            first = false;
        }
        for (std::size_t i = 0; i < each.elements.size(); ++i) out += (i == 0 ? ": " : ", ") + each.elements[i];
    }
    return out;
}

}  // namespace

TEST_CASE("sets are all that the things have, their overlaps first", "[picture][sets]") {
    CHECK(told(collect_sets(asked("what do pizza and calzone share?"), 8)) ==
          "Pizza 2, Calzone 1 | Pizza+Calzone: Dough | Pizza: Tomato");
    CHECK(told(collect_sets(asked("which dishes share ingredients?"), 8)) ==
          "Calzone 1, Focaccia 1, Pizza 2 | Calzone+Focaccia+Pizza: Dough | Pizza: Tomato");
}

TEST_CASE("only so many things are kept, and how many there are is told", "[picture][sets]") {
    const SharedSets sets = collect_sets(asked("which dishes share ingredients?"), 2);
    CHECK(told(sets) == "Calzone 1, Focaccia 1 | Calzone+Focaccia: Dough");
    CHECK(sets.all_sets == 3);
}
