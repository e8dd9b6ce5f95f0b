#include "format/cell_text.h"
#include "format/format_internal.h"

namespace confer::engine::format {
namespace {

// A field holds neither tabs nor line breaks: they are written as \t and \n, and a backslash as two.
void append_field(std::string& out, const std::string& text) {
    for (const char c : text) {
        if (c == '\t') {
            out += "\\t";
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\r') {
            out += "\\r";
        } else if (c == '\\') {
            out += "\\\\";
        } else {
            out += c;
        }
    }
}

}  // namespace

std::string render_tsv(const Answer& answer, const RenderOptions&) {
    const CellStyle style{.list_separator = "; "};
    std::string out;
    for (std::size_t i = 0; i < answer.columns.size(); ++i) {
        if (i > 0) out += '\t';
        append_field(out, answer.columns[i].name);
    }
    out += '\n';
    for (const auto& row : answer.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) out += '\t';
            append_field(out, cell_text(row[i], *answer.graph, style));
        }
        out += '\n';
    }
    return out;
}

}  // namespace confer::engine::format
