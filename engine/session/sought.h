#pragma once
// sought: the ids and names that a statement looks for, so that an empty answer can say which of them no node has.
//
// A pattern that names what isn't there finds nothing, and nothing tells a slip of the pen from a gap in the data.
// Looked at are `{id: 'x'}`, `{name: 'x'}` and the conditions `a.id = 'x'`, `a.name IN ['x', …]` that must hold.
//
// Cost       unknown_to: a look-up for each; the nearest names are looked for in graphs of moderate size only.
#include <string>
#include <vector>

#include "exec/expr/evaluator.h"
#include "graph/property_graph.h"
#include "syntax/ast_clause.h"

namespace confer::engine {

struct Sought {
    std::string key;        // "id" or "name"
    std::string text;       // what it is to be; of a parameter, empty
    std::string parameter;  // the parameter that says what it is to be; empty: `text` does
};

std::vector<Sought> sought_by(const ast::Query& query);

// A sentence for each of the first few that no node has, with the nearest that some node has.
std::vector<std::string> unknown_to(const PropertyGraph& graph, const std::vector<Sought>& sought,
                                    const exec::Parameters& parameters);

}  // namespace confer::engine
