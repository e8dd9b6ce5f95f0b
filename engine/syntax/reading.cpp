// Reading: code points become bytes through a table, which only text beyond ASCII needs.
#include "syntax/reading_internal.h"

#include <algorithm>

#include "base/text_position.h"
#include "syntax/parse.h"

namespace confer::engine::syntax {

Reading::Reading(std::string_view text, std::uint32_t offset, const RunLimits* limits)
    : text_(text), offset_(offset), patience_(limits) {
    const bool ascii = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
    if (ascii) return;
    for (std::size_t at = 0; at < text.size();) {
        bytes_.push_back(static_cast<std::uint32_t>(at));
        next_code_point(text, at);
    }
    bytes_.push_back(static_cast<std::uint32_t>(text.size()));
}

std::uint32_t Reading::byte_of(std::size_t code_point) const {
    const std::size_t end = bytes_.empty() ? text_.size() : bytes_.size() - 1;
    const std::size_t index = std::min(code_point, end);
    return offset_ + (bytes_.empty() ? static_cast<std::uint32_t>(index) : bytes_[index]);
}

SourceSpan Reading::span(const antlr4::Token& token) const {
    return span(token, token);
}

SourceSpan Reading::span(const antlr4::Token& first, const antlr4::Token& last) const {
    const std::uint32_t begin = byte_of(first.getStartIndex());
    if (last.getType() == antlr4::Token::EOF) return {begin, std::max(begin, byte_of(last.getStartIndex()))};
    return {begin, std::max(begin, byte_of(last.getStopIndex() + 1))};
}

SourceSpan Reading::span(const antlr4::ParserRuleContext& context) const {
    return span(*context.start, context.stop == nullptr ? *context.start : *context.stop);
}

std::string_view Reading::text(SourceSpan span) const {
    return text_.substr(span.begin - offset_, span.end - span.begin);
}

void Reading::report(Error error) {
    if (!error_ || error.span->begin < error_->span->begin) error_ = std::move(error);
}

bool Reading::descend(SourceSpan at, unsigned levels) {
    depth_ += levels;
    if (!out_of_time_) out_of_time_ = patience_.step();
    if (out_of_time_) return false;
    if (depth_ <= max_nesting + 1) return true;  // a thousand lists around a number are a thousand levels
    report({.code = ErrorCode::nesting_too_deep,
            .message = "this expression has more than 1,000 levels",
            .span = at,
            .hints = {"split it with `WITH`, or use a list: `x IN [1, 2, 3]` instead of `x = 1 OR x = 2 OR x = 3`"}});
    return false;
}

}  // namespace confer::engine::syntax
