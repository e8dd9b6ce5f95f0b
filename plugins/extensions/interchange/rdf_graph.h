#pragma once
// rdf_graph: a graph as RDF statements, for whichever syntax.
//
// Source     the vocabulary: docs/interchange.md; SKOS, Dublin Core terms, PROV-O; RDF 1.1's reification.
#include "interchange/exporting.h"
#include "interchange/rdf_terms.h"

namespace confer::interchange {

void write_rdf(Exporting& graph, TermSink& sink);

}  // namespace confer::interchange
