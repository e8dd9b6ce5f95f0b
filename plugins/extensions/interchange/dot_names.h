#pragma once
// dot_names: attributes that the writer and the reader of DOT have in common and that are no properties.

namespace confer::interchange {

inline constexpr const char* dot_head = ":confer";
inline constexpr const char* dot_labels = ":LABEL";
inline constexpr const char* dot_type = ":TYPE";

}  // namespace confer::interchange
