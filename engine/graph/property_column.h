#pragma once
// PropertyColumn: one property of many nodes or relationships, stored by its type.
//
// Shapes     rows 0..size()-1, each present or absent. Storage is the narrowest that holds all values:
//            booleans, integers, floats, pooled strings, lists of pooled strings, or general values.
// Ownership  string texts live in a StringPool that the column keeps alive. Snapshots share the columns that the
//            statements between them did not touch.
// Threads    immutable once its graph is built.
// Cost       a presence bit, and 1, 8, 8, 4, 8 + 4 an element, or 16 bytes a row.
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "base/string_pool.h"
#include "value/value.h"

namespace confer::engine {

class PropertyColumn {
public:
    enum class Storage : std::uint8_t { boolean, integer, floating, string, string_list, value };

    explicit PropertyColumn(std::shared_ptr<const StringPool> pool) : pool_(std::move(pool)) {}

    Storage storage() const { return storage_; }
    std::size_t size() const { return size_; }
    std::size_t present_count() const { return present_count_; }

    bool has(std::size_t row) const { return row < size_ && ((present_[row / 64] >> (row % 64)) & 1U) != 0; }

    // The value, or null where absent (also past the end). Strings are borrowed from the pool; lists are
    // built on the spot. Not for hot loops: those read the spans below.
    Value get(std::size_t row) const;

    // The raw rows, for kernels; meaningful where has(row). REQUIRES: the storage of that name.
    std::span<const std::uint8_t> booleans() const { return booleans_; }
    std::span<const std::int64_t> integers() const { return integers_; }
    std::span<const double> floats() const { return floats_; }
    std::span<const StringId> strings() const { return strings_; }
    std::string_view string(std::size_t row) const { return pool_->view(strings_[row]); }
    std::span<const StringId> string_list(std::size_t row) const {
        return {strings_.data() + lists_[row].begin, lists_[row].end - lists_[row].begin};
    }
    const StringPool& pool() const { return *pool_; }

    // Building, by GraphBuilder and GraphEdit only. Widens the storage when the value's kind demands it; `pool` is the
    // column's own. REQUIRES: a property value (no map, node, relationship, path), not null.
    void set(std::size_t row, const Value& value, StringPool& pool);
    // As set with a string that is already in the pool.
    void set_text(std::size_t row, StringId text);
    // Makes the row absent.
    void erase(std::size_t row);
    // Turns to a pool with the same ids and more.
    void use(std::shared_ptr<const StringPool> pool) { pool_ = std::move(pool); }
    // The same rows in another order: row i of the new column is row `rows[i]` of this one.
    PropertyColumn reordered(std::span<const std::uint32_t> rows) const;
    void shrink_to_fit();

    std::size_t heap_bytes() const;

private:
    struct ListRange {
        std::uint32_t begin = 0, end = 0;
    };

    void prepare(std::size_t row, Storage storage);
    void grow_to(std::size_t size);
    void append_list(std::size_t row, std::span<const StringId> texts);
    void widen_to_values();

    std::shared_ptr<const StringPool> pool_;
    Storage storage_ = Storage::value;
    bool started_ = false;  // whether storage_ has been chosen
    std::size_t size_ = 0, present_count_ = 0;
    std::vector<std::uint64_t> present_;
    std::vector<std::uint8_t> booleans_;
    std::vector<std::int64_t> integers_;
    std::vector<double> floats_;
    std::vector<StringId> strings_;  // string_list: the elements of all rows
    std::vector<ListRange> lists_;   // string_list: row i holds strings_[begin, end)
    std::vector<Value> values_;
};

}  // namespace confer::engine
