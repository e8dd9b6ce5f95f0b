#include "hosts/serve/error_reply.h"

#include <utility>

#include "format/error_json.h"

namespace confer::hosts::serve {

namespace {

using engine::Error;
using engine::ErrorCode;
namespace format = engine::format;
using format::ErrorData;

unsigned status_of(ErrorCode code) {
    switch (code) {
        case ErrorCode::read_only:
            return 403;
        case ErrorCode::statement_too_large:
            return 413;
        case ErrorCode::memory_limit:
        case ErrorCode::row_limit:
            return 422;
        case ErrorCode::interrupted:
            return 503;
        case ErrorCode::timeout:
            return 504;
        default:
            return engine::info(code).exit_status == 5 ? 500 : 400;
    }
}

std::string as_html(const ErrorData& error) {
    return "<div class=\"confer confer-error\" role=\"alert\">\n<pre>" + html_text(error.rendered) + "</pre>\n</div>\n";
}

Reply reply_of(unsigned status, const ErrorData& error, ErrorForm form) {
    Reply reply;
    reply.status = status;
    reply.content_type = form == ErrorForm::html ? "text/html; charset=utf-8" : "application/json";
    reply.body = body_of(form == ErrorForm::html ? as_html(error) : "{\"error\":" + format::to_json(error) + "}\n");
    if (status == 503) reply.retry_after = 1;
    return reply;
}

// "NotFound" from "not-found"
std::string pascal(std::string_view name) {
    std::string out;
    bool begins = true;
    for (const char c : name) {
        if (c != '-') out += begins ? static_cast<char>(c - 'a' + 'A') : c;
        begins = c == '-';
    }
    return out;
}

}  // namespace

std::string html_text(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '&':
                out += "&amp;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                if (static_cast<unsigned char>(c) >= 0x20 || c == '\n') out += c;
        }
    }
    return out;
}

Reply error_reply(const Error& error, std::string_view statement, ErrorForm form) {
    return reply_of(status_of(error.code), format::data_of(error, statement), form);
}

Reply refusal(unsigned status, std::string_view name, const std::string& message, const std::vector<std::string>& hints,
              ErrorForm form) {
    std::string rendered = "error[" + std::string(name) + "]: " + message;
    for (const std::string& hint : hints) rendered += "\nhint: " + hint;
    const std::string code = pascal(name);
    return reply_of(status,
                    {.type = "HttpError",
                     .phase = {},
                     .code = code,
                     .name = name,
                     .message = message,
                     .hints = hints,
                     .rendered = std::move(rendered)},
                    form);
}

Reply too_busy(const std::string& message) {
    return refusal(503, "too-busy", message, {"ask again in a moment"});
}

}  // namespace confer::hosts::serve
