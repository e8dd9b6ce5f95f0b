// Texts lie one after the other in blocks that never move. Each block is twice as large as the one
// before, up to a megabyte, so that a small pool stays small. Tested by suites/base/string_pool_test.cpp.
#include "base/string_pool.h"

#include <algorithm>
#include <cstring>
#include <functional>
#include <utility>

#include "base/same_text.h"

namespace confer::engine {

namespace {

constexpr std::size_t first_block = 1024, largest_block = std::size_t{1} << 20;

// Texts that come again and again are found here without waiting for memory.
constexpr std::size_t recent_size = std::size_t{1} << 15;

std::uint32_t hash_of(std::string_view text) {
    const std::uint64_t hash = std::hash<std::string_view>{}(text);
    return static_cast<std::uint32_t>(hash ^ (hash >> 32));
}

}  // namespace

// The last block may be filled by both pools: each begins a new one, small again.
StringPool::StringPool(const StringPool& other)
    : texts_(other.texts_),
      slots_(other.slots_),
      recent_(other.recent_),
      blocks_(other.blocks_),
      bytes_(other.bytes_) {}

// Where the text is, or the empty slot where it would be. REQUIRES: some slot is empty.
std::size_t StringPool::slot_of(std::uint32_t hash, std::string_view text) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = hash & mask;
    for (; slots_[slot].id != no_string; slot = (slot + 1) & mask) {
        if (slots_[slot].hash == hash && same_text(view(slots_[slot].id), text)) break;
    }
    return slot;
}

StringId StringPool::intern(std::string_view text) {
    if (4 * (texts_.size() + 1) > 3 * slots_.size()) grow();
    const std::uint32_t hash = hash_of(text);
    Slot* const recent = recent_.empty() ? nullptr : &recent_[hash % recent_size];
    if (recent != nullptr && recent->hash == hash && recent->id != no_string && same_text(view(recent->id), text)) {
        return recent->id;
    }
    Slot& slot = slots_[slot_of(hash, text)];
    if (slot.id == no_string) {
        slot = {hash, static_cast<StringId>(texts_.size())};
        texts_.push_back({store(text), static_cast<std::uint32_t>(text.size())});
    }
    if (recent != nullptr) *recent = slot;
    return slot.id;
}

StringId StringPool::find(std::string_view text) const {
    return slots_.empty() ? no_string : slots_[slot_of(hash_of(text), text)].id;
}

std::size_t StringPool::heap_bytes() const {
    return bytes_ + texts_.capacity() * sizeof(Text) + (slots_.capacity() + recent_.capacity()) * sizeof(Slot) +
           blocks_.capacity() * sizeof(blocks_[0]);
}

const char* StringPool::store(std::string_view text) {
    if (text.empty()) return "";
    if (text.size() > block_size_ - block_used_) {
        block_size_ = std::max(text.size(), std::clamp(2 * block_size_, first_block, largest_block));
        block_used_ = 0;
        blocks_.push_back(std::make_shared_for_overwrite<char[]>(block_size_));
        bytes_ += block_size_;
    }
    char* const place = blocks_.back().get() + block_used_;
    std::memcpy(place, text.data(), text.size());
    block_used_ += text.size();
    return place;
}

void StringPool::grow() {
    std::vector<Slot> slots(std::max<std::size_t>(16, 2 * slots_.size()), Slot{0, no_string});
    const std::size_t mask = slots.size() - 1;
    for (const Slot& one : slots_) {
        if (one.id == no_string) continue;
        std::size_t slot = one.hash & mask;
        while (slots[slot].id != no_string) slot = (slot + 1) & mask;
        slots[slot] = one;
    }
    slots_ = std::move(slots);
    if (slots_.size() > 2 * recent_size) recent_.resize(recent_size, Slot{0, no_string});
}

}  // namespace confer::engine
