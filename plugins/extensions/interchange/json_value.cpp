#include "interchange/json_value.h"

namespace confer::interchange {

const rapidjson::Value& member(const rapidjson::Value& object, std::string_view name) {
    static const rapidjson::Value nothing;
    const auto found = object.FindMember(rapidjson::Value(name.data(), static_cast<rapidjson::SizeType>(name.size())));
    return found == object.MemberEnd() ? nothing : found->value;
}

void put_json(Importing& into, const rapidjson::Value& scalar) {
    if (scalar.IsBool()) return into.put(scalar.GetBool());
    if (scalar.IsString()) return into.put(view_of(scalar));
    if (scalar.IsInt64()) return into.put(std::int64_t{scalar.GetInt64()});
    if (scalar.IsDouble()) return into.put(scalar.GetDouble());
    into.problem(scalar.IsUint64() ? "`" + std::to_string(scalar.GetUint64()) + "` does not fit into a 64-bit integer"
                                   : "a value must be a boolean, a number or a string",
                 scalar.IsUint64() ? "write it with a point to make it a float" : "");
    into.put(std::string_view());
}

}  // namespace confer::interchange
