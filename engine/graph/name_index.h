#pragma once
// NameIndex: finds nodes by what people call them: id, name or alias, in any case, with hyphens and
// spaces alike, in British or American spelling.
//
// Threads    immutable once built.
// Cost       exact: one hash; nearest: linear in the number of distinct names.
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "value/value.h"

namespace confer::engine {

// The form in which names are compared: lower case, American spelling, letters and digits of any
// script; every other run of characters (hyphens, spaces, punctuation) is one space, apostrophes are
// dropped. "Client-Centred Therapy" and "client centered therapy" are alike.
std::string normalise_name(std::string_view name);

class NameIndex {
public:
    // How a node came by a name; lower is stronger.
    enum class Origin : std::uint8_t { id, name, alias };

    void add(std::string_view name, NodeId node, Origin origin);

    // All nodes with that name, ascending, no duplicates. When some carry it as id or name, those that
    // carry it only as alias are left out. Empty: unknown.
    std::vector<NodeId> find(std::string_view name) const;

    // As find, for a name already normalised; and every word count that some name has, so that a longest
    // match knows when to stop.
    std::vector<NodeId> find_normalised(std::string_view normalised) const;
    std::size_t longest_name_words() const { return longest_words_; }

    // Names as written (one spelling for each normalised form), in alphabetical order; for completion.
    const std::vector<std::string>& spellings() const { return spellings_; }

    // The nearest spellings to a misspelt name, nearest first.
    std::vector<std::string> nearest(std::string_view name, std::size_t most = 3) const;

    void finish();  // sorts; call once after the last add

private:
    struct Entry {
        NodeId node;
        Origin origin;
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::unordered_map<std::string, std::vector<Entry>, Hash, std::equal_to<>> entries_;
    std::vector<std::string> spellings_;
    std::size_t longest_words_ = 0;
};

}  // namespace confer::engine
