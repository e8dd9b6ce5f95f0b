#pragma once
// find_places: where nodes and edges stand in the files that a graph was read from.
//
// A graph in memory doesn't remember its files; what has something to say of a few of its elements asks here.
//
// Errors     none: elements of files that can't be read, or changed since, have no place.
// Cost       one SAX pass over the files; memory for the elements that are asked for.
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "load/file_source.h"

namespace confer::engine::load {

// A node's id, or an edge's source, type and target.
using ElementKey = std::tuple<std::string, std::string, std::string>;

struct ElementPlace {
    std::string file;        // as messages name it
    std::uint32_t line = 0;  // of the object's brace, from 1
};

// PATH is a file, or a folder that holds graph.json.
std::map<ElementKey, ElementPlace> find_places(std::string_view path, const std::vector<ElementKey>& wanted);

}  // namespace confer::engine::load
