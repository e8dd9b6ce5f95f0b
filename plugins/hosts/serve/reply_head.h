#pragma once
// reply_head: the status line and the header fields of a reply.
//
// No text of a client or of the graph gets into a header, save the origin that was found in the list of those allowed:
// there is nothing to inject into.
//
// Threads    one thread: it keeps the text of the date for a second.
// Source     RFC 9110, RFC 9112; CSP Level 3, Fetch (CORS, Cross-Origin-Resource-Policy).
#include <chrono>
#include <string>
#include <string_view>

#include "hosts/serve/origins.h"
#include "hosts/serve/reply.h"
#include "hosts/serve/request.h"

namespace confer::hosts::serve {

// Ends with the empty line. `closes`: whether the connection ends after this reply.
std::string reply_head(const Reply& reply, const Request& request, const Origins& origins, bool closes);

}  // namespace confer::hosts::serve
