#include "format/cell_text.h"
#include "format/format_internal.h"

namespace confer::engine::format {
namespace {

// RFC 4180: quoted when the field holds a comma, a quote or a line break.
void append_field(std::string& out, const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) {
        out += text;
        return;
    }
    out += '"';
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

}  // namespace

std::string render_csv(const Answer& answer, const RenderOptions&) {
    const CellStyle style{.list_separator = "; "};
    std::string out;
    for (std::size_t i = 0; i < answer.columns.size(); ++i) {
        if (i > 0) out += ',';
        append_field(out, answer.columns[i].name);
    }
    out += "\r\n";
    for (const auto& row : answer.rows) {
        const std::size_t begin = out.size();
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) out += ',';
            append_field(out, cell_text(row[i], *answer.graph, style));
        }
        if (out.size() == begin) out += "\"\"";  // one empty field; a line with nothing in it would be no row
        out += "\r\n";
    }
    return out;
}

}  // namespace confer::engine::format
