#pragma once
// Shared: a value that copies of its owner have in common until one of them changes it (copy on write).
//
// Ownership  copying shares; edit() makes the value this owner's own first, with a copy if others have it too.
// Threads    const access from any number of threads; edit() only while no other thread copies or reads this Shared.
// Cost       copying: a reference count; edit(): a copy of the value the first time.
#include <memory>

namespace confer::engine {

template <class T>
class Shared {
public:
    const T& operator*() const { return *value_; }
    const T* operator->() const { return value_.get(); }

    T& edit() {
        if (value_.use_count() != 1) value_ = std::make_shared<T>(*value_);
        return *value_;
    }
    void replace(T value) { value_ = std::make_shared<T>(std::move(value)); }
    // Whether both stand for the same stored value.
    bool is_same(const Shared& other) const { return value_ == other.value_; }

private:
    std::shared_ptr<T> value_ = std::make_shared<T>();
};

}  // namespace confer::engine
