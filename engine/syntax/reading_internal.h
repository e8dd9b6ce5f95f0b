#pragma once
// Reading: what the functions that turn a parse tree into an AST share: the text, the places in it, the first error.
//
// Units      ANTLR counts code points from the start of its input; spans count bytes from the start of the statement.
// Errors     to_ast never stops: it reports here and goes on, and the earliest report wins.
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "ConferLexer.h"
#include "ConferParser.h"
#include "antlr4-runtime.h"
#include "base/cancel.h"
#include "base/error.h"

namespace confer::engine::syntax {

using Lexer = grammar::ConferLexer;
using Parser = grammar::ConferParser;

// Looks at the limits of a run every few hundred steps.
class Patience {
public:
    explicit Patience(const RunLimits* limits) : limits_(limits) {}
    // Nothing, or why to stop. Errors: interrupted, timeout.
    std::optional<Error> step() {
        if (limits_ == nullptr || ++steps_ % 512 != 0) return std::nullopt;
        Result<void> checked = limits_->check();
        if (checked) return std::nullopt;
        return std::move(checked).error();
    }

private:
    const RunLimits* limits_;  // may be null
    unsigned steps_ = 0;
};

class Reading {
public:
    // `offset` is where `text` begins in the whole statement. REQUIRES: `text` is valid UTF-8.
    Reading(std::string_view text, std::uint32_t offset, const RunLimits* limits = nullptr);

    SourceSpan span(const antlr4::Token& token) const;
    SourceSpan span(const antlr4::Token& first, const antlr4::Token& last) const;
    SourceSpan span(const antlr4::ParserRuleContext& context) const;
    std::string_view text(SourceSpan span) const;
    std::string_view text(const antlr4::Token& token) const { return text(span(token)); }

    void report(Error error);
    // Why reading stopped, if it did.
    const std::optional<Error>& first_error() const { return out_of_time_ ? out_of_time_ : error_; }

    // How many AST levels lie above the expression that is being read. False, and a report, when they are too many, or
    // there is no time left.
    bool descend(SourceSpan at, unsigned levels = 1);
    void ascend(unsigned levels = 1) { depth_ -= levels; }

private:
    std::uint32_t byte_of(std::size_t code_point) const;

    std::string_view text_;
    std::uint32_t offset_;
    std::vector<std::uint32_t> bytes_;  // of each code point and of the end; empty when all are ASCII
    std::optional<Error> error_, out_of_time_;
    Patience patience_;
    unsigned depth_ = 0;
};

// The tokens of a statement, the last of which is EOF, with a view of their text.
class Words {
public:
    Words(antlr4::CommonTokenStream& tokens, const Reading& reading) : tokens_(tokens), reading_(reading) {}

    std::size_t size() const { return tokens_.size(); }
    std::size_t type(std::size_t index) const { return index < size() ? tokens_.get(index)->getType() : Lexer::EOF; }
    std::string_view text(std::size_t index) const { return reading_.text(span(index)); }
    SourceSpan span(std::size_t index) const { return reading_.span(*tokens_.get(index)); }
    void set_type(std::size_t index, std::size_t type) {
        static_cast<antlr4::CommonToken&>(*tokens_.get(index)).setType(type);
    }
    // Whether nothing, not even a space, stands between this word and the one before it.
    bool touches_previous(std::size_t index) const { return index > 0 && span(index - 1).end == span(index).begin; }

private:
    antlr4::CommonTokenStream& tokens_;
    const Reading& reading_;
};

}  // namespace confer::engine::syntax
