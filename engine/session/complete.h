#pragma once
// complete: what may be typed next: keywords, the graph's labels, types and properties, functions, and for
// questions the lexicon's words and the names of the graph's nodes.
//
// Threads    safe from any number of threads.
// Cost       linear in the text and in the number of names.
#include <string>
#include <string_view>
#include <vector>

#include "session/database.h"

namespace confer::engine {

struct Completion {
    std::string text;
    std::size_t replaced = 0;  // how many bytes before the cursor it takes the place of
    // What it is: noun, verb, name or keyword; in patterns also label, relationship type, property, function,
    // procedure, variable. A text that lives as long as the program.
    std::string_view kind = {};
};

// For the text before the cursor; in the order in which to offer them.
std::vector<Completion> complete(const Database& database, std::string_view before_cursor);

// Questions that can be asked of this graph, with its own words, best known things first; none without a schema.
std::vector<std::string> example_questions(const Database& database);

}  // namespace confer::engine
