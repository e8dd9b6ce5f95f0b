#pragma once
// RegularExpression: a pattern of the `=~` operator, matched against whole texts.
//
// Ownership  copies share the compiled pattern.
// Threads    immutable.
// Errors     invalid_argument_value, without span.
// Cost       matches(): linear in the text, whatever the pattern: RE2 never backtracks. So there are no
//            back-references and no look-around.
// Source     RE2 and its notation: https://github.com/google/re2/wiki/Syntax.
#include <memory>
#include <string_view>

#include "base/result.h"

namespace re2 {
class RE2;
}

namespace confer::engine::exec {

class RegularExpression {
public:
    static Result<RegularExpression> compile(std::string_view pattern);
    // Whether the whole of `text` (valid UTF-8) matches.
    bool matches(std::string_view text) const;

private:
    explicit RegularExpression(std::shared_ptr<const re2::RE2> pattern) : pattern_(std::move(pattern)) {}
    std::shared_ptr<const re2::RE2> pattern_;
};

}  // namespace confer::engine::exec
