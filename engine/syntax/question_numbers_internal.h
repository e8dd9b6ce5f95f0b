#pragma once
// Numbers and decades as questions write them.
#include <cstdint>
#include <string_view>

namespace confer::engine::syntax {

// The first year of a decade: "1980s"; -1: no decade.
std::int64_t decade_of(std::string_view word);

// 0 to 20 in words or digits; -1: no number. Larger numbers only in digits.
std::int64_t number_of(std::string_view word);

}  // namespace confer::engine::syntax
