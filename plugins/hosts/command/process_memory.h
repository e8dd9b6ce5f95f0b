#pragma once
// process_memory: how the process takes its memory from the system, by what is expected of it.
//
// Threads    to be called before there is a second one.
// Source     mallopt(3): M_TOP_PAD, M_MMAP_THRESHOLD; madvise(2), MADV_HUGEPAGE.
namespace confer::hosts {

// It answers and ends: the heap grows by one long step, which Linux may back with huge pages, and gives nothing back
// before the end. A large first answer spends a fifth of its time in page faults else.
void expect_short_life();

// Statements may use only so much: a large block goes back to the system as it is freed, whatever was freed before, so
// that what the process holds is what is counted.
void expect_tight_memory();

}  // namespace confer::hosts
