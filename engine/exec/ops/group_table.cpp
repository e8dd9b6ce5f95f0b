#include "exec/ops/group_table.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "value/compare.h"

namespace confer::engine::exec {

namespace {

constexpr std::size_t first_slots = 64;                           // a power of two
constexpr std::size_t slow_growth_slots = std::size_t{1} << 12U;  // a larger table is only doubled
constexpr std::size_t prefetched_slots = 1024;                    // a larger table may be out of the nearest cache

// The finaliser of splitmix64 (Steele, Lea, Flood, OOPSLA 2014).
std::uint64_t mix(std::uint64_t word) {
    word = (word ^ (word >> 30)) * 0xBF58476D1CE4E5B9ULL;
    word = (word ^ (word >> 27)) * 0x94D049BB133111EBULL;
    return word ^ (word >> 31);
}

bool is_id(ColumnKind kind) {
    return kind == ColumnKind::node || kind == ColumnKind::relationship;
}

std::uint64_t float_word(double number) {
    if (std::isnan(number)) return 0x7FF8000000000000ULL;
    return std::bit_cast<std::uint64_t>(number == 0 ? 0.0 : number);
}

std::uint64_t word_of(const Column& column, std::size_t row) {
    const std::size_t i = column.at(row);
    switch (column.kind()) {
        case ColumnKind::node:
        case ColumnKind::relationship:
            return column.ids()[i];
        case ColumnKind::integer:
            return column.is_null(row) ? 0x9E3779B97F4A7C15ULL : static_cast<std::uint64_t>(column.integers()[i]);
        case ColumnKind::floating:
            return column.is_null(row) ? 0x9E3779B97F4A7C15ULL : float_word(column.floats()[i]);
        case ColumnKind::boolean:
            return column.booleans()[i];
        case ColumnKind::value:
            return hash(column.values()[i]);
    }
    return 0;
}

}  // namespace

bool equivalent_rows(const Column& a, std::size_t row_a, const Column& b, std::size_t row_b) {
    const std::size_t i = a.at(row_a), j = b.at(row_b);
    switch (a.kind()) {
        case ColumnKind::node:
        case ColumnKind::relationship:
            return a.ids()[i] == b.ids()[j];
        case ColumnKind::integer:
            if (a.is_null(row_a) || b.is_null(row_b)) return a.is_null(row_a) == b.is_null(row_b);
            return a.integers()[i] == b.integers()[j];
        case ColumnKind::floating:
            if (a.is_null(row_a) || b.is_null(row_b)) return a.is_null(row_a) == b.is_null(row_b);
            return float_word(a.floats()[i]) == float_word(b.floats()[j]);
        case ColumnKind::boolean:
            return a.booleans()[i] == b.booleans()[j];
        case ColumnKind::value:
            return equivalent(a.values()[i], b.values()[j]);
    }
    return false;
}

GroupTable::GroupTable(std::vector<ColumnKind> kinds)
    : kinds_(std::move(kinds)),
      packed_(kinds_.size() <= 2 && std::all_of(kinds_.begin(), kinds_.end(), is_id)),
      slots_(first_slots) {
    for (const ColumnKind kind : kinds_) keys_.emplace_back(kind);
}

void GroupTable::add(std::span<const Column* const> keys, const RowBatch& rows, std::vector<std::uint32_t>& groups) {
    look_up<true>(keys, rows, groups);
}

void GroupTable::find(std::span<const Column* const> keys, const RowBatch& rows, std::vector<std::uint32_t>& groups) {
    look_up<false>(keys, rows, groups);
}

void GroupTable::pack(std::span<const Column* const> keys, const RowBatch& rows) {
    const Column& first = *keys[0];
    if (keys.size() == 1 && !first.is_constant() && !rows.has_selection()) {
        std::copy_n(first.ids().begin(), rows.row_count(), words_.begin());
        return;
    }
    if (keys.size() == 1) {
        rows.for_each_row([&](RowIndex row) { words_[row] = first.ids()[first.at(row)]; });
        return;
    }
    const Column& second = *keys[1];
    rows.for_each_row([&](RowIndex row) {
        words_[row] = std::uint64_t{first.ids()[first.at(row)]} << 32 | second.ids()[second.at(row)];
    });
}

void GroupTable::hash_rows(std::span<const Column* const> keys, const RowBatch& rows) {
    rows.for_each_row([&](RowIndex row) { words_[row] = 0; });
    for (const Column* key : keys)
        rows.for_each_row([&](RowIndex row) { words_[row] = mix(words_[row] * 31 + word_of(*key, row)); });
}

bool GroupTable::same_key(std::span<const Column* const> keys, RowIndex row, std::uint32_t group) const {
    for (std::size_t i = 0; i < keys.size(); ++i)
        if (!equivalent_rows(*keys[i], row, keys_[i], group)) return false;
    return true;
}

std::uint32_t GroupTable::new_group(std::span<const Column* const> keys, RowIndex row) {
    for (std::size_t i = 0; i < keys.size(); ++i) {
        keys_[i].append_rows(*keys[i], std::span(&row, 1));
        if (kinds_[i] == ColumnKind::value) value_bytes_ += keys_[i].values().back().heap_bytes();
    }
    return size_++;
}

void GroupTable::copy_slots(std::size_t first, std::size_t last, Array<Slot>& to) const {
    const std::size_t mask = to.size() - 1;
    for (const Slot& slot : std::span(slots_.data() + first, slots_.data() + last)) {
        if (slot.group == none) continue;
        std::size_t i = (packed_ ? mix(slot.word) : slot.word) & mask;
        while (to[i].group != none) i = (i + 1) & mask;
        to[i] = slot;
    }
}

void GroupTable::grow() {
    Array<Slot> grown(slots_.size() * (slots_.size() < slow_growth_slots ? 8 : 2));
    copy_slots(0, slots_.size(), grown);
    slots_.swap(grown);
}

bool GroupTable::grows_with(std::size_t rows) const {
    return slots_.size() >= slow_growth_slots && (size_ + rows) * 2 > slots_.size();
}

Result<void> GroupTable::make_room(std::size_t rows, const RunLimits& limits) {
    if (!grows_with(rows)) return {};
    Array<Slot> grown;
    grown.reserve(2 * slots_.size());
    while (grown.size() < 2 * slots_.size()) {
        CONFER_CHECK(limits.check());
        grown.resize(grown.size() + slow_growth_slots);
    }
    for (std::size_t first = 0; first < slots_.size(); first += slow_growth_slots) {
        CONFER_CHECK(limits.check());
        copy_slots(first, first + slow_growth_slots, grown);
    }
    slots_.swap(grown);
    return {};
}

template <bool adding>
void GroupTable::look_up(std::span<const Column* const> keys, const RowBatch& rows,
                         std::vector<std::uint32_t>& groups) {
    groups.resize(rows.row_count());
    if (keys.empty()) {  // one group, once there is a row
        if (adding && !rows.empty()) size_ = 1;
        std::fill(groups.begin(), groups.end(), size_ == 0 ? none : 0);
        return;
    }
    const auto is_constant = [](const Column* key) { return key->is_constant(); };
    if (rows.row_count() > 1 && std::all_of(keys.begin(), keys.end(), is_constant)) {
        if (rows.empty()) return;
        RowBatch one;
        one.set_row_count(1);
        look_up<adding>(keys, one, groups);
        groups.assign(rows.row_count(), groups.front());
        return;
    }
    words_.resize(rows.row_count());
    packed_ ? pack(keys, rows) : hash_rows(keys, rows);
    if (slots_.size() > prefetched_slots) prefetch(rows);
    packed_ ? look_up_packed<adding>(keys, rows, groups) : look_up_hashed<adding>(keys, rows, groups);
}

// Words are keys: nothing else is compared, and rows with the key of the row before need no look-up at all.
template <bool adding>
void GroupTable::look_up_packed(std::span<const Column* const> keys, const RowBatch& rows,
                                std::vector<std::uint32_t>& groups) {
    fresh_.clear();
    std::uint64_t latest = 0;
    std::uint32_t group = none;  // of the latest
    const std::uint64_t* const words = words_.data();
    std::uint32_t* const out = groups.data();
    rows.for_each_row([&](RowIndex row) {
        const std::uint64_t word = words[row];
        if (word != latest || group == none) {
            Slot& slot = slot_of(word);
            if (adding && slot.group == none) {
                slot = {word, size_++};
                fresh_.push_back(row);
            }
            latest = word;
            group = slot.group;
            if (adding && size_ * std::size_t{2} > slots_.size()) grow();
        }
        out[row] = group;
    });
    for (std::size_t i = 0; i < keys.size(); ++i) keys_[i].append_rows(*keys[i], fresh_);
}

template <bool adding>
void GroupTable::look_up_hashed(std::span<const Column* const> keys, const RowBatch& rows,
                                std::vector<std::uint32_t>& groups) {
    rows.for_each_row([&](RowIndex row) {
        const std::uint64_t word = words_[row];
        const std::size_t mask = slots_.size() - 1;
        std::size_t i = word & mask;
        while (slots_[i].group != none) {
            if (slots_[i].word == word && same_key(keys, row, slots_[i].group)) {
                groups[row] = slots_[i].group;
                return;
            }
            i = (i + 1) & mask;
        }
        if constexpr (adding) {
            slots_[i] = {word, new_group(keys, row)};
            groups[row] = slots_[i].group;
            if (size_ * std::size_t{2} > slots_.size()) grow();
        } else {
            groups[row] = none;
        }
    });
}

// Asks for the slots of all rows at once, rather than wait for each in turn.
void GroupTable::prefetch(const RowBatch& rows) const {
    const std::size_t mask = slots_.size() - 1;
    std::uint64_t latest = 0;
    rows.for_each_row([&](RowIndex row) {
        const std::uint64_t word = words_[row];
        if (word == latest) return;
        latest = word;
        __builtin_prefetch(&slots_[(packed_ ? mix(word) : word) & mask]);
    });
}

// Where the packed key is, or would be.
GroupTable::Slot& GroupTable::slot_of(std::uint64_t word) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t i = mix(word) & mask;
    while (slots_[i].group != none && slots_[i].word != word) i = (i + 1) & mask;
    return slots_[i];
}

void GroupTable::clear() {
    std::fill(slots_.begin(), slots_.end(), Slot{});
    for (std::size_t i = 0; i < keys_.size(); ++i) keys_[i].reset(kinds_[i], 0);
    size_ = 0;
    value_bytes_ = 0;
}

std::size_t GroupTable::heap_bytes() const {
    std::size_t bytes = slots_.capacity() * sizeof(Slot) + words_.capacity() * sizeof(std::uint64_t) + value_bytes_;
    for (const Column& key : keys_) bytes += key.flat_bytes();
    return bytes;
}

std::size_t GroupTable::heap_bytes_with(std::size_t rows) const {
    return heap_bytes() + (grows_with(rows) ? 2 * slots_.size() * sizeof(Slot) : 0);
}

}  // namespace confer::engine::exec
