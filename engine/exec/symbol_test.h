#pragma once
// SymbolTest: a typed::LabelTest with its names settled against one graph.
//
// Threads    a plain value.
#include <optional>
#include <span>
#include <vector>

#include "graph/symbols.h"
#include "semantics/typed_expr.h"

namespace confer::engine::exec {

struct SymbolTest {
    typed::LabelTest::Op op = typed::LabelTest::Op::name;
    std::optional<SymbolId> symbol;  // absent: the graph does not have the name, so nothing carries it
    std::vector<SymbolTest> parts;
};

SymbolTest settle(const typed::LabelTest& test, const Symbols& symbols);

// REQUIRES: present is ascending.
bool holds(const SymbolTest& test, std::span<const SymbolId> present);

}  // namespace confer::engine::exec
