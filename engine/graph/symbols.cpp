#include "graph/symbols.h"

#include <limits>

namespace confer::engine {

std::optional<SymbolId> Symbols::find(std::string_view name) const {
    const auto at = ids_.find(name);
    if (at == ids_.end()) return std::nullopt;
    return at->second;
}

std::optional<SymbolId> Symbols::intern(std::string_view name) {
    if (const auto known = find(name)) return known;
    if (names_.size() >= std::numeric_limits<SymbolId>::max()) return std::nullopt;
    const auto id = static_cast<SymbolId>(names_.size());
    names_.emplace_back(name);
    ids_.emplace(names_.back(), id);
    return id;
}

}  // namespace confer::engine
