#pragma once
// QueryRequest: a statement as it comes in, by GET or by POST, with all that its answer depends on.
//
// Errors     protocol: no JSON object, members of a wrong type, no statement; usage: an unknown format.
#include <cstdint>
#include <optional>
#include <string>

#include "base/result.h"
#include "exec/expr/evaluator.h"
#include "hosts/serve/error_reply.h"
#include "hosts/serve/negotiation.h"
#include "hosts/serve/request.h"

namespace confer::hosts::serve {

struct QueryRequest {
    std::string statement;
    std::string parameters_text;  // as they were sent, JSON; empty: none
    engine::exec::Parameters parameters;
    std::string format;  // empty: as the client accepts
    std::optional<std::uint64_t> max_rows;
    bool graph = false;  // with the nodes and relationships that the rows hold or rest on
    bool sources = true;
};

engine::Result<QueryRequest> query_request(const Request& request);

}  // namespace confer::hosts::serve
