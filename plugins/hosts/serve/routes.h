#pragma once
// Routes: which handler answers which path, and with which methods.
//
// Paths are matched as they are, decoded; one that ends in `/{id}` takes the rest of the path, whatever it holds. What
// no route takes is looked up among the page's files.
//
// Errors     404 and 405 are replies, the latter with Allow.
// Threads    immutable once all are added.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "hosts/serve/handler.h"

namespace confer::hosts::serve {

class Routes {
public:
    enum class Methods : std::uint8_t { read, read_and_post };

    void add(std::string path, Methods methods, Handler handler);

    // In the order in which they were added, and `/` for the page's files.
    std::vector<std::string> names() const;
    std::size_t unknown() const { return routes_.size() + 1; }

    struct Answered {
        Outcome outcome;
        std::size_t route;  // its place among the names, or unknown()
    };
    Answered answer(const Request& request) const;

    // What stands for {id} in the route's path.
    static std::string_view rest_of(const Request& request, std::string_view path);

private:
    struct Route {
        std::string path;
        std::string prefix;  // of one that ends in {id}; empty: the path is to be as it is
        Methods methods;
        Handler handler;
    };
    std::vector<Route> routes_;
};

}  // namespace confer::hosts::serve
