#pragma once
// Handler: what answers the requests of one route.
//
// A handler is called on the thread that serves all connections, so it does nothing that takes long: it gives a reply
// at once, or a job that a worker does.
//
// Errors     all are replies.
#include <functional>
#include <string>
#include <variant>

#include "base/cancel.h"
#include "hosts/serve/reply.h"
#include "hosts/serve/request.h"

namespace confer::hosts::serve {

struct Job {
    std::string key;  // who asks for the same has the same reply; empty: it is nobody else's
    // `cancel` is requested when the last client who waits for it goes away.
    std::function<Reply(const engine::CancelToken& cancel)> run;
};
using Outcome = std::variant<Reply, Job>;
using Handler = std::function<Outcome(const Request&)>;

}  // namespace confer::hosts::serve
