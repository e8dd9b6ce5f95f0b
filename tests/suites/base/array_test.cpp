#include "base/array.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdint>
#include <numeric>

using namespace confer::engine;

namespace {

Array<std::uint32_t> counted(std::size_t size) {
    Array<std::uint32_t> numbers(size);
    std::iota(numbers.begin(), numbers.end(), 0U);
    return numbers;
}

}  // namespace

TEST_CASE("an array keeps its values while it grows", "[base][array]") {
    Array<std::uint32_t> numbers;
    for (std::uint32_t i = 0; i < 100000; ++i) numbers.push_back(i);
    CHECK(std::equal(numbers.begin(), numbers.end(), counted(100000).begin()));
}

TEST_CASE("new values of an array are zero, also where others have been", "[base][array]") {
    Array<std::uint32_t> numbers = counted(10);
    numbers.resize(2);
    numbers.resize(4);
    CHECK(numbers[1] == 1);
    CHECK(numbers[2] == 0);
    CHECK(numbers[3] == 0);
}

TEST_CASE("an array that is copied shares nothing, and one that is moved leaves nothing", "[base][array]") {
    Array<std::uint32_t> numbers = counted(10);
    Array<std::uint32_t> copy = numbers;
    copy[0] = 7;
    CHECK(numbers[0] == 0);
    const Array<std::uint32_t> moved = std::move(numbers);
    CHECK(moved.size() == 10);
    copy.assign(moved.begin() + 8, moved.end());
    copy.append(moved.begin(), moved.begin() + 1);
    CHECK(copy.size() == 3);
    CHECK(copy.front() == 8);
    CHECK(copy.back() == 0);
}

TEST_CASE("of a large array only what was written to takes memory", "[base][array]") {
    Array<std::uint64_t> numbers;
    numbers.reserve(std::size_t{1} << 20);
    CHECK(numbers.heap_bytes() < 10000);
    numbers.resize(std::size_t{1} << 19);
    CHECK(numbers.heap_bytes() >= std::size_t{1} << 22);
    CHECK(numbers.heap_bytes() < std::size_t{1} << 23);
}
