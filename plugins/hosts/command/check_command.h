#pragma once
// `confer check PATH`: reads a graph, and says what a curator should look at.
//
// Shapes     as text, findings look like errors: code, sentence, place. In any other format they are a table with the
//            columns severity, lint, message, of, file, line, hints. With --report: how well the graph is covered.
// Errors     exit status 3 when the graph can't be loaded; 1 with errors among the findings, with --strict also with
//            warnings; else 0.
#include <string>

#include "base/result.h"
#include "format/render.h"
#include "graph/property_graph.h"
#include "hosts/command/options.h"

namespace confer::hosts {

// What to print, and the exit status.
struct Checked {
    std::string text;
    int exit_status = 0;
};

// `graph` was read from options.graph.
engine::Result<Checked> check_graph(const engine::GraphPtr& graph, const Options& options,
                                    const engine::format::RenderOptions& render);

}  // namespace confer::hosts
