#include <algorithm>

#include "plugin/answer_builder_internal.h"

namespace confer::engine::plugin {

namespace {

Error broken(std::string message) {
    return {.code = ErrorCode::plugin, .message = std::move(message), .phase = Phase::runtime};
}

}  // namespace

// Whether a value of this depth may come next.
Result<void> AnswerBuilder::check_place(std::uint32_t depth) const {
    if (open_.size() - base_ + depth > Value::max_depth) {
        return Error{.code = ErrorCode::nesting_too_deep,
                     .message = "nests lists and maps deeper than " + std::to_string(Value::max_depth),
                     .phase = Phase::runtime};
    }
    if (open_.empty() && answered_) return broken("answers twice");
    if (!open_.empty() && open_.back().is_map && !open_.back().has_key) {
        return broken("puts a value into a map without `put_key` before it");
    }
    return {};
}

Result<void> AnswerBuilder::put(Value value) {
    CONFER_CHECK(check_place(value.depth()));
    if (open_.empty()) {
        answer_ = std::move(value);
        answered_ = true;
    } else if (Open& inner = open_.back(); inner.is_map) {
        inner.entries.emplace_back(std::move(inner.key), std::move(value));
        inner.key.clear();
        inner.has_key = false;
    } else {
        inner.items.push_back(std::move(value));
    }
    return {};
}

Result<void> AnswerBuilder::begin_list() {
    CONFER_CHECK(check_place(1));
    open_.emplace_back();
    return {};
}

Result<void> AnswerBuilder::begin_map() {
    CONFER_CHECK(check_place(1));
    open_.emplace_back().is_map = true;
    return {};
}

Result<void> AnswerBuilder::key(std::string_view key) {
    if (open_.empty() || !open_.back().is_map) return broken("calls `put_key` outside of a map");
    if (open_.back().has_key) return broken("puts two keys in a row");
    open_.back().key = key;
    open_.back().has_key = true;
    return {};
}

Result<void> AnswerBuilder::end_list() {
    if (open_.size() == base_ || open_.back().is_map) return broken("calls `end_list` without a list to end");
    Value list(std::move(open_.back().items));
    open_.pop_back();
    return put(std::move(list));
}

Result<void> AnswerBuilder::end_map() {
    if (open_.empty() || !open_.back().is_map) return broken("calls `end_map` without a map to end");
    if (open_.back().has_key) return broken("ends a map with a key that has no value");
    ValueMap entries = std::move(open_.back().entries);
    open_.pop_back();
    std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    const auto twice = std::adjacent_find(entries.begin(), entries.end(),
                                          [](const auto& a, const auto& b) { return a.first == b.first; });
    if (twice != entries.end()) return broken("puts the key `" + twice->first + "` into a map twice");
    return put(Value(std::move(entries)));
}

Result<void> AnswerBuilder::check_closed() const {
    if (open_.size() == base_) return {};
    return broken(open_.back().is_map ? "does not end its map" : "does not end its list");
}

Result<Value> AnswerBuilder::take() {
    CONFER_CHECK(check_closed());
    answered_ = false;
    return std::exchange(answer_, Value());
}

Result<ValueList> AnswerBuilder::take_row() {
    CONFER_CHECK(check_closed());
    return std::exchange(open_.back().items, {});
}

}  // namespace confer::engine::plugin
