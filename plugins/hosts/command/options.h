#pragma once
// Options: what the command line of `confer` says.
//
// Errors     parse_options: usage.
#include <string>
#include <vector>

#include "base/result.h"
#include "format/render.h"
#include "hosts/serve/serve_options.h"
#include "session/database.h"

namespace confer::hosts {

enum class Verb : unsigned char { statement, shell, pipe, check, convert, weave, serve, plugins, version, help };
enum class Color : unsigned char { automatic, always, never };

struct Options {
    Verb verb = Verb::statement;
    std::string statement;     // empty: the shell on a terminal, else standard input
    std::string graph;         // empty: the built-in graph; what convert and check read
    std::string like_command;  // the command that the statement's first word is nearly the name of; empty: none
    bool empty_graph = false;
    std::vector<std::string> plugins;  // paths
    engine::format::Format format = engine::format::Format::table;
    std::string output;  // empty: standard output; what convert writes
    std::string to;      // the format that convert writes; empty: by the output's extension
    std::string from;    // the format of `graph`; empty: by its extension
    bool strict = false, report = false, all = false;  // of check
    std::vector<std::string> pages;                    // of weave
    bool out_of_date = false;                          // weave --check: only say which answers are
    Color color = Color::automatic;
    bool sources = true;
    engine::RunOptions run;     // parameters, limits, --read-only
    serve::ServeOptions serve;  // of serve
    std::string help;           // the text of --help
};

engine::Result<Options> parse_options(int argc, const char* const* argv);

}  // namespace confer::hosts
