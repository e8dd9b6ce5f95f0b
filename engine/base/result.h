#pragma once
// Result<T>: a T, or the Error that kept it from existing. Used across floors instead of exceptions.
//
// Errors     value() on an error, and error() on a value, break a precondition (asserted).
// Threads    as T.
#include <cassert>
#include <optional>
#include <utility>
#include <variant>

#include "base/error.h"

namespace confer::engine {

template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    bool has_value() const noexcept { return state_.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }

    T& value() & {
        assert(has_value());
        return *std::get_if<0>(&state_);
    }
    const T& value() const& {
        assert(has_value());
        return *std::get_if<0>(&state_);
    }
    T&& value() && {
        assert(has_value());
        return std::move(*std::get_if<0>(&state_));
    }
    Error& error() & {
        assert(!has_value());
        return *std::get_if<1>(&state_);
    }
    const Error& error() const& {
        assert(!has_value());
        return *std::get_if<1>(&state_);
    }
    Error&& error() && {
        assert(!has_value());
        return std::move(*std::get_if<1>(&state_));
    }

private:
    std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : error_(std::move(error)) {}

    bool has_value() const noexcept { return !error_.has_value(); }
    explicit operator bool() const noexcept { return has_value(); }
    Error& error() & {
        assert(error_.has_value());
        return *error_;
    }
    const Error& error() const& {
        assert(error_.has_value());
        return *error_;
    }
    Error&& error() && {
        assert(error_.has_value());
        return std::move(*error_);
    }

private:
    std::optional<Error> error_;
};

}  // namespace confer::engine

#define CONFER_CONCAT_INNER(a, b) a##b
#define CONFER_CONCAT(a, b) CONFER_CONCAT_INNER(a, b)

// CONFER_TRY(const Foo foo, make_foo());   declares foo, or returns make_foo()'s Error from here.
#define CONFER_TRY(declaration, expression)                                \
    auto CONFER_CONCAT(confer_result_, __LINE__) = (expression);           \
    if (!CONFER_CONCAT(confer_result_, __LINE__).has_value())              \
        return std::move(CONFER_CONCAT(confer_result_, __LINE__)).error(); \
    declaration = std::move(CONFER_CONCAT(confer_result_, __LINE__)).value()

// CONFER_CHECK(check_foo());   returns check_foo()'s Error from here, if it has one.
#define CONFER_CHECK(expression)                                                 \
    do {                                                                         \
        auto confer_result = (expression);                                       \
        if (!confer_result.has_value()) return std::move(confer_result).error(); \
    } while (false)
