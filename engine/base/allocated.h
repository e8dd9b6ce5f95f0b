#pragma once
// allocated: how much memory an allocation takes, which is more than was asked for.
//
// Units      bytes.
// Source     the GNU C library's manual, "The GNU Allocator": a header and alignment for each block; large blocks are
//            mapped by themselves, and take only the pages that were written to.
#include <algorithm>
#include <cstddef>

namespace confer::engine {

inline std::size_t allocated(std::size_t bytes) {
    constexpr std::size_t header = 8, alignment = 16, smallest = 32;
    return bytes == 0 ? 0 : std::max(smallest, (bytes + header + alignment - 1) / alignment * alignment);
}

// Of a block whose first `written` bytes have been written to.
inline std::size_t allocated(std::size_t bytes, std::size_t written) {
    constexpr std::size_t mapped = std::size_t{128} << 10, page = 4096;
    return bytes < mapped ? allocated(bytes) : std::min(bytes, written + page);
}

}  // namespace confer::engine
