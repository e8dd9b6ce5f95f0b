#pragma once
// PartSearch: whether texts hold a part that is the same for many of them.
//
// Shapes     eight places of a text are looked at in one word, for the part's first and last byte; only where both
//            stand is the part compared. Parts that are long, with which that could take long, are left to memmem.
// Ownership  refers to the part.
// Threads    immutable.
// Cost       a few instructions for eight bytes of text; at worst 32 bytes compared at each place.
// Source     Muła, "SIMD-friendly algorithms for substring searching", 2016; zero bytes of a word: Warren, "Hacker's
//            Delight", 6-1.
#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace confer::engine::exec {

class PartSearch {
public:
    explicit PartSearch(std::string_view part)
        : part_(part),
          first_(part.empty() ? 0 : repeated(part.front())),
          last_(part.empty() ? 0 : repeated(part.back())) {}

    bool is_in(std::string_view text) const {
        if (part_.empty()) return true;
        if (text.size() < part_.size()) return false;
        if (part_.size() > longest) return memmem(text.data(), text.size(), part_.data(), part_.size()) != nullptr;
        const std::size_t places = text.size() - part_.size() + 1;
        if (places < places_at_once) return is_at_any(text.data(), places);
        for (std::size_t place = 0;; place = std::min(place + places_at_once, places - places_at_once)) {
            const char* const at = text.data() + place;
            const std::uint64_t differ = (word(at) ^ first_) | (word(at + part_.size() - 1) ^ last_);
            // The highest bit of each byte that is zero, and perhaps of some behind one.
            std::uint64_t same = (differ - 0x0101010101010101ULL) & ~differ & 0x8080808080808080ULL;
            for (; same != 0; same &= same - 1)
                if (is_at(at + std::countr_zero(same) / 8)) return true;
            if (place == places - places_at_once) return false;
        }
    }

private:
    static constexpr std::size_t places_at_once = 8, longest = 32;

    static std::uint64_t repeated(char byte) { return 0x0101010101010101ULL * static_cast<unsigned char>(byte); }
    // The first byte is the lowest.
    static std::uint64_t word(const char* bytes) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes, sizeof word);
        return std::endian::native == std::endian::little ? word : __builtin_bswap64(word);
    }
    bool is_at(const char* place) const { return std::memcmp(place, part_.data(), part_.size()) == 0; }
    bool is_at_any(const char* first, std::size_t places) const {
        for (const char* place = first; place != first + places; ++place)
            if (*place == part_.front() && is_at(place)) return true;
        return false;
    }

    std::string_view part_;
    std::uint64_t first_, last_;
};

}  // namespace confer::engine::exec
