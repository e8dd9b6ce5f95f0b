#include "hosts/command/tight_memory.h"

#include <malloc.h>

namespace confer::hosts {

void expect_tight_memory() {
    mallopt(M_MMAP_THRESHOLD, 1 << 20);
}

}  // namespace confer::hosts
