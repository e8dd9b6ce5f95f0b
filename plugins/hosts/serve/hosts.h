#pragma once
// Hosts: the names that the server answers to.
//
// A page elsewhere can have its own name lead to this machine once it is loaded (DNS rebinding), and its scripts then
// read what is served here as if it were its own. Its requests still carry that name in Host. So a server that only
// this machine reaches answers to addresses, to `localhost` and the names below it, and to those that it was given.
//
// Threads    immutable.
// Source     RFC 9110, 7.2; RFC 6761, 6.3 for localhost.
#include <string>
#include <string_view>
#include <vector>

namespace confer::hosts::serve {

class Hosts {
public:
    // `takes_any`: whether all names are its own, when it was given none.
    Hosts(std::vector<std::string> names, bool takes_any);

    // The field Host of a request: a name or an address, with a port or without. Only HTTP/1.0 may leave it out.
    bool answers_to(std::string_view host) const;

private:
    std::vector<std::string> names_;  // in lower case
    bool takes_any_;
};

}  // namespace confer::hosts::serve
