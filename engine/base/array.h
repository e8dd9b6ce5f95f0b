#pragma once
// Array: values in a row, for rows that may become very many.
//
// As std::vector, but a large one grows where it stands: its pages are moved, not its values. So it is never held
// twice, which a memory budget would have to know of, and never copied for so long that a deadline passes meanwhile.
//
// Shapes     T may be moved byte by byte: numbers, and types for which moves_by_bytes says so.
// Units      heap_bytes() are bytes; address space that was never written to takes no memory and is left out.
// Threads    a plain value.
// Errors     std::bad_alloc.
// Cost       push_back: O(1), amortised.
#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <memory>
#include <new>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/allocated.h"

namespace confer::engine {

// Whether a value whose bytes are somewhere else is the same value there.
template <class T>
inline constexpr bool moves_by_bytes = std::is_trivially_copyable_v<T>;

template <class T>
class Array {
    static_assert(moves_by_bytes<T>);

public:
    using value_type = T;

    Array() noexcept = default;
    explicit Array(std::size_t size) { resize(size); }
    Array(const Array& other) { assign(other.begin(), other.end()); }
    Array(Array&& other) noexcept { swap(other); }
    Array& operator=(const Array& other) {
        if (this != &other) assign(other.begin(), other.end());
        return *this;
    }
    Array& operator=(Array&& other) noexcept {
        swap(other);
        return *this;
    }
    Array& operator=(const std::vector<T>& other) {
        assign(other.begin(), other.end());
        return *this;
    }
    ~Array() {
        if (data_ == nullptr) return;
        clear();
        std::free(data_);
    }
    void swap(Array& other) noexcept {
        std::swap(data_, other.data_);
        std::swap(size_, other.size_);
        std::swap(capacity_, other.capacity_);
    }

    std::size_t size() const noexcept { return size_; }
    std::size_t capacity() const noexcept { return capacity_; }
    bool empty() const noexcept { return size_ == 0; }
    T* data() noexcept { return data_; }
    const T* data() const noexcept { return data_; }
    T* begin() noexcept { return data_; }
    T* end() noexcept { return data_ + size_; }
    const T* begin() const noexcept { return data_; }
    const T* end() const noexcept { return data_ + size_; }
    T& operator[](std::size_t at) { return data_[at]; }
    const T& operator[](std::size_t at) const { return data_[at]; }
    T& front() { return data_[0]; }
    const T& front() const { return data_[0]; }
    T& back() { return data_[size_ - 1]; }
    const T& back() const { return data_[size_ - 1]; }

    // The memory stays.
    void clear() noexcept { cut(0); }
    void reserve(std::size_t size) {
        if (size > capacity_) move_to(size);
    }
    // New values are zero, or as the type's own constructor makes them.
    void resize(std::size_t size) {
        if (size < size_) return cut(size);
        make_room(size);
        std::uninitialized_value_construct(data_ + size_, data_ + size);
        size_ = size;
    }
    void push_back(T value) {
        make_room(size_ + 1);
        std::construct_at(data_ + size_, std::move(value));
        ++size_;
    }
    // REQUIRES: the range is not of this array.
    template <class Iterator>
    void append(Iterator first, Iterator last) {
        const auto size = size_ + static_cast<std::size_t>(std::distance(first, last));
        make_room(size);
        std::uninitialized_copy(first, last, data_ + size_);
        size_ = size;
    }
    template <class Iterator>
    void assign(Iterator first, Iterator last) {
        clear();
        append(first, last);
    }

    std::size_t heap_bytes() const noexcept { return allocated(capacity_ * sizeof(T), size_ * sizeof(T)); }

private:
    static constexpr std::size_t first_capacity = std::max<std::size_t>(1, 64 / sizeof(T));

    void cut(std::size_t size) noexcept {
        std::destroy(data_ + size, data_ + size_);
        size_ = size;
    }
    void make_room(std::size_t size) {
        if (size > capacity_) move_to(std::max({size, 2 * capacity_, first_capacity}));
    }
    [[gnu::noinline]] void move_to(std::size_t capacity) {
        if (capacity > static_cast<std::size_t>(-1) / 2 / sizeof(T)) throw std::bad_alloc();
        void* const moved = std::realloc(static_cast<void*>(data_), capacity * sizeof(T));
        if (moved == nullptr) throw std::bad_alloc();
        data_ = static_cast<T*>(moved);
        capacity_ = capacity;
    }

    T* data_ = nullptr;
    std::size_t size_ = 0, capacity_ = 0;
};

}  // namespace confer::engine
