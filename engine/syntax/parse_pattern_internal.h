#pragma once
// parse_pattern: the text of a pattern statement -> ast::Query.
//
// Units      spans count from the start of the whole statement, in which `text` begins at `offset`.
// Errors     as syntax::parse; ANTLR's exceptions stay inside.
#include <cstdint>
#include <string_view>

#include "base/cancel.h"
#include "base/result.h"
#include "syntax/ast_clause.h"

namespace confer::engine::syntax {

// REQUIRES: `text` is valid UTF-8 of at most max_statement_bytes; EXPLAIN or PROFILE is already cut off.
// `limits` may be null.
Result<ast::Query> parse_pattern(std::string_view text, std::uint32_t offset, const RunLimits* limits);

}  // namespace confer::engine::syntax
