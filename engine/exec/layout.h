#pragma once
// Layout: which column of a batch holds which variable, and of what kind it is.
//
// Threads    a plain value.
#include <cstdint>
#include <vector>

#include "exec/batch.h"
#include "semantics/typed_expr.h"
#include "value/type.h"

namespace confer::engine::exec {

class Layout {
public:
    static constexpr std::uint32_t absent = 0xFFFFFFFFU;
    // The index of the variable's column, or absent.
    std::uint32_t slot(typed::VarId variable) const { return variable < slots_.size() ? slots_[variable] : absent; }
    bool has(typed::VarId variable) const { return slot(variable) != absent; }
    // Gives the variable the next free column and returns its index. REQUIRES: !has(variable).
    std::uint32_t add(typed::VarId variable, ColumnKind kind);
    // Makes `alias` another name of an existing column. REQUIRES: has(existing).
    void alias(typed::VarId alias, typed::VarId existing);
    std::size_t column_count() const { return kinds_.size(); }
    ColumnKind kind(std::uint32_t slot) const { return kinds_[slot]; }
    const std::vector<ColumnKind>& kinds() const { return kinds_; }

private:
    void name(typed::VarId variable, std::uint32_t slot);

    std::vector<std::uint32_t> slots_;
    std::vector<ColumnKind> kinds_;
};

// The column kind that holds every value of the type: node, relationship, integer, floating, boolean, or value.
ColumnKind column_kind(ValueType type);

}  // namespace confer::engine::exec
