#pragma once
// share_out: pieces of work that don't depend on each other, two at a time.
//
// Threads    work() is called by the caller's thread and by one more, for different pieces.
// Errors     what work() throws; the other thread's pieces are then done or given up.
// Cost       a thread, if there is much to do.
#include <cstddef>
#include <functional>

namespace confer::engine {

// Calls work(0) to work(pieces - 1), each once. `size`: how many things they are about, all in all.
void share_out(std::size_t pieces, std::size_t size, const std::function<void(std::size_t)>& work);

}  // namespace confer::engine
