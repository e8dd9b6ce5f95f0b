#pragma once
// What a statement costs besides running it: the documentation's examples on the built-in graph, asked for the first
// time and again.
#include <filesystem>
#include <vector>

namespace confer::bench {

// Statements in fenced blocks with the info string `confer` that are meant to succeed.
std::vector<std::string> examples_of(const std::filesystem::path& document);

// Prints a table. False when an example fails.
bool time_statements(const std::vector<std::filesystem::path>& documents);

}  // namespace confer::bench
