// Texts lie one after the other in blocks that never move. Each block is twice as large as the one
// before, up to a megabyte, so that a small pool stays small. Tested by suites/base/string_pool_test.cpp.
#include "base/string_pool.h"

#include <algorithm>
#include <cstring>
#include <functional>

namespace confer::engine {

namespace {

constexpr std::size_t first_block = 1024, largest_block = std::size_t{1} << 20;

std::size_t hash_of(std::string_view text) {
    return std::hash<std::string_view>{}(text);
}

}  // namespace

StringId StringPool::intern(std::string_view text) {
    if (2 * (texts_.size() + 1) > slots_.size()) grow();
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = hash_of(text) & mask;
    for (; slots_[slot] != no_string; slot = (slot + 1) & mask) {
        if (view(slots_[slot]) == text) return slots_[slot];
    }
    const auto id = static_cast<StringId>(texts_.size());
    texts_.push_back({store(text), static_cast<std::uint32_t>(text.size())});
    slots_[slot] = id;
    return id;
}

StringId StringPool::find(std::string_view text) const {
    if (slots_.empty()) return no_string;
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = hash_of(text) & mask;
    while (slots_[slot] != no_string && view(slots_[slot]) != text) slot = (slot + 1) & mask;
    return slots_[slot];
}

std::size_t StringPool::heap_bytes() const {
    return bytes_ + texts_.capacity() * sizeof(Text) + slots_.capacity() * sizeof(StringId) +
           blocks_.capacity() * sizeof(blocks_[0]);
}

const char* StringPool::store(std::string_view text) {
    if (text.empty()) return "";
    if (text.size() > block_size_ - block_used_) {
        block_size_ = std::max(text.size(), std::clamp(2 * block_size_, first_block, largest_block));
        block_used_ = 0;
        blocks_.push_back(std::make_unique_for_overwrite<char[]>(block_size_));
        bytes_ += block_size_;
    }
    char* const place = blocks_.back().get() + block_used_;
    std::memcpy(place, text.data(), text.size());
    block_used_ += text.size();
    return place;
}

void StringPool::grow() {
    slots_.assign(std::max<std::size_t>(16, 2 * slots_.size()), no_string);
    const std::size_t mask = slots_.size() - 1;
    for (StringId id = 0; id < texts_.size(); ++id) {
        std::size_t slot = hash_of(view(id)) & mask;
        while (slots_[slot] != no_string) slot = (slot + 1) & mask;
        slots_[slot] = id;
    }
}

}  // namespace confer::engine
