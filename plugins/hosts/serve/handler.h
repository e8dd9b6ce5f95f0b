#pragma once
// Handler: what answers the requests of one route.
//
// A handler is called on the thread that serves all connections, so it does nothing that takes long: it gives a reply
// at once, or a job that a worker does.
//
// Errors     all are replies.
#include <functional>
#include <variant>

#include "base/cancel.h"
#include "hosts/serve/reply.h"
#include "hosts/serve/request.h"

namespace confer::hosts::serve {

// `cancel` is requested when the client goes away.
using Job = std::function<Reply(const engine::CancelToken& cancel)>;
using Outcome = std::variant<Reply, Job>;
using Handler = std::function<Outcome(const Request&)>;

}  // namespace confer::hosts::serve
