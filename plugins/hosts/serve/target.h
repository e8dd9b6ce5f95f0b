#pragma once
// Target: the path and the parameters of a request's target, decoded.
//
// Errors     protocol: escapes that are none, text that isn't UTF-8, a parameter that is there twice, and targets that
//            aren't paths.
// Source     RFC 3986, RFC 9112 (3.2); `+` in parameters is a space, as the WHATWG's URL standard has it.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace confer::hosts::serve {

struct Target {
    std::string path;  // "/api/query"
    std::vector<std::pair<std::string, std::string>> parameters;

    // Its value, or nullptr.
    const std::string* find(std::string_view name) const;
};

engine::Result<Target> parse_target(std::string_view text);

}  // namespace confer::hosts::serve
