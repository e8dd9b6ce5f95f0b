#include "exec/expr/regular_expression_internal.h"

#include <re2/re2.h>

namespace confer::engine::exec {

namespace {

constexpr std::int64_t most_memory = std::int64_t{8} << 20;

re2::StringPiece piece(std::string_view text) {
    return {text.data(), text.size()};
}

}  // namespace

Result<RegularExpression> RegularExpression::compile(std::string_view pattern) {
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(most_memory);
    auto compiled = std::make_shared<const re2::RE2>(piece(pattern), options);
    if (!compiled->ok()) {
        return Error{.code = ErrorCode::invalid_argument_value,
                     .message = "this is no regular expression: " + compiled->error(),
                     .hints = {"write `\\\\` before a character that should stand for itself"},
                     .phase = Phase::runtime};
    }
    return RegularExpression(std::move(compiled));
}

bool RegularExpression::matches(std::string_view text) const {
    return re2::RE2::FullMatch(piece(text), *pattern_);
}

}  // namespace confer::engine::exec
