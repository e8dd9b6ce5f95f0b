#pragma once
// query_handler: /api/query: statements and their answers.
//
// What was answered before is answered from the cache, at once; If-None-Match with the entity tag of the answer gives
// 304 without running anything. All else is a job. Statements that write need the token, and POST.
#include <cstddef>
#include <string>

#include "base/cancel.h"
#include "hosts/serve/answer_cache.h"
#include "hosts/serve/handler.h"
#include "hosts/serve/repeatable.h"
#include "hosts/serve/served_graph.h"

namespace confer::hosts::serve {

struct QueryRules {
    engine::Limits limits;
    std::string token;  // empty: nobody may write
    unsigned max_age = 0;
    // Bytes of answers that may be there at once, in the cache and on their way: clients that don't take theirs must
    // not fill the memory.
    std::size_t max_living_bytes = 0;
};

// What it is given outlives it.
Handler query_handler(ServedGraph& served, AnswerCache& cache, const Repeatable& repeatable, const QueryRules& rules);

}  // namespace confer::hosts::serve
