#pragma once
// naive: the meaning of a statement, written down in the plainest way: clause by clause, row by row, every pattern by
// trying all nodes and relationships, every change in place. It shares the syntax tree, values and scalar functions
// with the engine; nothing of names, planning or execution.
//
// Errors     Fails: the statement does; TooMuch: it would take too long; Unsupported: not written down here.
// Source     openCypher 9 reference.
#include <cstddef>
#include <limits>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "graph/graph_edit.h"
#include "graph/property_graph.h"
#include "syntax/ast_clause.h"
#include "value/value.h"

namespace confer::oracle {

using engine::Value;
namespace ast = engine::ast;

struct Fails : std::runtime_error {
    using std::runtime_error::runtime_error;
};
// The statement asks for what it deleted, if it has to be known here what it asks for.
struct FailsOnDeleted : Fails {
    FailsOnDeleted() : Fails("it was deleted") {}
};
struct TooMuch {};
struct Unsupported {};

using Properties = std::map<std::string, Value, std::less<>>;
using Row = std::map<std::string, Value, std::less<>>;  // by variable; also the parameters
using Rows = std::vector<Row>;

// The graph as lists. What a statement deletes stays where it was, marked.
struct World {
    explicit World(engine::GraphPtr graph);

    struct Node {
        std::vector<std::string> labels;
        Properties properties;
        bool deleted = false;
    };
    struct Edge {
        std::string type;
        engine::NodeId from, to;
        Properties properties;
        bool deleted = false;
    };
    engine::GraphPtr graph;
    std::vector<Node> nodes;
    std::vector<Edge> edges;
    engine::EditStats changes;
};

bool is_deleted(const World& world, const Value& element);

// What a statement may answer: the rows that come before SKIP and LIMIT, in an order in which those of one tie may
// change places; and which of them are given.
struct Expected {
    std::vector<std::string> columns;
    std::vector<std::vector<Value>> rows;
    std::vector<std::size_t> tie;  // by row; rows of one tie stand together
    std::size_t skip = 0, limit = std::numeric_limits<std::size_t>::max();

    // One of the answers that are right.
    std::vector<std::vector<Value>> answer() const;
};

// The order in which rows come where the language leaves it open; what depends on it, the statement doesn't determine:
// 0 as they are found, 1 backwards, from 2 on shuffled, each number in its own way.
// Leaves the changes of the statement in `world`, unless it fails.
Expected evaluate(const ast::Query& query, World& world, const Row& parameters, unsigned order);

}  // namespace confer::oracle
