#pragma once
// error_json: errors as hosts send them to programs: what a terminal shows, as data.
//
// {"type","phase","code","name","message","line","column","length","hints","rendered"}. `phase` is there for errors of
// statements only; `line`, `column` (from 1) and `length` count characters, and are there when the fault is in the
// statement.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace confer::engine::format {

struct ErrorData {
    std::string_view type;   // "SyntaxError"
    std::string_view phase;  // "compile" or "runtime"; empty: it is of no statement
    std::string_view code;   // "UndefinedVariable"
    std::string_view name;   // "undefined-variable"
    std::string_view message;
    const std::vector<std::string>& hints;
    std::string rendered;
    std::uint32_t line = 0, column = 0, length = 0;  // line 0: no place
};

// Lives no longer than `error` does.
ErrorData data_of(const Error& error, std::string_view statement);

std::string to_json(const ErrorData& error);

}  // namespace confer::engine::format
