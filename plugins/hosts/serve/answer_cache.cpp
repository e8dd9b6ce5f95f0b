#include "hosts/serve/answer_cache.h"

namespace confer::hosts::serve {

std::optional<Reply> AnswerCache::find(std::string_view key) {
    const std::lock_guard lock(mutex_);
    const auto found = by_key_.find(key);
    if (found == by_key_.end()) {
        ++counts_.misses;
        return std::nullopt;
    }
    ++counts_.hits;
    entries_.splice(entries_.begin(), entries_, found->second);
    return found->second->reply;
}

void AnswerCache::keep(std::string key, const Reply& reply) {
    const std::size_t overhead = 256;
    const std::size_t bytes = 2 * key.size() + reply.plain().size() + overhead;
    if (bytes > most_bytes_ / 8) return;
    const std::lock_guard lock(mutex_);
    if (by_key_.contains(key)) return;  // another worker was first
    entries_.push_front({std::move(key), reply, bytes});
    entries_.front().reply.from_cache = true;
    by_key_.emplace(entries_.front().key, entries_.begin());
    counts_.bytes += bytes;
    while (counts_.bytes > most_bytes_) {
        counts_.bytes -= entries_.back().bytes;
        by_key_.erase(entries_.back().key);
        entries_.pop_back();
    }
    counts_.answers = entries_.size();
}

AnswerCache::Counts AnswerCache::counts() const {
    const std::lock_guard lock(mutex_);
    return counts_;
}

}  // namespace confer::hosts::serve
