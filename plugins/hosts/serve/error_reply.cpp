#include "hosts/serve/error_reply.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>

#include "base/text_position.h"

namespace confer::hosts::serve {

namespace {

using engine::Error;
using engine::ErrorCode;
using JsonWriter = rapidjson::Writer<rapidjson::StringBuffer>;

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

struct Shown {
    std::string_view type, code, slug;
    std::string_view message;
    const std::vector<std::string>& hints;
    std::string_view rendered;
    std::uint32_t line = 0, column = 0, length = 0;
};

void member(JsonWriter& json, const char* name, std::string_view text) {
    json.Key(name);
    json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

std::string as_json(const Shown& shown) {
    rapidjson::StringBuffer buffer;
    JsonWriter json(buffer);
    json.StartObject();
    json.Key("error");
    json.StartObject();
    member(json, "type", shown.type);
    member(json, "code", shown.code);
    member(json, "slug", shown.slug);
    member(json, "message", shown.message);
    if (shown.line > 0) {
        json.Key("line");
        json.Uint(shown.line);
        json.Key("column");
        json.Uint(shown.column);
        json.Key("length");
        json.Uint(shown.length);
    }
    json.Key("hints");
    json.StartArray();
    for (const std::string& hint : shown.hints) json.String(hint);
    json.EndArray();
    member(json, "rendered", shown.rendered);
    json.EndObject();
    json.EndObject();
    return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

std::string as_html(const Shown& shown) {
    return "<div class=\"confer confer-error\" role=\"alert\">\n<pre>" + html_text(shown.rendered) + "</pre>\n</div>\n";
}

Reply reply_of(unsigned status, const Shown& shown, ErrorForm form) {
    Reply reply;
    reply.status = status;
    reply.content_type = form == ErrorForm::html ? "text/html; charset=utf-8" : "application/json";
    reply.body = body_of(form == ErrorForm::html ? as_html(shown) : as_json(shown));
    if (status == 503) reply.retry_after = 1;
    return reply;
}

// "NotFound" from "not-found"
std::string pascal(std::string_view slug) {
    std::string out;
    bool begins = true;
    for (const char c : slug) {
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
    const engine::ErrorCodeInfo& code = engine::info(error.code);
    const std::string rendered = engine::render(error, statement);
    Shown shown{.type = error.phase == engine::Phase::compile ? code.compile_type : code.runtime_type,
                .code = code.detail,
                .slug = code.name,
                .message = error.message,
                .hints = error.hints,
                .rendered = rendered};
    if (error.span) {
        const std::size_t begin = std::min<std::size_t>(error.span->begin, statement.size());
        const std::size_t end = std::clamp<std::size_t>(error.span->end, begin, statement.size());
        const engine::TextPosition position = engine::position_at(statement, begin);
        shown.line = position.line;
        shown.column = position.column;
        const std::string_view marked = statement.substr(begin, end - begin);
        if (!engine::invalid_utf8(statement))
            shown.length = static_cast<std::uint32_t>(engine::count_code_points(marked));
    }
    return reply_of(status_of(error.code), shown, form);
}

Reply refusal(unsigned status, std::string_view slug, const std::string& message, const std::vector<std::string>& hints,
              ErrorForm form) {
    std::string rendered = "error[" + std::string(slug) + "]: " + message;
    for (const std::string& hint : hints) rendered += "\nhint: " + hint;
    const std::string code = pascal(slug);
    return reply_of(
        status,
        {.type = "HttpError", .code = code, .slug = slug, .message = message, .hints = hints, .rendered = rendered},
        form);
}

Reply too_busy(const std::string& message) {
    return refusal(503, "too-busy", message, {"ask again in a moment"});
}

}  // namespace confer::hosts::serve
