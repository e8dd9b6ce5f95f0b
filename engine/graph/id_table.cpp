#include "graph/id_table.h"

#include <algorithm>
#include <utility>

namespace confer::engine {

// Where the id is, or the empty slot where it would be. REQUIRES: some slot is empty.
std::size_t IdTable::slot_of(const Key& key, std::string_view id) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = key.hash & mask;
    for (; slots_[at].node != no_id; at = (at + 1) & mask) {
        const Slot& slot = slots_[at];
        if (slot.words[0] != key.words[0] || slot.words[1] != key.words[1] || slot.size != key.size) continue;
        if (id.size() <= sizeof key.words || (slot.hash == key.hash && pool_->view(slot.text) == id)) break;
    }
    return at;
}

NodeId IdTable::find(std::string_view id) const {
    return slots_.empty() ? no_id : slots_[slot_of(Key(id), id)].node;
}

void IdTable::add(StringId text, NodeId node) {
    if (4 * (count_ + 1) > 3 * slots_.size()) grow();
    const std::string_view id = pool_->view(text);
    const Key key(id);
    slots_[slot_of(key, id)] = {{key.words[0], key.words[1]}, key.size, key.hash, text, node};
    ++count_;
}

void IdTable::grow() {
    std::vector<Slot, LargePages<Slot>> slots(std::max<std::size_t>(16, 2 * slots_.size()));
    const std::size_t mask = slots.size() - 1;
    for (const Slot& one : slots_) {
        if (one.node == no_id) continue;
        std::size_t at = one.hash & mask;
        while (slots[at].node != no_id) at = (at + 1) & mask;
        slots[at] = one;
    }
    slots_ = std::move(slots);
}

}  // namespace confer::engine
