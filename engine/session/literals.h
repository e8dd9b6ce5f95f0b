#pragma once
// Literals: a statement without the texts of its literals, so that `{id: 'cbt'}` and `{id: 'dbt'}` share a plan.
//
// A skeleton is the statement with nothing between the quotes of its strings and no digits in its integers. The first
// time that a skeleton is met, lift() puts parameters in place of those literals that no plan, no column's name and no
// error of compilation depends on: what properties are compared with in MATCH, WHERE and FILTER. The others stay part
// of the plan's key, as do literals with escapes, floats, and numbers in other bases than ten.
//
// Units      spans are byte offsets into the statement.
// Cost       linear in the statement.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "syntax/ast_clause.h"
#include "value/value.h"

namespace confer::engine {

struct Literal {
    SourceSpan span;  // of all of it: quotes too
    bool is_text = false;
};

struct Skeleton {
    std::string text;
    std::vector<Literal> literals;  // in the order of the statement
};
Skeleton skeleton_of(std::string_view statement);

// What is between the quotes, or the digits. REQUIRES: the literal is of that statement.
std::string_view text_of(const Literal& literal, std::string_view statement);
Value value_of(const Literal& literal, std::string_view statement);

// Puts parameters called lifted_name(i) in place of those literals of the query that may vary. By literal: whether it
// did.
std::vector<bool> lift(ast::Query& query, const std::vector<Literal>& literals);

// No statement can name such a parameter: it isn't UTF-8.
std::string lifted_name(std::size_t literal);
// `pattern`, which was written from a lifted query, with the literals of `statement` in place of those parameters.
std::string with_literals(std::string pattern, const std::vector<bool>& lifted, const std::vector<Literal>& literals,
                          std::string_view statement);

// A span of one statement as that of another with the same skeleton.
SourceSpan moved(SourceSpan span, const std::vector<Literal>& from, const std::vector<Literal>& to);

}  // namespace confer::engine
