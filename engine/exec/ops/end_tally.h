#pragma once
// EndTally: how often each of many numbers was added, given out once each in order of first appearance.
//
// Shapes     numbers are below a bound, the universe. Few additions go into a small hash table, many into an array
//            of counters that is reset along the list of those touched.
// Cost       an addition: some three instructions (array), or one probe (hash).
// Threads    one thread.
#include <bit>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace confer::engine::exec {

class EndTally {
public:
    // At most `additions` will come, of numbers below `universe`.
    void begin(std::size_t additions, std::size_t universe) {
        const bool fits = additions <= std::numeric_limits<std::uint32_t>::max();
        dense_ = fits && (additions >= universe / 16 || counters_.size() >= universe);
        touched_ = 0;
        if (dense_) {
            if (counters_.size() < universe) counters_.resize(universe);
            const std::size_t most = std::min(additions, universe) + 1;
            if (seen_.size() < most) seen_.resize(most);
            return;
        }
        const std::size_t most = std::min(additions, universe);
        const std::size_t slots = std::bit_ceil(2 * most + 2);
        shift_ = static_cast<unsigned>(64 - std::countr_zero(slots));
        slots_.assign(slots, Slot{});
        if (seen_.size() < most + 1) seen_.resize(most + 1);
    }

    void add(std::span<const std::uint32_t> numbers) {
        if (!dense_) {
            for (const std::uint32_t number : numbers) add_to_slot(number, 1);
            return;
        }
        // Written whether new or not: a branch would be guessed wrong too often.
        std::size_t touched = touched_;
        std::uint32_t* const seen = seen_.data();
        std::uint32_t* const counters = counters_.data();
        for (const std::uint32_t number : numbers) {
            seen[touched] = number;
            touched += counters[number]++ == 0 ? 1 : 0;
        }
        touched_ = touched;
    }
    void add(std::uint32_t number) { add(std::span(&number, 1)); }

    // Takes some off again. REQUIRES: the number was added at least as often.
    void take_off(std::uint32_t number, std::uint64_t times) {
        if (dense_) {
            counters_[number] -= static_cast<std::uint32_t>(times);
        } else {
            slot_of(number).count -= times;
        }
    }

    // Calls visit(number, count) for each number that was added and not taken off; then all counts are zero.
    template <class Visit>
    void finish(Visit&& visit) {
        for (std::size_t i = 0; i < touched_; ++i) {
            const std::uint32_t number = seen_[i];
            const std::uint64_t count = dense_ ? counters_[number] : slot_of(number).count;
            if (dense_) counters_[number] = 0;
            if (count != 0) visit(number, count);
        }
        touched_ = 0;
    }

    std::size_t heap_bytes() const {
        return (counters_.capacity() + seen_.capacity()) * sizeof(std::uint32_t) + slots_.capacity() * sizeof(Slot);
    }

private:
    static constexpr std::uint32_t nothing = 0xFFFFFFFFU;
    struct Slot {
        std::uint32_t number = nothing;
        std::uint64_t count = 0;
    };

    Slot& slot_of(std::uint32_t number) {
        std::size_t at = (number * 0x9E3779B97F4A7C15ULL) >> shift_;
        while (slots_[at].number != number && slots_[at].number != nothing) at = (at + 1) & (slots_.size() - 1);
        return slots_[at];
    }
    void add_to_slot(std::uint32_t number, std::uint64_t times) {
        Slot& slot = slot_of(number);
        if (slot.number == nothing) {
            slot.number = number;
            seen_[touched_++] = number;
        }
        slot.count += times;
    }

    bool dense_ = false;
    unsigned shift_ = 0;
    std::size_t touched_ = 0;
    std::vector<std::uint32_t> counters_, seen_;
    std::vector<Slot> slots_;
};

}  // namespace confer::engine::exec
