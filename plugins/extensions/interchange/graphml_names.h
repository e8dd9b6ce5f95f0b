#pragma once
// graphml_names: what the writer and the reader of GraphML have in common: keys that are no properties, and labels.
#include <string>
#include <string_view>
#include <vector>

namespace confer::interchange {

inline constexpr const char* head_key = "confer";
inline constexpr const char* labels_key = "labels";
inline constexpr const char* type_key = "type";
inline constexpr const char* node_prefix = "n.";
inline constexpr const char* edge_prefix = "e.";
inline constexpr std::string_view as_json = " as JSON";  // "string[] as JSON": what a key's <desc> says of lists

// `:Approach:School`; a colon or a backslash in a label follows a backslash.
std::string labels_text(const std::vector<std::string>& labels);
// The first colon may be missing.
std::vector<std::string> labels_in(std::string_view text);

}  // namespace confer::interchange
