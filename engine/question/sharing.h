#pragma once
// Sharing: that an answer is about what several things have in common, and how they have it.
//
// Threads    a plain value.
#include <string>
#include <vector>

namespace confer::engine {

struct Sharing {
    std::vector<std::string> types;   // of the relationships from the things to what they share
    std::vector<std::string> labels;  // of what they share
};

}  // namespace confer::engine
