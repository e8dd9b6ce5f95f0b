#pragma once
// json_records: a JSON file of any size, taken apart into records: the elements of its long lists, and what else there
// is.
//
// Shapes     the file holds an object, whose members are records, but for the lists that are named, whose elements are;
// or a
//            list, whose elements are records of the list called "".
// Errors     what is no JSON is a problem of the file, with its line, and ends it.
// Cost       one record and a buffer in memory.
// Source     RFC 8259.
#include <rapidjson/document.h>

#include <functional>
#include <string>
#include <vector>

#include "interchange/importing.h"

namespace confer::interchange {

struct JsonRecord {
    std::string list;         // the member's name
    bool is_element = false;  // of the list; else the member's whole value
    std::uint32_t line = 0;
    rapidjson::Document json;
};

// Visits the records in their order; the record's line is then where messages point at. `lists`: the long ones.
void each_record(Importing& file, const std::vector<std::string>& lists,
                 const std::function<void(const JsonRecord&)>& visit);

}  // namespace confer::interchange
