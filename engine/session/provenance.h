#pragma once
// Provenance: from the relationships and nodes that a row rests on to the sources that they cite.
//
// Their `sources` property lists ids of source nodes, whose properties (title or name, authors,
// publisher, year, url, quality) describe them. A graph without such properties simply cites nothing.
//
// Threads    one thread; it fills one Answer.
// Cost       one look-up for each relationship; its sources are looked up when it is first met.
#include <unordered_map>

#include "session/answer.h"

namespace confer::engine {

// The source whose node has that id; only the id is known where there is no such node.
Source describe_source(const PropertyGraph& graph, std::string_view id);

class Provenance {
public:
    // REQUIRES: answer.graph is set; `answer` outlives this.
    explicit Provenance(Answer& answer);

    // Adds the citations of the next row: `evidence` is a relationship, a node, null, or a list of such evidence. A
    // list may also hold ids of sources: then it cites those alone.
    void cite(const Value& evidence);
    // The same, and those of each cell: `evidence` is a list with one item for each column.
    void cite_by_cell(const Value& evidence);

private:
    Answer::Cited all_cited_by(const Value& evidence);  // each once, ascending
    void collect(const Value& evidence, std::vector<std::uint32_t>& cited);
    const std::vector<std::uint32_t>& cited_by(EdgeId edge);
    void add_footnotes(const Value& sources, std::vector<std::uint32_t>& cited);
    std::uint32_t footnote(std::string_view id);

    Answer& answer_;
    std::unordered_map<std::string, std::uint32_t> footnotes_;
    std::unordered_map<EdgeId, std::vector<std::uint32_t>> cited_by_edge_;  // an edge is evidence for many rows
};

}  // namespace confer::engine
