#pragma once
// evaluate: an expression's text, through the parser, the analyser and the evaluator, to its value in the
// language's own notation; or "error: " and the error's code.
//
// An expression is computed in several ways that have to agree: folded when it is compiled; with its literals
// as typed columns of a batch with a selection; and with its literals as general value columns.
#include <catch2/catch.hpp>
#include <initializer_list>
#include <string>
#include <utility>

#include "exec/expr/evaluator.h"
#include "graph/property_graph.h"
#include "semantics/typed_query.h"
#include "value/format.h"

namespace confer::engine::expressions {

using exec::Parameters;

GraphPtr empty_graph();

// Two approaches, a technique and a person; some know their years, one a score.
GraphPtr small_graph();

// The first item of a statement's RETURN, analysed. Keeps what the expression refers to.
struct Analysed {
    typed::Query query;
    const typed::Expr* expr = nullptr;
};
Result<Analysed> analysed(const std::string& statement);

std::string error_text(const Error& error);

// The value of an expression without graph.
std::string evaluate(const std::string& expression, const Parameters& parameters = {});

// The values of an expression over `(n)-[r]->(m)` of the small graph, one for each relationship, joined by "; ";
// then one for a row where all three are null.
std::string over_graph(const std::string& expression);

// A table of `expression, value`.
using Table = std::initializer_list<std::pair<const char*, const char*>>;
void expect(Table table);
void expect_over_graph(Table table);

}  // namespace confer::engine::expressions
