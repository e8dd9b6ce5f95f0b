#pragma once
// json_value: property values from JSON.
#include <rapidjson/document.h>

#include <string>
#include <string_view>

#include "interchange/importing.h"

namespace confer::interchange {

inline std::string_view view_of(const rapidjson::Value& string) {
    return {string.GetString(), string.GetStringLength()};
}

// The member of an object; null when it isn't there.
const rapidjson::Value& member(const rapidjson::Value& object, std::string_view name);

// Puts a boolean, number or string; reports what is none of these and puts nothing.
void put_json(Importing& into, const rapidjson::Value& scalar);

}  // namespace confer::interchange
