#pragma once
// api: the routes that the server has, and what answers them.
#include <functional>

#include "hosts/serve/answer_cache.h"
#include "hosts/serve/query_handler.h"
#include "hosts/serve/repeatable.h"
#include "hosts/serve/routes.h"
#include "hosts/serve/served_graph.h"

namespace confer::hosts::serve {

struct Api {
    ServedGraph& served;
    AnswerCache& cache;
    const Repeatable& repeatable;
    const QueryRules& rules;
    std::function<std::string()> metrics;  // as Prometheus reads them
};

// What it is given outlives the routes.
Routes routes_of(const Api& api);

}  // namespace confer::hosts::serve
