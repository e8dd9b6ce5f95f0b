#include "value/type.h"

namespace confer::engine {

namespace {

constexpr Kind non_null_kinds[] = {Kind::boolean, Kind::integer, Kind::floating,     Kind::string, Kind::list,
                                   Kind::map,     Kind::node,    Kind::relationship, Kind::path};

bool may_be_all(ValueType type) {
    for (const Kind kind : non_null_kinds) {
        if (!type.may_be(kind)) return false;
    }
    return true;
}

}  // namespace

const char* kind_name(Kind kind) {
    switch (kind) {
        case Kind::null:
            return "Null";
        case Kind::boolean:
            return "Boolean";
        case Kind::integer:
            return "Integer";
        case Kind::floating:
            return "Float";
        case Kind::string:
            return "String";
        case Kind::list:
            return "List";
        case Kind::map:
            return "Map";
        case Kind::node:
            return "Node";
        case Kind::relationship:
            return "Relationship";
        case Kind::path:
            return "Path";
    }
    return "Null";
}

std::string to_string(ValueType type) {
    if (type.is_only_null()) return "Null";
    if (may_be_all(type)) return "Any";
    if (type.is(Kind::list)) {
        const ValueType element = type.element();
        return may_be_all(element) ? "List" : "List<" + to_string(element) + '>';
    }
    std::string text;
    int left = 0;
    for (const Kind kind : non_null_kinds) left += type.may_be(kind) ? 1 : 0;
    for (const Kind kind : non_null_kinds) {
        if (!type.may_be(kind)) continue;
        text += kind_name(kind);
        if (--left > 0) text += left == 1 ? " or " : ", ";
    }
    return text;
}

}  // namespace confer::engine
