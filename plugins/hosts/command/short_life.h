#pragma once
// expect_short_life: memory for a process that answers and ends. The heap grows by one long step, which Linux may back
// with huge pages, and gives nothing back before the end: a large first answer spends a fifth of its time in page
// faults else.
//
// Threads    to be called before there is a second one.
// Source     mallopt(3); madvise(2), MADV_HUGEPAGE.
namespace confer::hosts {

void expect_short_life();

}  // namespace confer::hosts
