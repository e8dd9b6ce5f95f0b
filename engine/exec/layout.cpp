#include "exec/layout.h"

#include <cassert>

namespace confer::engine::exec {

void Layout::name(typed::VarId variable, std::uint32_t slot) {
    if (variable >= slots_.size()) slots_.resize(variable + std::size_t{1}, absent);
    slots_[variable] = slot;
}

std::uint32_t Layout::add(typed::VarId variable, ColumnKind kind) {
    assert(!has(variable));
    const auto slot = static_cast<std::uint32_t>(kinds_.size());
    kinds_.push_back(kind);
    name(variable, slot);
    return slot;
}

void Layout::alias(typed::VarId alias, typed::VarId existing) {
    assert(has(existing));
    name(alias, slot(existing));
}

ColumnKind column_kind(ValueType type) {
    if (type.is(Kind::node)) return ColumnKind::node;
    if (type.is(Kind::relationship)) return ColumnKind::relationship;
    if (type.is(Kind::integer)) return ColumnKind::integer;
    if (type.is(Kind::floating)) return ColumnKind::floating;
    if (type.is(Kind::boolean)) return ColumnKind::boolean;
    return ColumnKind::value;
}

}  // namespace confer::engine::exec
