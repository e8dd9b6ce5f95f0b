#pragma once
// Column: a property key with its type as CSV tables and DOT attributes are headed: `name:string`, `year:long`,
// `aliases:string[]`; and values as text under such a heading.
//
// Text       of a string, the string; of a list, its elements joined by `;`, where `\;` and `\\` stand for what would
// be
//            misread; `\[]` is the empty list. Under `any[]` the elements are JSON, so that each keeps its type.
// Source     the headings and types: Neo4j, "Operations Manual", import, CSV header format.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "interchange/importing.h"

namespace confer::interchange {

struct Column {
    std::string key;
    bool is_list = false;
    std::int32_t kind = CONFER_STRING;  // of a list: of its elements; CONFER_LIST: any
};

std::string heading(const Column& column);
// Without what Neo4j may say after the type: `born:date{timezone:UTC}`.
std::string_view without_options(std::string_view heading);
// A key without a type, or with one that is not known, is a string's.
Column column_headed(std::string_view heading);

// The columns that these keys need: empty lists go with other lists of their key.
std::vector<Column> columns_for(const std::vector<Key>& keys);
bool fits(const Column& column, const Cell& cell);

void append_text(std::string& out, const Column& column, const Cell& cell);
// Puts the value, or reports that it is none of that type and puts nothing.
void put_text(Importing& into, const Column& column, std::string_view text);

// A list as JSON: what is no number in JSON is a string there, "NaN", and read back as a number in a list of floats.
std::string json_list(const Cell& cell);
void put_json_list(Importing& into, const Column& column, std::string_view text);

// What a property is called whose name, in a file of others, is one that graph files keep for themselves: `label_`.
std::string free_key(std::string_view name, bool is_node);

// `;`-separated names, such as labels.
std::string joined(const std::vector<std::string>& names);
std::vector<std::string> split(std::string_view text);

}  // namespace confer::interchange
