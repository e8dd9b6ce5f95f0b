#pragma once
// AnswerBuilder: a value, put together from the inside by begin, put and end.
//
// Errors     plugin: a second answer, an end without its beginning, a map's value without a key, a key twice;
//            nesting_too_deep. Sentences without a subject: the caller puts the function's name before them.
#include <string>
#include <vector>

#include "base/result.h"
#include "value/value.h"

namespace confer::engine::plugin {

class AnswerBuilder {
public:
    enum class Shape : unsigned char { value, rows };
    // For rows: what is put is gathered until take_row().
    explicit AnswerBuilder(Shape shape) : base_(shape == Shape::rows ? 1 : 0), open_(base_) {}

    Result<void> put(Value value);
    Result<void> begin_list();
    Result<void> end_list();
    Result<void> begin_map();
    Result<void> key(std::string_view key);
    Result<void> end_map();

    // Whether lists or maps are open; whether a value is ready to be taken. REQUIRES: Shape::value
    bool is_open() const { return !open_.empty(); }
    bool is_ready() const { return open_.empty() && answered_; }
    // Null when nothing was put. REQUIRES: Shape::value
    Result<Value> take();
    // What was put since the last time. REQUIRES: Shape::rows
    Result<ValueList> take_row();

private:
    struct Open {
        bool is_map = false;
        ValueList items;   // of a list
        ValueMap entries;  // of a map
        bool has_key = false;
        std::string key;
    };
    Result<void> check_place(std::uint32_t depth) const;
    Result<void> check_closed() const;

    std::size_t base_;        // how many of them are open from beginning to end: the row
    std::vector<Open> open_;  // innermost last
    Value answer_;
    bool answered_ = false;
};

}  // namespace confer::engine::plugin
