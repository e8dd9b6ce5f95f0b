#pragma once
// same_text: equality of two texts that are mostly short and mostly equal, without a call.
//
// Cost       O(size), eight bytes at a time.
#include <cstdint>
#include <cstring>
#include <string_view>

namespace confer::engine {

inline bool same_text(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    const auto half = [](const char* at) {
        std::uint32_t bytes = 0;
        std::memcpy(&bytes, at, sizeof bytes);
        return bytes;
    };
    const auto word = [](const char* at) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, at, sizeof bytes);
        return bytes;
    };
    const std::size_t size = a.size();
    if (size < 4) {
        for (std::size_t i = 0; i < size; ++i) {
            if (a[i] != b[i]) return false;
        }
        return true;
    }
    if (size < 8) return half(a.data()) == half(b.data()) && half(a.data() + size - 4) == half(b.data() + size - 4);
    for (std::size_t i = 0; i + 8 <= size; i += 8) {
        if (word(a.data() + i) != word(b.data() + i)) return false;
    }
    return word(a.data() + size - 8) == word(b.data() + size - 8);
}

}  // namespace confer::engine
