#pragma once
// asset: the files of the web page, by path. In a program that was built without the page, `/` alone, with a line that
// says so.
//
// Ownership  they live as long as the program.
#include <optional>
#include <string_view>

#include "hosts/page/assets.h"

namespace confer::hosts::serve {

std::optional<Asset> asset(std::string_view path);

}  // namespace confer::hosts::serve
