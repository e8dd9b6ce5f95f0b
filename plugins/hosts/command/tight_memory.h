#pragma once
// expect_tight_memory: memory for statements that may use only so much of it. A large block goes back to the system as
// it is freed, whatever was freed before: the memory that a statement holds is counted so.
//
// Threads    to be called before there is a second one.
// Source     mallopt(3), M_MMAP_THRESHOLD.
namespace confer::hosts {

void expect_tight_memory();

}  // namespace confer::hosts
