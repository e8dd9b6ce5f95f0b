#pragma once
// Rules: the rewrites that make plans cheaper without changing their rows, by name, each of which can be switched off.
//
// Each has a file of that name in plan/rules/, which says why it holds.
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace confer::engine::plan {

enum class Rule : std::uint8_t {
    conditions,  // a condition behind a WITH moves into the MATCH before it
    reach,       // walks of which only the ends matter become a search
    counts,      // what is only counted is not enumerated: degrees
    existence,   // a condition EXISTS that few nodes meet is where to start
    products,    // a node between two others that is only counted: a sparse matrix product, or an intersection
    lengths,     // a path of which only the length is asked is not put together
    late,        // properties of nodes are read when their rows are known to remain
};

inline constexpr std::array<std::string_view, 7> rule_names = {"conditions", "reach",   "counts", "existence",
                                                               "products",   "lengths", "late"};

class Rules {
public:
    // All of them.
    constexpr Rules() = default;
    constexpr bool has(Rule rule) const { return (off_ >> static_cast<unsigned>(rule) & 1U) == 0; }
    constexpr Rules without(Rule rule) const {
        Rules rules = *this;
        rules.off_ |= std::uint32_t{1} << static_cast<unsigned>(rule);
        return rules;
    }
    // By its name in rule_names; nothing when there is none of that name.
    constexpr std::optional<Rules> without(std::string_view name) const {
        for (std::size_t i = 0; i < rule_names.size(); ++i)
            if (rule_names[i] == name) return without(static_cast<Rule>(i));
        return std::nullopt;
    }

private:
    std::uint32_t off_ = 0;
};

}  // namespace confer::engine::plan
