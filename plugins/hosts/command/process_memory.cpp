#include "hosts/command/process_memory.h"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <limits>

namespace confer::hosts {
namespace {

constexpr int heap_step = 1 << 30;      // of addresses: what is never written to takes no memory
constexpr int mapped_apart = 32 << 20;  // the largest threshold that there can be
constexpr std::uintptr_t huge_page = std::uintptr_t{2} << 20;

}  // namespace

void expect_short_life() {
    mallopt(M_TOP_PAD, heap_step);
    mallopt(M_TRIM_THRESHOLD, std::numeric_limits<int>::max());
    mallopt(M_MMAP_THRESHOLD, mapped_apart);
    const auto begin = reinterpret_cast<std::uintptr_t>(sbrk(0));
    void* volatile more = std::malloc(1 << 20);  // makes the heap grow; what it grew by stays when this goes
    std::free(more);
    const auto end = reinterpret_cast<std::uintptr_t>(sbrk(0));
    const std::uintptr_t first = (begin + huge_page - 1) / huge_page * huge_page;
    if (first < end) madvise(reinterpret_cast<void*>(first), end - first, MADV_HUGEPAGE);
}

void expect_tight_memory() {
    mallopt(M_MMAP_THRESHOLD, 1 << 20);
}

}  // namespace confer::hosts
