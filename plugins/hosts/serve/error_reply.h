#pragma once
// error_reply: failures as replies: an HTTP status and the error as data.
//
// {"error":{…}} as format/error_json.h describes it, or a piece of a page.
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "hosts/serve/reply.h"

namespace confer::hosts::serve {

// How errors are written: as data, or as a piece of a page (an element of class `confer-error`).
enum class ErrorForm : std::uint8_t { json, html };

// Of a statement.
Reply error_reply(const engine::Error& error, std::string_view statement, ErrorForm form = ErrorForm::json);

// Of the protocol around it: 404 and its like. `name` is "not-found".
Reply refusal(unsigned status, std::string_view name, const std::string& message,
              const std::vector<std::string>& hints = {}, ErrorForm form = ErrorForm::json);

// 503: come back later.
Reply too_busy(const std::string& message);

// Text in which <, >, & and both quotes are entities and control characters are gone.
std::string html_text(std::string_view text);

}  // namespace confer::hosts::serve
