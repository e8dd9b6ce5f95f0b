#include "hosts/serve/answer_reply.h"

#include <charconv>

#include "format/graph_json.h"
#include "format/json_value.h"
#include "picture/answer_graph.h"

namespace confer::hosts::serve {

namespace {

using engine::Answer;
namespace format = engine::format;

// Of a table in plain text, so that one long cell doesn't make all the others as wide.
constexpr std::size_t table_width = 120;

std::string_view view_of(const Answer& answer) {
    if (answer.matrix) return "matrix";
    if (answer.tree) return "tree";
    return answer.rows.size() == 1 && answer.columns.size() == 1 ? "value" : "table";
}

std::string seconds_text(double seconds) {
    char buffer[32];
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, seconds, std::chars_format::fixed, 6).ptr};
}

}  // namespace

std::string answer_text(const Answer& answer, format::Format format, const AnswerExtras& extras) {
    std::string text = format::render(answer, format, {.width = table_width, .sources = extras.sources});
    if (format != format::Format::json) return text;
    text.resize(text.rfind('}'));
    text.append(",\"view\":\"").append(view_of(answer));
    text.append("\",\"seconds\":").append(seconds_text(answer.seconds));
    text.append(",\"version\":").append(format::json_string(extras.version));
    if (extras.graph) {
        text.append(",\"graph\":").append(format::graph_json(engine::picture::collect_graph(answer), *answer.graph));
    }
    return text += "}\n";
}

}  // namespace confer::hosts::serve
