#pragma once
// negotiation: which format an answer is sent in: the one that the parameter names, else the one that the client's
// Accept likes best, else JSON; and whether it may be compressed.
//
// Source     RFC 9110, 12.5.1: of several ranges that fit a type, the most specific one counts; 12.5.3.
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

// Whether a client with that Accept-Encoding takes what is compressed by gzip. An empty text doesn't.
bool accepts_gzip(std::string_view accept_encoding);

}  // namespace confer::hosts::serve
