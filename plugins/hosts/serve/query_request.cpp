#include "hosts/serve/query_request.h"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <charconv>

#include "base/text_position.h"
#include "format/json_value.h"

namespace confer::hosts::serve {

namespace {

using engine::Error;
using engine::ErrorCode;
using engine::Result;
namespace format = engine::format;

Error wrong(std::string message, std::string hint) {
    return Error{.code = ErrorCode::protocol, .message = std::move(message), .hints = {std::move(hint)}};
}

Error wrong_type(const std::string& name, const std::string& type) {
    return wrong("`" + name + "` has to be " + type,
                 R"(send for example {"query":"which approaches use mindfulness?","format":"json"})");
}

Result<bool> boolean(const std::string& name, const std::string& text) {
    if (text == "true" || text == "1") return true;
    if (text == "false" || text == "0") return false;
    return wrong_type(name, "`true` or `false`");
}

Result<std::uint64_t> row_count(const std::string& text) {
    std::uint64_t count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc() || end != text.data() + text.size()) return wrong_type("max_rows", "a number of rows");
    return count;
}

Result<QueryRequest> from_target(const Target& target) {
    QueryRequest query;
    if (const std::string* text = target.find("q")) query.statement = *text;
    if (const std::string* text = target.find("format")) query.format = *text;
    if (const std::string* text = target.find("graph")) {
        CONFER_TRY(query.graph, boolean("graph", *text));
    }
    if (const std::string* text = target.find("sources")) {
        CONFER_TRY(query.sources, boolean("sources", *text));
    }
    if (const std::string* text = target.find("max_rows")) {
        CONFER_TRY(query.max_rows, row_count(*text));
    }
    return query;
}

using Json = rapidjson::Value;

Result<void> read_text(const Json& body, const char* name, std::string& out) {
    const auto member = body.FindMember(name);
    if (member == body.MemberEnd()) return {};
    if (!member->value.IsString()) return wrong_type(name, "a text");
    out.assign(member->value.GetString(), member->value.GetStringLength());
    return {};
}

Result<void> read_boolean(const Json& body, const char* name, bool& out) {
    const auto member = body.FindMember(name);
    if (member == body.MemberEnd()) return {};
    if (!member->value.IsBool()) return wrong_type(name, "`true` or `false`");
    out = member->value.GetBool();
    return {};
}

Result<QueryRequest> from_body(const std::string& text) {
    CONFER_CHECK(format::check_json(text));
    rapidjson::Document body;
    body.Parse<rapidjson::kParseFullPrecisionFlag | rapidjson::kParseValidateEncodingFlag |
               rapidjson::kParseIterativeFlag>(text.data(), text.size());
    if (body.HasParseError()) {
        return wrong(std::string("the body is not JSON: ") + rapidjson::GetParseError_En(body.GetParseError()) +
                         " (at byte " + std::to_string(body.GetErrorOffset()) + ")",
                     R"(send for example {"query":"which approaches use mindfulness?"})");
    }
    if (!body.IsObject()) return wrong_type("the body", "a JSON object");
    QueryRequest query;
    CONFER_CHECK(read_text(body, "query", query.statement));
    CONFER_CHECK(read_text(body, "format", query.format));
    CONFER_CHECK(read_boolean(body, "graph", query.graph));
    CONFER_CHECK(read_boolean(body, "sources", query.sources));
    if (const auto rows = body.FindMember("max_rows"); rows != body.MemberEnd()) {
        if (!rows->value.IsUint64()) return wrong_type("max_rows", "a number of rows");
        query.max_rows = rows->value.GetUint64();
    }
    if (const auto params = body.FindMember("params"); params != body.MemberEnd() && !params->value.IsNull()) {
        rapidjson::StringBuffer buffer;
        rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
        params->value.Accept(writer);
        query.parameters_text.assign(buffer.GetString(), buffer.GetSize());
        CONFER_TRY(query.parameters, format::parameters_from_json(query.parameters_text));
    }
    return query;
}

}  // namespace

Result<QueryRequest> query_request(const Request& request) {
    const bool is_post = request.method == Method::post;
    CONFER_TRY(QueryRequest query, is_post ? from_body(request.body) : from_target(request.target));
    if (query.statement.find_first_not_of(" \t\r\n;") == std::string::npos) {
        return wrong("there is no statement", is_post ? R"(send it as the body's member "query")"
                                                      : "give it as the parameter `q`, as in "
                                                        "/api/query?q=which+approaches+use+"
                                                        "mindfulness%3F");
    }
    return query;
}

}  // namespace confer::hosts::serve
