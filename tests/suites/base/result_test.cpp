#include <catch2/catch.hpp>
#include <memory>

#include "base/result.h"

using namespace confer::engine;

namespace {

Result<int> half(int number) {
    if (number % 2 != 0) return Error{.code = ErrorCode::invalid_argument_value, .message = "odd"};
    return number / 2;
}

Result<int> quarter(int number) {
    CONFER_TRY(const int once, half(number));
    CONFER_TRY(const int twice, half(once));
    return twice;
}

Result<void> must_halve(int number) {
    CONFER_CHECK(half(number));
    return {};
}

}  // namespace

TEST_CASE("a result is a value or an error", "[base][result]") {
    CHECK(half(4).value() == 2);
    REQUIRE_FALSE(half(3).has_value());
    CHECK(half(3).error().message == "odd");
}

TEST_CASE("CONFER_TRY goes on with a value and returns an error", "[base][result]") {
    CHECK(quarter(8).value() == 2);
    CHECK(quarter(6).error().code == ErrorCode::invalid_argument_value);
}

TEST_CASE("CONFER_CHECK returns an error and nothing else", "[base][result]") {
    CHECK(must_halve(2).has_value());
    CHECK_FALSE(must_halve(1).has_value());
}

TEST_CASE("a result can hold what can only be moved", "[base][result]") {
    Result<std::unique_ptr<int>> result(std::make_unique<int>(7));
    const std::unique_ptr<int> taken = std::move(result).value();
    CHECK(*taken == 7);
}
