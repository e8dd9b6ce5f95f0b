#pragma once
// JsonTree: a small part of a file as a tree that remembers its lines: everything but nodes and edges.
#include <cstdint>
#include <string>
#include <vector>

namespace confer::engine::load {

struct JsonTree {
    enum class Kind : std::uint8_t { null, boolean, number, string, list, object };

    Kind kind = Kind::null;
    std::uint32_t line = 0;
    bool boolean = false;
    std::string text;             // of a string; of a number, as written
    std::vector<JsonTree> items;  // of a list; of an object, parallel to keys
    std::vector<std::string> keys;
};

// "a string", "a list"…: for messages.
inline const char* with_article(JsonTree::Kind kind) {
    switch (kind) {
        case JsonTree::Kind::null:
            return "null";
        case JsonTree::Kind::boolean:
            return "a boolean";
        case JsonTree::Kind::number:
            return "a number";
        case JsonTree::Kind::string:
            return "a string";
        case JsonTree::Kind::list:
            return "a list";
        case JsonTree::Kind::object:
            return "an object";
    }
    return "";
}

}  // namespace confer::engine::load
