#include "exec/leftovers.h"

#include <catch2/catch.hpp>

using namespace confer::engine;

namespace {

// Gives back what it holds of the limits as it goes.
struct Held {
    explicit Held(RunLimits& limits) : limits(limits) { REQUIRE(limits.charge(100).has_value()); }
    ~Held() { limits.release(100); }
    RunLimits& limits;
};

}  // namespace

TEST_CASE("what a run left behind is given back, and the limits last as long", "[exec][leftovers]") {
    const auto limits = std::make_shared<RunLimits>();
    std::weak_ptr<Held> held;
    {
        exec::Leftovers leftovers(limits);
        auto object = std::make_shared<Held>(*limits);
        held = object;
        leftovers.keep(std::move(object));
        CHECK(limits->charged() == 100);
    }
    exec::Leftovers::settle();
    CHECK(held.expired());
    CHECK(limits->charged() == 0);
}

TEST_CASE("a run may leave something while that of another one is still being given back", "[exec][leftovers]") {
    const auto limits = std::make_shared<RunLimits>();
    for (int i = 0; i < 100; ++i) exec::Leftovers(limits).keep(std::make_shared<Held>(*limits));
    exec::Leftovers::settle();
    CHECK(limits->charged() == 0);
}
