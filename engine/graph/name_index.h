#pragma once
// NameIndex: finds nodes by what people call them: id, name or alias, in any case, with hyphens and
// spaces alike, in British or American spelling.
//
// Shapes     entries sorted by a hash of the normalised name; a hit is confirmed on the name itself.
// Ownership  names are kept in the graph's StringPool, which the index keeps alive.
// Threads    immutable once built: safe from any number of threads.
// Cost       exact: a binary search; nearest and spellings: linear in the number of distinct names and more.
//            12 bytes a name; its text and 36 more once nearest or spellings were asked for.
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/string_pool.h"
#include "graph/normalise_name.h"
#include "value/value.h"

namespace confer::engine {

class NameIndex {
public:
    // How a node came by a name; lower is stronger.
    enum class Origin : std::uint8_t { id, name, alias };

    NameIndex() = default;  // knows no name
    explicit NameIndex(std::shared_ptr<const StringPool> pool) : pool_(std::move(pool)) {}

    void add(StringId name, NodeId node, Origin origin);
    void finish();  // sorts; call once after the last add

    // All nodes with that name, ascending, no duplicates. When some carry it as id or name, those that
    // carry it only as alias are left out. Empty: unknown.
    std::vector<NodeId> find(std::string_view name) const;

    // As find, for a name already normalised; and how many words the longest name has, so that a longest
    // match knows when to stop.
    std::vector<NodeId> find_normalised(std::string_view normalised) const;
    // As find_normalised, but with all that carry it as alias.
    std::vector<NodeId> find_with_aliases(std::string_view normalised) const;
    std::size_t longest_name_words() const { return longest_words_; }

    // Names as written (one spelling for each normalised form: a name rather than an alias rather than an
    // id), in alphabetical order; for completion, which keeps them. O(n log n).
    std::vector<std::string> spellings() const;

    // The nearest spellings to a misspelt name, nearest first.
    std::vector<std::string> nearest(std::string_view name, std::size_t most = 3) const;

    std::size_t heap_bytes() const { return entries_.capacity() * sizeof(Entry); }

private:
    struct Entry {
        std::uint32_t hash : 30;
        std::uint32_t origin : 2;
        StringId text;
        NodeId node;
    };
    // The names each once, in order, with the text that each is shown as. Made when first asked for: a question that
    // isn't understood asks for it at every word.
    struct Distinct {
        std::once_flag once;
        std::vector<std::string> normalised;
        std::vector<StringId> texts;
    };
    const Distinct& distinct() const;
    std::vector<NodeId> named(std::string_view normalised, bool with_aliases) const;

    std::shared_ptr<const StringPool> pool_;
    std::vector<Entry> entries_;
    std::size_t longest_words_ = 0;
    std::shared_ptr<Distinct> distinct_ = std::make_shared<Distinct>();
};

}  // namespace confer::engine
