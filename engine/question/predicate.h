#pragma once
// predicate: a Meaning -> what a pattern says of it, and the relationships that it rests on.
#include <string>
#include <vector>

#include "question/meaning.h"
#include "syntax/ast_clause.h"

namespace confer::engine::question {

// A condition on the node `variable`; for WHERE.
ast::ExprPtr predicate(const Meaning& meaning, const std::string& variable);

// That a number lies within: size(…) >= 3. It is given twice, since both ends may have to be compared.
ast::ExprPtr within(const ast::Quantity& quantity, ast::ExprPtr number, ast::ExprPtr again);

// How many things the node `variable` is joined with as a `joined` meaning says; its quantity aside.
ast::ExprPtr size_of(const Meaning& meaning, const std::string& variable);

// A list of what those things are called, in order.
ast::ExprPtr titles_of(const Meaning& meaning, const std::string& variable);

// Lists of relationships, one for each thing that is asserted (what is denied rests on nothing). A list may hold
// lists in turn.
std::vector<ast::ExprPtr> evidence(const Meaning& meaning, const std::string& variable);

// A list of the narrower things by which alone what is asserted holds ("Panic disorder", of what treats anxiety); null
// where nothing narrower counts.
ast::ExprPtr narrower_names(const Meaning& meaning, const std::string& variable);

std::vector<std::string> names_of(const Labels& labels);
std::vector<std::string> names_of(const std::vector<const RelationshipSchema*>& types);

}  // namespace confer::engine::question
