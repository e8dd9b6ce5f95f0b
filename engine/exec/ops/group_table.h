#pragma once
// GroupTable: gives each distinct combination of key values a number, 0, 1, 2…, in order of appearance. Equal means
// equivalent (value/compare.h): null with null, NaN with NaN.
//
// Shapes     one key column for each of the kinds; key(i) holds the i-th value of each group.
// Cost       amortised one hash and about one comparison a row. One or two keys that are nodes or relationships are
//            packed into one 64-bit word; a row with the same two as the row before is not looked up.
// Source     open addressing with linear probing (Knuth, TAOCP 3, 6.4).
#include <cstdint>
#include <span>
#include <vector>

#include "exec/batch.h"

namespace confer::engine::exec {

class GroupTable {
public:
    static constexpr std::uint32_t none = 0xFFFFFFFFU;

    explicit GroupTable(std::vector<ColumnKind> kinds);

    // Grows, if it is large and so many rows may need it, so that add() does not: that takes long, and looks at the
    // limits meanwhile. Errors: theirs.
    Result<void> make_room(std::size_t rows, const RunLimits& limits);
    // groups[row]: the group of each selected row; other entries are unspecified. add() makes new groups, find()
    // gives `none` for what is not there. REQUIRES: keys of the kinds given (they may be constant).
    void add(std::span<const Column* const> keys, const RowBatch& rows, std::vector<std::uint32_t>& groups);
    void find(std::span<const Column* const> keys, const RowBatch& rows, std::vector<std::uint32_t>& groups);

    std::uint32_t size() const { return size_; }
    const Column& key(std::size_t index) const { return keys_[index]; }
    const std::vector<ColumnKind>& kinds() const { return kinds_; }
    void clear();                    // keeps its memory
    std::size_t heap_bytes() const;  // O(1)
    // At most while so many rows are added: a table that grows is held twice for a moment. O(1)
    std::size_t heap_bytes_with(std::size_t rows) const;

private:
    struct Slot {
        std::uint64_t word = 0;  // the packed key, or the hash
        std::uint32_t group = none;
    };

    template <bool adding>
    void look_up(std::span<const Column* const> keys, const RowBatch& rows, std::vector<std::uint32_t>& groups);
    template <bool adding>
    void look_up_packed(std::span<const Column* const> keys, const RowBatch& rows, std::vector<std::uint32_t>& groups);
    template <bool adding>
    void look_up_hashed(std::span<const Column* const> keys, const RowBatch& rows, std::vector<std::uint32_t>& groups);
    void prefetch(const RowBatch& rows) const;
    Slot& slot_of(std::uint64_t word);
    void pack(std::span<const Column* const> keys, const RowBatch& rows);
    void hash_rows(std::span<const Column* const> keys, const RowBatch& rows);
    bool same_key(std::span<const Column* const> keys, RowIndex row, std::uint32_t group) const;
    std::uint32_t new_group(std::span<const Column* const> keys, RowIndex row);
    void grow();
    bool grows_with(std::size_t rows) const;
    void copy_slots(std::size_t first, std::size_t last, Array<Slot>& to) const;

    std::vector<ColumnKind> kinds_;
    bool packed_;
    std::vector<Column> keys_;
    Array<Slot> slots_;
    std::vector<std::uint64_t> words_;  // by row, for one call
    Selection fresh_;                   // rows that made a group, for one call
    std::uint32_t size_ = 0;
    std::size_t value_bytes_ = 0;  // behind the values of keys_
};

// Whether row a of one column is equivalent to row b of another of the same kind.
bool equivalent_rows(const Column& a, std::size_t row_a, const Column& b, std::size_t row_b);

}  // namespace confer::engine::exec
