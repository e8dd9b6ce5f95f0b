#pragma once
// needs: what the things asked for are to serve: the conditions of SELECT … FOR and ASSIMILATE … FOR.
//
// Errors     as resolve_name; unknown_question where the schema doesn't say what serves what.
#include <string>
#include <vector>

#include "base/result.h"
#include "question/build_ast.h"
#include "question/resolve.h"

namespace confer::engine::question {

struct Needs {
    std::vector<Named> things;  // each once, in the order in which they were named
    Labels labels;              // of what can be served
    std::vector<const RelationshipSchema*> serving;

    std::vector<std::string> titles() const;
};

Result<Needs> resolve_needs(const std::vector<ast::Operand>& purposes, const Setting& setting);

// What confer.select and confer.assimilate yield of a claim, and its columns: which need is served, of what sources say
// so, for what exactly, and how well that is supported.
void add_claim(const Needs& needs, std::vector<Yielded>& yields, std::vector<Item>& columns);

}  // namespace confer::engine::question
