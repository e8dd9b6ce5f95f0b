#pragma once
// kept_handler: replies of the API that depend on the graph and a key alone: made once for each version of the graph,
// kept in the cache, with entity tags.
#include <functional>
#include <string>

#include "hosts/serve/answer_cache.h"
#include "hosts/serve/handler.h"
#include "hosts/serve/served_graph.h"

namespace confer::hosts::serve {

// What a request asks for, or the reply that says what is wrong with it.
struct Asked {
    std::string key;
    // JSON, on a worker; or the reply that there is nothing such.
    std::function<std::variant<std::string, Reply>(const engine::GraphPtr&, const std::string& version)> make;
};
using Ask = std::function<std::variant<Asked, Reply>(const Request&)>;

// What it is given outlives it.
Handler kept_handler(ServedGraph& served, AnswerCache& cache, unsigned max_age, Ask ask);

}  // namespace confer::hosts::serve
