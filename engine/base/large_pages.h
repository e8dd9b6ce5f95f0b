#pragma once
// LargePages: an allocator for tables that are looked up all over: large ones lie in large pages, where Linux has them.
//
// A look-up far from the last one waits for memory twice: for where the page is, and for what is there. A table of
// 32 MB has 8,000 pages of the usual size, more than a processor remembers, and 16 large ones.
//
// Units      a block of 4 MB or more is large; it takes up to 2 MB more than it needs.
// Errors     std::bad_alloc.
// Source     madvise(2), MADV_HUGEPAGE.
#include <cstddef>
#include <memory>

namespace confer::engine {

inline constexpr std::size_t least_large_block = std::size_t{4} << 20;

// REQUIRES: bytes >= least_large_block; what was allocated is given back with free_large().
void* allocate_large(std::size_t bytes);
void free_large(void* block) noexcept;

template <class T>
struct LargePages {
    using value_type = T;

    LargePages() = default;
    template <class Other>
    LargePages(const LargePages<Other>&) noexcept {}

    T* allocate(std::size_t count) {
        if (count < least_large_block / sizeof(T)) return std::allocator<T>().allocate(count);
        return static_cast<T*>(allocate_large(count * sizeof(T)));
    }
    void deallocate(T* block, std::size_t count) noexcept {
        if (count < least_large_block / sizeof(T)) return std::allocator<T>().deallocate(block, count);
        free_large(block);
    }
    bool operator==(const LargePages&) const = default;
};

}  // namespace confer::engine
