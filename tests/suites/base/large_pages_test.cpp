#include "base/large_pages.h"

#include <catch2/catch.hpp>
#include <cstdint>
#include <numeric>
#include <vector>

using confer::engine::LargePages;

TEST_CASE("a vector in large pages grows over the border between small and large blocks", "[base]") {
    struct alignas(32) Wide {
        std::uint64_t number = 0;
    };
    std::vector<Wide, LargePages<Wide>> values;
    for (std::uint64_t i = 0; i < 500'000; ++i) values.push_back({i});
    const auto other = values;
    values.resize(10);
    values.shrink_to_fit();
    CHECK(values.back().number == 9);
    CHECK(std::accumulate(other.begin(), other.end(), std::uint64_t{0},
                          [](std::uint64_t sum, const Wide& wide) { return sum + wide.number; }) == 124'999'750'000);
}
