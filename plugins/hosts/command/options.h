#pragma once
// Options: what the command line of `confer` says.
//
// Errors     parse_options: usage.
#include <string>
#include <vector>

#include "base/result.h"
#include "format/render.h"
#include "session/database.h"

namespace confer::hosts {

enum class Verb : unsigned char { statement, shell, pipe, plugins, version, help };
enum class Color : unsigned char { automatic, always, never };

struct Options {
    Verb verb = Verb::statement;
    std::string statement;  // empty: the shell on a terminal, else standard input
    std::string graph;      // empty: the built-in graph
    bool empty_graph = false;
    std::vector<std::string> plugins;  // paths
    engine::format::Format format = engine::format::Format::table;
    std::string output;  // empty: standard output
    bool read_only = false;
    Color color = Color::automatic;
    bool sources = true;
    engine::RunOptions run;  // parameters and limits
    std::string help;        // the text of --help
};

engine::Result<Options> parse_options(int argc, const char* const* argv);

}  // namespace confer::hosts
