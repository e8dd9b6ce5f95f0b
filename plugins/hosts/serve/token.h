#pragma once
// token: what is in the header fields Authorization and Content-Type.
#include <string_view>

namespace confer::hosts::serve {

// Whether it says `Bearer` and this token. Takes as long for a token that is nearly right as for any other.
bool carries_token(std::string_view authorization, std::string_view token);

// "application/json", with any parameters.
bool is_json(std::string_view content_type);

}  // namespace confer::hosts::serve
