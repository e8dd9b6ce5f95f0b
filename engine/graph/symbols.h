#pragma once
// Symbols: a small table of distinct names (labels, relationship types, property keys) with dense ids.
//
// Cost       look-up by name: one hash; by id: O(1).
// Threads    const access is safe from any number of threads.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace confer::engine {

using SymbolId = std::uint16_t;
using LabelId = SymbolId;
using TypeId = SymbolId;
using KeyId = SymbolId;

class Symbols {
public:
    std::optional<SymbolId> find(std::string_view name) const;
    const std::string& name(SymbolId id) const { return names_[id]; }
    std::size_t size() const { return names_.size(); }
    const std::vector<std::string>& names() const { return names_; }

    // The id of `name`, given out on first use. Nothing once all 65,535 are taken.
    std::optional<SymbolId> intern(std::string_view name);

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::vector<std::string> names_;
    std::unordered_map<std::string, SymbolId, Hash, std::equal_to<>> ids_;
};

}  // namespace confer::engine
