#pragma once
// RegularExpression: a pattern of the `=~` operator, for whole texts, without backtracking.
//
// The notation is the common part of Java's and ECMAScript's: . [a-z] [^…] \d \w \s (and \D \W \S) \t \n \r \f
// \xhh \uhhhh, ( ) (?: ), |, * + ? {m} {m,} {m,n} (lazy ones too: the same, for a whole text), ^ $, and (?i) (?s) at
// the beginning. `.` leaves out line ends, as in Java. There are no back-references and no
// look-around: they would need backtracking, whose time no one can promise.
//
// Units      code points.
// Threads    immutable; one Scratch a thread.
// Errors     invalid_argument_value, without span.
// Cost       matches(): O(size of the text x size of the pattern), whatever they are; no recursion.
// Source     Thompson, "Regular expression search algorithm", CACM 11(6), 1968; Cox, "Regular Expression
//            Matching: the Virtual Machine Approach", 2009.
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace confer::engine::exec {

class RegularExpression {
public:
    // Working memory for matches(); keeps its capacity from text to text.
    struct Scratch {
        std::vector<std::uint32_t> now, next, pending;
        std::vector<std::uint32_t> seen;  // by instruction: the step that reached it last
        std::uint32_t step = 0;
    };

    RegularExpression() = default;  // matches the empty text
    static Result<RegularExpression> compile(std::string_view pattern);
    // Whether the whole of `text` (valid UTF-8) matches.
    bool matches(std::string_view text, Scratch& scratch) const;

private:
    friend class PatternCompiler;

    enum class Code : std::uint8_t { character, set, any, any_in_line, split, jump, at_begin, at_end };
    struct Instruction {
        Code code;
        bool negated = false;      // set
        std::uint32_t first = 0;   // character: the code point; set: its index; split, jump: where to
        std::uint32_t second = 0;  // split: the other way
    };
    using CharacterSet = std::vector<std::pair<char32_t, char32_t>>;  // inclusive ranges

    void follow(std::uint32_t start, bool at_begin, bool at_end, std::vector<std::uint32_t>& reached,
                Scratch& scratch) const;
    bool accepts(const Instruction& instruction, char32_t character) const;
    bool in_set(const Instruction& instruction, char32_t character) const;

    std::vector<Instruction> program_;  // running past its end is a match
    std::vector<CharacterSet> sets_;
    bool ignore_case_ = false;
};

}  // namespace confer::engine::exec
