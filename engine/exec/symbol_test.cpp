#include "exec/symbol_test.h"

#include <algorithm>

namespace confer::engine::exec {

SymbolTest settle(const typed::LabelTest& test, const Symbols& symbols) {
    SymbolTest settled{test.op, std::nullopt, {}};
    if (test.op == typed::LabelTest::Op::name) settled.symbol = symbols.find(test.name);
    for (const typed::LabelTestPtr& part : test.parts) settled.parts.push_back(settle(*part, symbols));
    return settled;
}

bool holds(const SymbolTest& test, std::span<const SymbolId> present) {
    using Op = typed::LabelTest::Op;
    const auto part_holds = [&](const SymbolTest& part) { return holds(part, present); };
    switch (test.op) {
        case Op::name:
            return test.symbol && std::binary_search(present.begin(), present.end(), *test.symbol);
        case Op::any:
            return !present.empty();
        case Op::negation:
            return !part_holds(test.parts.front());
        case Op::conjunction:
            return std::all_of(test.parts.begin(), test.parts.end(), part_holds);
        case Op::disjunction:
            return std::any_of(test.parts.begin(), test.parts.end(), part_holds);
    }
    return false;
}

}  // namespace confer::engine::exec
