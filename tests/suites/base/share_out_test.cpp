#include "base/share_out.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <stdexcept>
#include <vector>

using confer::engine::share_out;

TEST_CASE("every piece of work is done once, however much there is", "[base]") {
    for (const std::size_t size : {std::size_t{0}, std::size_t{1} << 20}) {
        std::vector<std::atomic<int>> done(1000);
        share_out(done.size(), size, [&](std::size_t piece) { ++done[piece]; });
        for (const std::atomic<int>& times : done) REQUIRE(times == 1);
    }
}

TEST_CASE("what a piece of work throws comes through", "[base]") {
    for (const std::size_t bad : {std::size_t{0}, std::size_t{1}, std::size_t{99}}) {
        const auto work = [&](std::size_t piece) {
            if (piece == bad) throw std::runtime_error("no");
        };
        CHECK_THROWS_AS(share_out(100, 1, work), std::runtime_error);
        CHECK_THROWS_AS(share_out(100, std::size_t{1} << 20, work), std::runtime_error);
    }
}
