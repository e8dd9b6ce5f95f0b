#include "base/large_pages.h"

#include <sys/mman.h>

#include <cstdlib>
#include <new>

namespace confer::engine {

void* allocate_large(std::size_t bytes) {
    constexpr std::size_t page = std::size_t{2} << 20;
    const std::size_t size = (bytes + page - 1) / page * page;
    void* const block = std::aligned_alloc(page, size);
    if (block == nullptr) throw std::bad_alloc();
#ifdef MADV_HUGEPAGE
    madvise(block, size, MADV_HUGEPAGE);  // that it is refused does no harm
#endif
    return block;
}

void free_large(void* block) noexcept {
    std::free(block);
}

}  // namespace confer::engine
