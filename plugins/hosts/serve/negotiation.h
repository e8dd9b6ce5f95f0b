#pragma once
// negotiation: which format an answer is sent in: the one that the parameter names, else the one that the client's
// Accept likes best, else JSON.
//
// Source     RFC 9110, 12.5.1: of several ranges that fit a type, the most specific one counts.
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "format/render.h"

namespace confer::hosts::serve {

struct AnswerFormat {
    engine::format::Format format;
    std::string_view name;
    std::string_view content_type;
};

// Errors: usage, with the formats that there are.
engine::Result<AnswerFormat> format_named(std::string_view name);

// Nothing, when the client takes none of what there is. An empty text takes everything.
std::optional<AnswerFormat> format_accepted(std::string_view accept);

}  // namespace confer::hosts::serve
