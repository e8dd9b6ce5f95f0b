#include <catch2/catch.hpp>
#include <thread>

#include "base/cancel.h"

using namespace confer::engine;

TEST_CASE("a run without limits goes on", "[base][cancel]") {
    RunLimits limits;
    CHECK(limits.check().has_value());
    CHECK(limits.charge(1'000'000'000'000).has_value());
}

TEST_CASE("a run stops when another thread asks", "[base][cancel]") {
    CancelToken token;
    const RunLimits limits({}, &token);
    CHECK(limits.check().has_value());
    std::thread([&token] { token.request(); }).join();
    const auto checked = limits.check();
    REQUIRE_FALSE(checked.has_value());
    CHECK(checked.error().code == ErrorCode::interrupted);
    token.reset();
    CHECK(limits.check().has_value());
}

TEST_CASE("a run stops at its deadline", "[base][cancel]") {
    const RunLimits limits({.timeout_seconds = 0.001});
    std::this_thread::sleep_for(std::chrono::milliseconds(3));
    const auto checked = limits.check();
    REQUIRE_FALSE(checked.has_value());
    CHECK(checked.error().code == ErrorCode::timeout);
    CHECK(checked.error().phase == Phase::runtime);
    CHECK(checked.error().message == "the statement took longer than 0.001 seconds");
}

TEST_CASE("a timeout of zero, and one past all clocks, is none", "[base][cancel]") {
    CHECK(RunLimits({.timeout_seconds = 0}).check().has_value());
    CHECK(RunLimits({.timeout_seconds = 1e300}).check().has_value());
}

TEST_CASE("memory is charged up to the budget and given back", "[base][cancel]") {
    RunLimits limits({.max_memory_bytes = 100});
    CHECK(limits.charge(60).has_value());
    CHECK(limits.charge(40).has_value());
    const auto charged = limits.charge(1);
    REQUIRE_FALSE(charged.has_value());
    CHECK(charged.error().code == ErrorCode::memory_limit);
    CHECK(limits.charged() == 100);
    limits.release(60);
    CHECK(limits.charge(50).has_value());
    limits.release(1000);
    CHECK(limits.charged() == 0);
}

TEST_CASE("threads of one run share its budget", "[base][cancel]") {
    RunLimits limits({.max_memory_bytes = 1000});
    const auto charge = [&limits](std::size_t& held) {
        while (limits.charge(1)) ++held;
    };
    std::size_t here = 0, there = 0;
    std::thread other(charge, std::ref(there));
    charge(here);
    other.join();
    CHECK(here + there == 1000);
    CHECK(limits.charged() == 1000);
}

TEST_CASE("a charge too large to add up is refused too", "[base][cancel]") {
    RunLimits limits({.max_memory_bytes = 100});
    CHECK(limits.charge(60).has_value());
    CHECK_FALSE(limits.charge(static_cast<std::size_t>(-10)).has_value());
}
