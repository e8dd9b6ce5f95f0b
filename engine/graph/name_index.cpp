// Tested by suites/graph/name_index_test.cpp.
#include "graph/name_index.h"

#include <algorithm>
#include <functional>
#include <map>
#include <tuple>

#include "base/suggest.h"

namespace confer::engine {

namespace {

std::uint32_t hash_of(std::string_view normalised) {
    const std::uint64_t hash = std::hash<std::string_view>{}(normalised);
    return static_cast<std::uint32_t>((hash ^ (hash >> 32)) & 0x3FFFFFFFU);
}

// A name is shown rather than an alias, an alias rather than an id.
int rank(std::uint32_t origin) {
    return origin == static_cast<std::uint32_t>(NameIndex::Origin::id) ? 3 : static_cast<int>(origin);
}

}  // namespace

void NameIndex::add(StringId name, NodeId node, Origin origin) {
    const std::string normalised = normalise_name(pool_->view(name));
    const auto spaces = static_cast<std::size_t>(std::count(normalised.begin(), normalised.end(), ' '));
    longest_words_ = std::max(longest_words_, spaces + 1);
    entries_.push_back({hash_of(normalised), static_cast<std::uint32_t>(origin) & 3U, name, node});
}

void NameIndex::finish() {
    std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
        return std::tuple(+a.hash, +a.origin, a.node, a.text) < std::tuple(+b.hash, +b.origin, b.node, b.text);
    });
    entries_.shrink_to_fit();
}

std::vector<NodeId> NameIndex::find(std::string_view name) const {
    return find_normalised(normalise_name(name));
}

std::vector<NodeId> NameIndex::find_normalised(std::string_view normalised) const {
    return named(normalised, false);
}

std::vector<NodeId> NameIndex::find_with_aliases(std::string_view normalised) const {
    return named(normalised, true);
}

std::vector<NodeId> NameIndex::named(std::string_view normalised, bool with_aliases) const {
    struct ByHash {
        bool operator()(const Entry& entry, std::uint32_t hash) const { return entry.hash < hash; }
        bool operator()(std::uint32_t hash, const Entry& entry) const { return hash < entry.hash; }
    };
    const auto [begin, end] = std::equal_range(entries_.begin(), entries_.end(), hash_of(normalised), ByHash{});

    std::vector<NodeId> nodes;
    bool by_own_name = false;
    StringId confirmed = StringPool::no_string;  // many nodes may share one text
    for (auto entry = begin; entry != end; ++entry) {
        const bool is_alias = entry->origin == static_cast<std::uint32_t>(Origin::alias);
        if (is_alias && by_own_name && !with_aliases) break;  // aliases come last
        if (entry->text != confirmed && normalise_name(pool_->view(entry->text)) != normalised) continue;
        confirmed = entry->text;
        by_own_name = by_own_name || !is_alias;
        nodes.push_back(entry->node);
    }
    std::sort(nodes.begin(), nodes.end());
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    return nodes;
}

const NameIndex::Distinct& NameIndex::distinct() const {
    std::call_once(distinct_->once, [this] {
        std::map<std::string, const Entry*> best;
        for (const Entry& entry : entries_) {
            const auto [at, is_new] = best.try_emplace(normalise_name(pool_->view(entry.text)), &entry);
            const auto preference = [](const Entry& one) { return std::tuple(rank(one.origin), one.node, one.text); };
            if (!is_new && preference(entry) < preference(*at->second)) at->second = &entry;
        }
        distinct_->normalised.reserve(best.size());
        distinct_->texts.reserve(best.size());
        for (const auto& [normalised, entry] : best) {
            distinct_->normalised.push_back(normalised);
            distinct_->texts.push_back(entry->text);
        }
    });
    return *distinct_;
}

std::vector<std::string> NameIndex::spellings() const {
    std::vector<std::string> names;
    for (const StringId text : distinct().texts) names.emplace_back(pool_->view(text));
    std::sort(names.begin(), names.end());
    return names;
}

std::vector<std::string> NameIndex::nearest(std::string_view name, std::size_t most) const {
    const auto& [once, normalised, texts] = distinct();
    std::vector<std::string> names;
    for (const std::string& near : nearest_names(normalise_name(name), normalised, most)) {
        const auto at = std::lower_bound(normalised.begin(), normalised.end(), near);
        names.emplace_back(pool_->view(texts[static_cast<std::size_t>(at - normalised.begin())]));
    }
    return names;
}

}  // namespace confer::engine
