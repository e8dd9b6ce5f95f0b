#include "format/format_internal.h"
#include "format/json_value.h"
#include "format/json_writer_internal.h"

namespace confer::engine::format {
namespace {

void write_optional(JsonWriter& json, const char* name, const std::string& text) {
    if (text.empty()) return;
    json.Key(name);
    write_string(json, text);
}

void write_source(JsonWriter& json, const Source& source) {
    json.StartObject();
    write_optional(json, "title", source.title);
    write_optional(json, "authors", source.authors);
    write_optional(json, "publisher", source.publisher);
    if (source.year) {
        json.Key("year");
        json.Int64(*source.year);
    }
    write_optional(json, "url", source.url);
    write_optional(json, "quality", source.quality);
    json.Key("weak");
    json.Bool(source.weak);
    json.EndObject();
}

}  // namespace

std::string to_json(const Source& source) {
    rapidjson::StringBuffer buffer;
    JsonWriter json(buffer);
    write_source(json, source);
    return {buffer.GetString(), buffer.GetSize()};
}

void write_source_ids(JsonWriter& json, const Answer& answer, const Answer::Cited& cited) {
    json.StartArray();
    for (const std::uint32_t index : cited) write_string(json, answer.sources[index].id);
    json.EndArray();
}

std::string render_json(const Answer& answer, const RenderOptions& options) {
    rapidjson::StringBuffer buffer;
    JsonWriter json(buffer);
    json.StartObject();
    json.Key("columns");
    json.StartArray();
    for (const AnswerColumn& column : answer.columns) write_string(json, column.name);
    json.EndArray();
    json.Key("rows");
    json.StartArray();
    for (const auto& row : answer.rows) {
        json.StartArray();
        for (const Value& value : row) write_value(json, value, *answer.graph);
        json.EndArray();
    }
    json.EndArray();
    json.Key("stats");
    write_stats(json, answer.stats);
    json.Key("notices");
    json.StartArray();
    for (const std::string& notice : answer.notices) write_string(json, notice);
    json.EndArray();
    json.Key("sources");
    json.StartObject();
    if (options.sources) {
        for (const Source& source : answer.sources) {
            write_key(json, source.id);
            write_source(json, source);
        }
    }
    json.EndObject();
    if (options.sources && !answer.citations.empty()) {
        json.Key("citations");  // for each row, the ids of the sources that it rests on
        json.StartArray();
        for (const Answer::Cited& cited : answer.citations) write_source_ids(json, answer, cited);
        json.EndArray();
    }
    if (options.sources && !answer.cell_citations.empty()) {
        json.Key("cell_citations");  // the same for each cell of each row
        json.StartArray();
        for (const auto& row : answer.cell_citations) {
            json.StartArray();
            for (const Answer::Cited& cited : row) write_source_ids(json, answer, cited);
            json.EndArray();
        }
        json.EndArray();
    }
    json.Key("statement");
    write_string(json, answer.statement);
    json.Key("pattern");
    write_string(json, answer.pattern);
    json.EndObject();
    return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

}  // namespace confer::engine::format
