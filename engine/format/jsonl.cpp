// JSON Lines: an object for each row, by column; with the ids of the sources that the row rests on as `$sources`, and
// those of its cells, where they are known, as `$cell_sources`.
#include "format/footnotes.h"
#include "format/format_internal.h"
#include "format/json_writer_internal.h"

namespace confer::engine::format {

std::string render_jsonl(const Answer& answer, const RenderOptions& options) {
    const bool cite = cites(answer, options);
    std::string out;
    for (std::size_t r = 0; r < answer.rows.size(); ++r) {
        rapidjson::StringBuffer buffer;
        JsonWriter json(buffer);
        json.StartObject();
        for (std::size_t i = 0; i < answer.columns.size(); ++i) {
            write_key(json, answer.columns[i].name);
            write_value(json, answer.rows[r][i], *answer.graph);
        }
        if (cite) {
            json.Key("$sources");
            write_source_ids(json, answer, answer.citations[r]);
        }
        if (cite && !answer.cell_citations.empty()) {
            json.Key("$cell_sources");
            json.StartObject();
            for (std::size_t i = 0; i < answer.columns.size(); ++i) {
                if (answer.cell_citations[r][i].empty()) continue;
                write_key(json, answer.columns[i].name);
                write_source_ids(json, answer, answer.cell_citations[r][i]);
            }
            json.EndObject();
        }
        json.EndObject();
        out.append(buffer.GetString(), buffer.GetSize());
        out += '\n';
    }
    return out;
}

}  // namespace confer::engine::format
