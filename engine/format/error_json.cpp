#include "format/error_json.h"

#include <algorithm>

#include "base/text_position.h"
#include "format/json_writer_internal.h"

namespace confer::engine::format {

namespace {

void write_member(JsonWriter& json, const char* name, std::string_view text) {
    json.Key(name);
    write_string(json, text);
}

void write_member(JsonWriter& json, const char* name, std::uint32_t number) {
    json.Key(name);
    json.Uint(number);
}

}  // namespace

ErrorData data_of(const Error& error, std::string_view statement) {
    const ErrorCodeInfo& code = info(error.code);
    const bool is_of_compiling = error.phase == Phase::compile;
    ErrorData data{.type = is_of_compiling ? code.compile_type : code.runtime_type,
                   .phase = is_of_compiling ? "compile" : "runtime",
                   .code = code.detail,
                   .name = code.name,
                   .message = error.message,
                   .hints = error.hints,
                   .rendered = render(error, statement)};
    if (error.span) {
        const std::size_t begin = std::min<std::size_t>(error.span->begin, statement.size());
        const std::size_t end = std::clamp<std::size_t>(error.span->end, begin, statement.size());
        const TextPosition position = position_at(statement, begin);
        data.line = position.line;
        data.column = position.column;
        if (!invalid_utf8(statement))
            data.length = static_cast<std::uint32_t>(count_code_points(statement.substr(begin, end - begin)));
    }
    return data;
}

std::string to_json(const ErrorData& error) {
    rapidjson::StringBuffer buffer;
    JsonWriter json(buffer);
    json.StartObject();
    write_member(json, "type", error.type);
    if (!error.phase.empty()) write_member(json, "phase", error.phase);
    write_member(json, "code", error.code);
    write_member(json, "name", error.name);
    write_member(json, "message", error.message);
    if (error.line > 0) {
        write_member(json, "line", error.line);
        write_member(json, "column", error.column);
        write_member(json, "length", error.length);
    }
    json.Key("hints");
    json.StartArray();
    for (const std::string& hint : error.hints) write_string(json, hint);
    json.EndArray();
    write_member(json, "rendered", error.rendered);
    json.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace confer::engine::format
