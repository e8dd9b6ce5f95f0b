#pragma once
// AnswerCache: replies that were made before, by all that they depend on: the graph's version, what was asked, its
// parameters and the format.
//
// Threads    safe from any number of threads; the lock is held for a look-up only.
// Cost       one hash of the key. It holds at most so many bytes, those used last; a single one of more than an eighth
// of
//            that is not kept. What clients had compressed comes on top, a fraction of that.
#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "hosts/serve/reply.h"

namespace confer::hosts::serve {

class AnswerCache {
public:
    explicit AnswerCache(std::size_t most_bytes) : most_bytes_(most_bytes) {}

    // Counts a hit or a miss.
    std::optional<Reply> find(std::string_view key);
    void keep(std::string key, const Reply& reply);

    struct Counts {
        std::uint64_t answers = 0, bytes = 0, hits = 0, misses = 0;
    };
    Counts counts() const;

private:
    struct Entry {
        std::string key;
        Reply reply;
        std::size_t bytes = 0;
    };

    const std::size_t most_bytes_;
    mutable std::mutex mutex_;  // guards all below
    std::list<Entry> entries_;  // last used first
    std::unordered_map<std::string_view, std::list<Entry>::iterator> by_key_;
    Counts counts_;
};

}  // namespace confer::hosts::serve
