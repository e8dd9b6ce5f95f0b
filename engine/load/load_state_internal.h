#pragma once
// LoadState: what the files of one graph have in common while they are read.
//
// Two things can only be judged when everything has been read: relationships whose ends had not come yet
// are kept in `unsettled`; a schema that comes after data sets `schema_came_late`, and the graph is then
// read once more with the schema known from the start.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "graph/graph_builder.h"
#include "load/cardinality_internal.h"
#include "load/problem_log_internal.h"
#include "load/schema_rules_internal.h"

namespace confer::engine::load {

struct LoadState {
    struct FileLine {
        std::uint32_t file = 0, line = 0;
    };
    // A relationship that named a node before it was declared.
    struct Unsettled {
        std::uint32_t edge;  // GraphBuilder's handle
        std::uint32_t file, line, index;
    };

    GraphBuilder builder;
    ProblemLog problems;
    SchemaRules rules;
    Cardinality cardinality;
    std::vector<FileLine> declared_at;  // by node
    std::vector<Unsettled> unsettled;
    std::optional<Schema> schema;  // as soon as one was read
    FileLine schema_at;
    bool schema_given = false;  // known before reading began
    bool schema_came_late = false;
    bool has_data = false;    // some node or edge was read
    bool incomplete = false;  // some file could not be read to its end

    void set_schema(Schema known) {
        builder.set_schema(std::move(known));
        rules = SchemaRules(builder);
    }
};

}  // namespace confer::engine::load
