#pragma once
// Matrix: how the columns of an answer that sets things side by side are to be read.
//
// Shapes     the answer's columns are, from the left: a group of rows (where `grouped`), what the row is about, and one
//            column for each of `things`. A cell of theirs is the word of one of the `marks`.
// Threads    a plain value.
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace confer::engine {

// One of the few words that cells say.
struct Mark {
    enum class Tone : std::uint8_t { affirmed, denied, absent, open };
    std::string word;
    std::string symbol;   // one character that can stand for it
    std::string meaning;  // "a source says so"
    Tone tone = Tone::affirmed;
};

struct Matrix {
    bool grouped = false;
    std::vector<std::string> things;  // by their whole names
    std::vector<Mark> marks;

    std::size_t first_thing() const { return grouped ? 2 : 1; }
};

}  // namespace confer::engine
