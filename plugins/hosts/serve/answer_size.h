#pragma once
// answer_size: how large an answer is once it is written out.
//
// A hundred rows may share one list of a million nodes: in memory that is one list, in JSON it is a hundred. So what is
// written is weighed before, and given up as soon as it is too much.
//
// Threads    safe from any number of threads.
// Cost       linear in what is written, but at most in the limit.
#include <cstddef>

#include "session/answer.h"

namespace confer::hosts::serve {

inline constexpr std::size_t max_answer_bytes = std::size_t{16} << 20U;

// Whether the answer's text will have more than about so many bytes.
bool is_too_large(const engine::Answer& answer, std::size_t most = max_answer_bytes);

}  // namespace confer::hosts::serve
