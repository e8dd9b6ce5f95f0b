// A column takes the storage of its first value and keeps it until a value comes that does not fit; then all
// rows become general values, once. Integers and floats do not mix in one storage: 1 and 1.0 stay apart.
// Tested by suites/graph/property_column_test.cpp.
#include "graph/property_column.h"

#include <algorithm>
#include <limits>

namespace confer::engine {

namespace {

using Storage = PropertyColumn::Storage;

Storage storage_for(const Value& value) {
    switch (value.kind()) {
        case Kind::boolean:
            return Storage::boolean;
        case Kind::integer:
            return Storage::integer;
        case Kind::floating:
            return Storage::floating;
        case Kind::string:
            return Storage::string;
        case Kind::list: {
            const auto elements = value.as_list();
            const bool texts = std::all_of(elements.begin(), elements.end(),
                                           [](const Value& element) { return element.is(Kind::string); });
            return texts ? Storage::string_list : Storage::value;
        }
        default:
            return Storage::value;
    }
}

// The value with its texts in the pool, so that nothing in a column owns text of its own.
Value pooled(const Value& value, StringPool& pool) {
    if (value.is(Kind::string)) return Value::borrowed(pool.view(pool.intern(value.as_string())));
    if (!value.is(Kind::list)) return value;
    ValueList elements;
    elements.reserve(value.as_list().size());
    for (const Value& element : value.as_list()) elements.push_back(pooled(element, pool));
    return Value(std::move(elements));
}

}  // namespace

Value PropertyColumn::get(std::size_t row) const {
    if (!has(row)) return {};
    switch (storage_) {
        case Storage::boolean:
            return Value(booleans_[row] != 0);
        case Storage::integer:
            return Value(integers_[row]);
        case Storage::floating:
            return Value(floats_[row]);
        case Storage::string:
            return Value::borrowed(string(row));
        case Storage::string_list: {
            ValueList elements;
            elements.reserve(string_list(row).size());
            for (const StringId text : string_list(row)) elements.push_back(Value::borrowed(pool_->view(text)));
            return Value(std::move(elements));
        }
        case Storage::value:
            return values_[row];
    }
    return {};
}

void PropertyColumn::set(std::size_t row, const Value& value, StringPool& pool) {
    prepare(row, storage_for(value));
    switch (storage_) {
        case Storage::boolean:
            booleans_[row] = value.as_boolean() ? 1 : 0;
            return;
        case Storage::integer:
            integers_[row] = value.as_integer();
            return;
        case Storage::floating:
            floats_[row] = value.as_floating();
            return;
        case Storage::string:
            strings_[row] = pool.intern(value.as_string());
            return;
        case Storage::string_list: {
            std::vector<StringId> texts;
            texts.reserve(value.as_list().size());
            for (const Value& element : value.as_list()) texts.push_back(pool.intern(element.as_string()));
            return append_list(row, texts);
        }
        case Storage::value:
            values_[row] = pooled(value, pool);
            return;
    }
}

void PropertyColumn::set_text(std::size_t row, StringId text) {
    prepare(row, Storage::string);
    if (storage_ == Storage::string) {
        strings_[row] = text;
    } else {
        values_[row] = Value::borrowed(pool_->view(text));
    }
}

void PropertyColumn::erase(std::size_t row) {
    if (!has(row)) return;
    present_[row / 64] &= ~(std::uint64_t{1} << (row % 64));
    --present_count_;
    if (storage_ == Storage::value) values_[row] = Value();
}

// Makes the row exist, be marked present, and fit a value that would like to be stored as `storage`.
void PropertyColumn::prepare(std::size_t row, Storage storage) {
    if (!started_) {
        started_ = true;
        storage_ = storage;
    } else if (storage_ != storage && storage_ != Storage::value) {
        widen_to_values();
    }
    if (row >= size_) grow_to(row + 1);
    const std::uint64_t bit = std::uint64_t{1} << (row % 64);
    if ((present_[row / 64] & bit) == 0) ++present_count_;
    present_[row / 64] |= bit;
}

// Rows are made 64 at a time, as many as a word of `present_` knows of.
void PropertyColumn::grow_to(std::size_t size) {
    size_ = size;
    const std::size_t words = (size + 63) / 64;
    if (words <= present_.size()) return;
    present_.resize(words);
    switch (storage_) {
        case Storage::boolean:
            return booleans_.resize(64 * words);
        case Storage::integer:
            return integers_.resize(64 * words);
        case Storage::floating:
            return floats_.resize(64 * words);
        case Storage::string:
            return strings_.resize(64 * words);
        case Storage::string_list:
            return lists_.resize(64 * words);
        case Storage::value:
            return values_.resize(64 * words);
    }
}

void PropertyColumn::append_list(std::size_t row, std::span<const StringId> texts) {
    if (strings_.size() + texts.size() > std::numeric_limits<std::uint32_t>::max()) {  // ranges are 32 bits wide
        ValueList elements;
        for (const StringId text : texts) elements.push_back(Value::borrowed(pool_->view(text)));
        widen_to_values();
        values_[row] = Value(std::move(elements));
        return;
    }
    lists_[row].begin = static_cast<std::uint32_t>(strings_.size());
    strings_.insert(strings_.end(), texts.begin(), texts.end());
    lists_[row].end = static_cast<std::uint32_t>(strings_.size());
}

void PropertyColumn::widen_to_values() {
    std::vector<Value> values(64 * present_.size());
    for (std::size_t row = 0; row < size_; ++row) values[row] = get(row);
    values_ = std::move(values);
    storage_ = Storage::value;
    std::vector<std::uint8_t>().swap(booleans_);
    std::vector<std::int64_t>().swap(integers_);
    std::vector<double>().swap(floats_);
    std::vector<StringId>().swap(strings_);
    std::vector<ListRange>().swap(lists_);
}

PropertyColumn PropertyColumn::reordered(std::span<const std::uint32_t> rows) const {
    PropertyColumn column(pool_);
    column.started_ = started_;
    column.storage_ = storage_;
    column.grow_to(rows.size());
    if (storage_ == Storage::string_list) column.strings_.reserve(strings_.size());
    for (std::size_t to = 0; to < rows.size(); ++to) {
        const std::size_t from = rows[to];
        if (!has(from)) continue;
        column.present_[to / 64] |= std::uint64_t{1} << (to % 64);
        ++column.present_count_;
        switch (storage_) {
            case Storage::boolean:
                column.booleans_[to] = booleans_[from];
                break;
            case Storage::integer:
                column.integers_[to] = integers_[from];
                break;
            case Storage::floating:
                column.floats_[to] = floats_[from];
                break;
            case Storage::string:
                column.strings_[to] = strings_[from];
                break;
            case Storage::string_list:
                column.append_list(to, string_list(from));
                break;
            case Storage::value:
                column.values_[to] = values_[from];
                break;
        }
    }
    return column;
}

void PropertyColumn::shrink_to_fit() {
    present_.shrink_to_fit();
    booleans_.shrink_to_fit();
    integers_.shrink_to_fit();
    floats_.shrink_to_fit();
    strings_.shrink_to_fit();
    lists_.shrink_to_fit();
    values_.shrink_to_fit();
}

std::size_t PropertyColumn::heap_bytes() const {
    const auto bytes = [](const auto& rows) { return rows.capacity() * sizeof(rows[0]); };
    std::size_t total = bytes(present_) + booleans_.capacity() + bytes(integers_) + bytes(floats_) + bytes(strings_) +
                        bytes(lists_) + bytes(values_);
    for (const Value& value : values_) total += value.heap_bytes();
    return total;
}

}  // namespace confer::engine
