#pragma once
// assets: the files of the web page, by path.
//
// Ownership  they live as long as the program.
#include <optional>
#include <string_view>

namespace confer::hosts::serve {

struct Asset {
    std::string_view path;  // "/", "/confer-query.js"
    std::string_view content_type;
    std::string_view bytes;
    std::string_view etag;  // with its quotes
};

std::optional<Asset> asset(std::string_view path);

}  // namespace confer::hosts::serve
