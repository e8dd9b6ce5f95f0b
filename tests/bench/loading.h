#pragma once
// Loading: how long graph JSON takes, against RapidJSON reading the same file for nobody, and what memory it leaves.
#include <filesystem>
#include <optional>

#include "confer/confer.hpp"

namespace confer::bench {

struct Loading {
    double seconds = 0;
    long held_kib = 0, peak_kib = 0;  // more than before the load
};

// Opens the folder's graph. An error ends the program with its message.
Graph load(const std::filesystem::path& folder, Loading& figures);

// RapidJSON's SAX pass over the folder's graph.json with a handler that does nothing; the best of three.
double sax_pass_seconds(const std::filesystem::path& folder);

void print(const Loading& figures, double sax_seconds, std::size_t edges);

}  // namespace confer::bench
