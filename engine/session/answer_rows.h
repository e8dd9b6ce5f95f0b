#pragma once
// AnswerRows: the rows of an answer: equally many values in each, one row behind the other.
//
// A row has no memory of its own, and all of them grow as an Array does: without being copied, held twice or waited
// for, however many they become.
//
// Shapes     the first row says how many values each has.
// Ownership  a row that was asked for is a view, until another is added.
// Threads    a plain value.
// Cost       16 bytes a value, and what is behind it.
#include <cassert>
#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <span>
#include <utility>
#include <vector>

#include "value/value_array.h"

namespace confer::engine {

class AnswerRows {
public:
    using Row = std::span<const Value>;

    AnswerRows() = default;
    AnswerRows(std::initializer_list<std::vector<Value>> rows) {
        for (const std::vector<Value>& row : rows) push_back(row);
    }

    std::size_t size() const { return count_; }
    bool empty() const { return count_ == 0; }
    Row operator[](std::size_t row) const { return {values_.data() + row * width_, width_}; }
    Row back() const { return (*this)[count_ - 1]; }

    void clear() {
        values_.clear();
        width_ = count_ = 0;
    }
    // Adds the row of value_at(0), value_at(1)…
    template <class ValueAt>
    void add(std::size_t width, ValueAt value_at) {
        assert(empty() || width == width_);
        width_ = width;
        for (std::size_t i = 0; i < width; ++i) values_.push_back(value_at(i));
        ++count_;
    }
    void push_back(std::vector<Value> row) {
        add(row.size(), [&](std::size_t i) { return std::move(row[i]); });
    }
    // Takes one value out of every row. Cost: O(values).
    void drop_column(std::size_t column) {
        AnswerRows rest;
        for (std::size_t row = 0; row < count_; ++row)
            rest.add(width_ - 1,
                     [&](std::size_t i) { return std::move(values_[row * width_ + (i < column ? i : i + 1)]); });
        *this = std::move(rest);
    }

    class Iterator {
    public:
        using iterator_category = std::input_iterator_tag;
        using value_type = Row;
        using difference_type = std::ptrdiff_t;
        using pointer = void;
        using reference = Row;

        Iterator(const AnswerRows& rows, std::size_t row) : rows_(&rows), row_(row) {}
        Row operator*() const { return (*rows_)[row_]; }
        Iterator& operator++() {
            ++row_;
            return *this;
        }
        Iterator operator++(int) { return {*rows_, row_++}; }
        bool operator==(const Iterator&) const = default;

    private:
        const AnswerRows* rows_;
        std::size_t row_;
    };
    Iterator begin() const { return {*this, 0}; }
    Iterator end() const { return {*this, count_}; }

private:
    ValueArray values_;
    std::size_t width_ = 0, count_ = 0;
};

}  // namespace confer::engine
