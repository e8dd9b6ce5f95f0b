#pragma once
// Answer: what a statement gave: rows, what they rest on, and what was understood.
//
// Shapes     columns.size() columns; citations, when not empty, has one list of indexes into `sources` for each row;
//            cell_citations, when not empty, one for each column of each row, and citations what they are together.
// Ownership  holds the snapshot that its nodes, relationships and borrowed strings live in.
// Threads    a plain value.
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "graph/graph_edit.h"
#include "graph/property_graph.h"
#include "question/matrix.h"
#include "question/sharing.h"
#include "question/tree.h"
#include "session/answer_rows.h"

namespace confer::engine {

// A node of the graph that claims refer to by its id in their `sources` property.
struct Source {
    std::string id, title, url, publisher, quality;
    std::string authors;
    std::optional<std::int64_t> year;
    bool weak = false;  // its quality is graded `low`
};

using Stats = EditStats;  // of a statement that writes

struct AnswerColumn {
    std::string name;
    ValueType type;
};

struct Answer {
    GraphPtr graph;
    std::vector<GraphPtr> past;  // of a statement that writes: snapshots on the way, where texts of the rows may live
    std::vector<AnswerColumn> columns;
    AnswerRows rows;
    Stats stats;
    std::vector<std::string> notices;  // whole sentences
    std::vector<Source> sources;       // in order of first citation; footnote n is sources[n - 1]
    using Cited = std::vector<std::uint32_t>;
    std::vector<Cited> citations;
    std::vector<std::vector<Cited>> cell_citations;
    ValueArray evidence;           // of each row: relationships, nodes, lists of them (session/provenance.h)
    std::optional<Matrix> matrix;  // where things are set side by side
    std::optional<Tree> tree;
    std::optional<Sharing> sharing;  // where things have something in common
    std::string statement;           // as it was asked
    std::string pattern;             // the pattern that ran; for a question, its translation
    double seconds = 0;              // inside the engine, parsing included
};

}  // namespace confer::engine
