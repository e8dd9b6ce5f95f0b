// Values as users see them. Test: tests/suites/door.
#include <algorithm>

#include "convert_internal.h"
#include "format/json_value.h"
#include "graph/graph_builder.h"
#include "value/format.h"

namespace confer {
namespace {

std::string title_of(const Node& node) {
    for (const char* key : {"name", "id"}) {
        const auto found = std::find_if(node.properties.begin(), node.properties.end(),
                                        [&](const auto& entry) { return entry.first == key; });
        if (found != node.properties.end()) return found->second.to_string();
    }
    return "(#" + std::to_string(node.id) + ")";
}

}  // namespace

std::string Value::to_string() const {
    if (const auto* boolean = as<bool>()) return *boolean ? "true" : "false";
    if (const auto* text = as<std::string>()) return *text;
    if (const Node* node = as_node()) return title_of(*node);
    if (const Relationship* edge = as_relationship()) return "[:" + edge->type + "]";
    if (const List* list = as_list()) {
        std::string out;
        for (const Value& item : *list) out += (out.empty() ? "" : ", ") + item.to_string();
        return out;
    }
    if (const Map* map = as_map()) {
        std::string out = "{";
        for (const auto& [key, item] : *map) out += (out.size() > 1 ? ", " : "") + key + ": " + item.to_string();
        return out + "}";
    }
    if (const Path* path = as_path()) {
        std::string out;
        for (std::size_t i = 0; i < path->nodes.size(); ++i) {
            if (i > 0) {
                const bool forward = path->relationships[i - 1].start == path->nodes[i - 1].id;
                out += (forward ? "-[:" : "<-[:") + path->relationships[i - 1].type + (forward ? "]->" : "]-");
            }
            out += "(" + title_of(path->nodes[i]) + ")";
        }
        return out;
    }
    if (const auto* integer = as<std::int64_t>()) return std::to_string(*integer);
    if (const auto* floating = as<double>()) return engine::format_float(*floating);
    return {};
}

Result<Value> Value::from_json(std::string_view json) {
    auto value = engine::format::value_from_json(json);
    if (!value) return to_public(value.error(), "");
    static const engine::GraphPtr nothing = engine::GraphBuilder().finish();  // JSON holds no nodes
    return to_public(value.value(), *nothing);
}

}  // namespace confer
