#pragma once
// Deterministic random numbers: integers only, so that the same graph comes out on every machine.
//
// Source     splitmix64: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
//            Zipf-Mandelbrot law with exponent 1: the weight of rank i, from 0, is 1 / (i + q).
#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace confer::bench {

class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31U);
    }
    // In [0, n).
    std::uint64_t below(std::uint64_t n) { return static_cast<std::uint64_t>((Wide{next()} * n) >> 64U); }
    // In [least, most].
    std::uint64_t range(std::uint64_t least, std::uint64_t most) { return least + below(most - least + 1); }

private:
    __extension__ using Wide = unsigned __int128;
    std::uint64_t state_;
};

// Draws from 0 … n - 1, a few of them often: which ones is shuffled.
class Zipf {
public:
    Zipf(std::uint32_t n, std::uint32_t q, Random& random) : up_to_(n), drawn_(n) {
        std::uint64_t sum = 0;
        for (std::uint32_t i = 0; i < n; ++i) {
            sum += (std::uint64_t{1} << 40U) / (i + q);
            up_to_[i] = sum;
            drawn_[i] = i;
        }
        for (std::uint32_t i = n; i > 1; --i) std::swap(drawn_[i - 1], drawn_[random.below(i)]);
    }
    std::uint32_t draw(Random& random) const {
        const std::uint64_t at = random.below(up_to_.back());
        return drawn_[static_cast<std::size_t>(std::upper_bound(up_to_.begin(), up_to_.end(), at) - up_to_.begin())];
    }

private:
    std::vector<std::uint64_t> up_to_;  // sums of the weights
    std::vector<std::uint32_t> drawn_;  // by rank
};

}  // namespace confer::bench
