#pragma once
// StringPool: every distinct text once, with a dense 32-bit id.
//
// Ownership  views live as long as the pool or a copy of it; adding never moves a text. A copy has the same ids, and
//            shares the texts but not what is added later.
// Threads    const access is safe from any number of threads; intern() needs the pool alone.
// Cost       intern: one hash and, for a new text, one copy into an arena; 24 to 32 bytes a text besides.
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace confer::engine {

using StringId = std::uint32_t;

class StringPool {
public:
    StringPool() = default;
    StringPool(const StringPool& other);  // cost: 24 to 32 bytes a text
    StringPool& operator=(const StringPool&) = delete;

    StringId intern(std::string_view text);
    std::string_view view(StringId id) const { return {texts_[id].data, texts_[id].size}; }
    // The id of a text that is already here, or no_string.
    StringId find(std::string_view text) const;
    std::size_t size() const { return texts_.size(); }
    std::size_t heap_bytes() const;

    static constexpr StringId no_string = 0xFFFFFFFFU;

private:
    struct Text {
        const char* data;
        std::uint32_t size;
    };
    // A text whose hash differs is passed over without looking at it.
    struct Slot {
        std::uint32_t hash;
        StringId id;
    };
    std::size_t slot_of(std::uint32_t hash, std::string_view text) const;
    const char* store(std::string_view text);
    void grow();

    std::vector<Text> texts_;
    std::vector<Slot> slots_;   // open addressing, power of two
    std::vector<Slot> recent_;  // of a large pool: the last text of each of some hashes, small enough for a cache
    std::vector<std::shared_ptr<char[]>> blocks_;
    std::size_t block_used_ = 0, block_size_ = 0, bytes_ = 0;
};

}  // namespace confer::engine
