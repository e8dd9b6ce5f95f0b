#pragma once
// cell_text: one value as a person reads it in a table, a list or a CSV field.
//
// Cost       O(size of the text).
#include <string>
#include <string_view>

#include "graph/property_graph.h"
#include "value/value.h"

namespace confer::engine::format {

struct CellStyle {
    std::string_view null_text = "";  // what null looks like
    std::string_view list_separator = ", ";
};

// Strings as they are; nodes by their title; relationships and paths as (a)-[:TYPE]->(b); lists joined by the
// separator, in brackets where they are part of something; maps as {key: value}.
std::string cell_text(const Value& value, const PropertyGraph& graph, const CellStyle& style = {});
// The same behind `out`.
void append_cell_text(std::string& out, const Value& value, const PropertyGraph& graph, const CellStyle& style = {});

}  // namespace confer::engine::format
