#include "interchange/json_scalar.h"

#include <rapidjson/document.h>

#include <algorithm>
#include <cmath>

#include "interchange/number_text.h"
#include "interchange/quoted_text.h"

namespace confer::interchange {

std::string json_scalar(const Cell& cell) {
    std::string text;
    switch (cell.kind()) {
        case CONFER_BOOLEAN:
            return cell.boolean() ? "true" : "false";
        case CONFER_INTEGER:
            return std::to_string(cell.integer());
        case CONFER_FLOAT:
            text = float_text(cell.number(), java_names);
            return std::isfinite(cell.number()) ? text : "\"" + text + "\"";
        default:
            append_quoted(text, cell.text());
            return text;
    }
}

bool put_json_scalar(Importing& into, std::string_view text) {
    rapidjson::Document json;
    json.Parse<rapidjson::kParseFullPrecisionFlag>(text.data(), text.size());
    if (json.HasParseError()) return false;
    if (json.IsBool()) {
        into.put(json.GetBool());
    } else if (json.IsInt64()) {
        into.put(std::int64_t{json.GetInt64()});
    } else if (json.IsDouble()) {
        into.put(json.GetDouble());
    } else if (json.IsString()) {
        into.put(std::string_view(json.GetString(), json.GetStringLength()));
    } else {
        return false;
    }
    return true;
}

std::uint32_t line_at(std::string_view text, std::size_t offset) {
    return 1 + static_cast<std::uint32_t>(
                   std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

}  // namespace confer::interchange
