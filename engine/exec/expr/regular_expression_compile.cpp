// From a pattern's text to its program: one function for each level of the grammar. A counted repetition repeats its
// code, so the program's size and the depth of groups are bounded here, and with them the time of every match.
#include <algorithm>
#include <optional>
#include <string>

#include "base/text_position.h"
#include "exec/expr/regular_expression_internal.h"

namespace confer::engine::exec {

namespace {

constexpr std::size_t max_instructions = 10'000;
constexpr unsigned max_depth = 200;
constexpr std::uint32_t max_count = 1'000;

}  // namespace

class PatternCompiler {
public:
    explicit PatternCompiler(std::string_view pattern) : pattern_(pattern) {}

    Result<RegularExpression> run() {
        flags();
        if (!failure_) alternatives(0);
        if (!failure_ && offset_ < pattern_.size()) fail("`)` closes no group");
        if (failure_) return *std::move(failure_);
        return std::move(out_);
    }

private:
    using Code = RegularExpression::Code;
    using Instruction = RegularExpression::Instruction;
    using CharacterSet = RegularExpression::CharacterSet;

    bool done() const { return offset_ >= pattern_.size() || failure_.has_value(); }
    char peek() const { return pattern_[offset_]; }
    bool take(std::string_view text) {
        if (failure_ || !pattern_.substr(offset_).starts_with(text)) return false;
        offset_ += text.size();
        return true;
    }
    char32_t take_character() { return next_code_point(pattern_, offset_); }

    void fail(std::string what, std::string hint = {}) {
        if (failure_) return;
        failure_ = Error{.code = ErrorCode::invalid_argument_value,
                         .message = "this is not a regular expression: " + std::move(what),
                         .phase = Phase::runtime};
        if (!hint.empty()) failure_->hints.push_back(std::move(hint));
        offset_ = pattern_.size();
    }

    std::uint32_t here() const { return static_cast<std::uint32_t>(out_.program_.size()); }
    void emit(Instruction instruction) {
        if (here() >= max_instructions) return fail("it is too large", "repeat fewer times");
        out_.program_.push_back(instruction);
    }
    void emit_character(char32_t c) {
        emit({Code::character, false, static_cast<std::uint32_t>(out_.ignore_case_ ? to_lower(c) : c)});
    }
    void emit_set(CharacterSet set, bool negated) {
        emit({Code::set, negated, static_cast<std::uint32_t>(out_.sets_.size())});
        out_.sets_.push_back(std::move(set));
    }
    // Opens a gap of one instruction at `position`; jumps inside the moved code move with it.
    void insert(std::uint32_t position, Instruction instruction) {
        emit(instruction);
        if (failure_) return;
        auto& program = out_.program_;
        std::rotate(program.begin() + position, program.end() - 1, program.end());
        for (std::uint32_t i = position + 1; i < here(); ++i) shift(program[i], position, 1);
    }
    static void shift(Instruction& instruction, std::uint32_t from, std::uint32_t by) {
        const bool jumps = instruction.code == Code::split || instruction.code == Code::jump;
        if (jumps && instruction.first >= from) instruction.first += by;
        if (instruction.code == Code::split && instruction.second >= from) instruction.second += by;
    }

    void flags() {
        for (;;) {
            if (take("(?i)")) {
                out_.ignore_case_ = true;
            } else if (take("(?s)")) {
                dot_matches_all_ = true;
            } else if (take("(?is)") || take("(?si)")) {
                out_.ignore_case_ = dot_matches_all_ = true;
            } else {
                return;
            }
        }
    }

    // alternatives: sequence ('|' sequence)*
    void alternatives(unsigned depth) {
        if (depth > max_depth) return fail("its groups are nested too deep");
        const std::uint32_t begin = here();
        std::uint32_t start = begin;  // of the alternative being read
        std::vector<std::uint32_t> ends;
        sequence(depth);
        while (take("|")) {
            insert(start, {Code::split, false, start + 1, 0});
            ends.push_back(here());
            emit({Code::jump});
            if (failure_) return;
            out_.program_[start].second = here();
            start = here();
            sequence(depth);
        }
        if (failure_) return;
        for (const std::uint32_t end : ends) out_.program_[end].first = here();
    }

    void sequence(unsigned depth) {
        while (!done() && peek() != '|' && peek() != ')') {
            const std::uint32_t begin = here();
            atom(depth);
            repetition(begin);
        }
    }

    void atom(unsigned depth) {
        switch (peek()) {
            case '(':
                return group(depth);
            case '[':
                return bracket();
            case '\\':
                return escape();
            case '.':
                ++offset_;
                return emit({dot_matches_all_ ? Code::any : Code::any_in_line});
            case '^':
                ++offset_;
                return emit({Code::at_begin});
            case '$':
                ++offset_;
                return emit({Code::at_end});
            case '*':
            case '+':
            case '?':
            case '{':
                return fail(std::string("`") + peek() + "` has nothing to repeat", "escape it with a backslash");
            default:
                emit_character(take_character());
        }
    }

    void group(unsigned depth) {
        ++offset_;
        if (take("?")) {
            if (!take(":"))
                return fail("groups that begin with `(?` are not known, except `(?:` and, at the beginning, `(?i)`");
        }
        alternatives(depth + 1);
        if (!take(")")) fail("a `(` is not closed");
    }

    struct Count {
        std::uint32_t least = 0;
        std::optional<std::uint32_t> most;  // absent: any number
    };

    // Repeats the code from `begin` on, when * + ? {m} {m,} or {m,n} comes next.
    void repetition(std::uint32_t begin) {
        Count count;
        if (take("+")) {
            count.least = 1;
        } else if (take("?")) {
            count.most = 1;
        } else if (take("{")) {
            count = counts();
        } else if (!take("*")) {
            return;
        }
        take("?");  // lazy: the same, for a whole text
        repeat(begin, count);
    }

    Count counts() {
        const std::optional<std::uint32_t> first = number();
        Count count{first.value_or(0), first};
        if (take(",")) count.most = number();
        if (!first || !take("}") || (count.most && *count.most < count.least))
            fail("`{` begins no count like `{2}` or `{2,5}`", "escape it with a backslash");
        return count;
    }

    std::optional<std::uint32_t> number() {
        std::optional<std::uint32_t> value;
        while (!done() && peek() >= '0' && peek() <= '9') {
            value = value.value_or(0) * 10 + static_cast<std::uint32_t>(peek() - '0');
            ++offset_;
            if (*value > max_count) {
                fail("it repeats more than " + std::to_string(max_count) + " times");
                return value;
            }
        }
        return value;
    }

    // `code` stood at `from`; its jumps move with it.
    void append_copy(const std::vector<Instruction>& code, std::uint32_t from) {
        const std::uint32_t by = here() - from;
        for (Instruction instruction : code) {
            if (failure_) return;
            shift(instruction, from, by);
            emit(instruction);
        }
    }

    // The code from `begin` on, `least` times; then as many times more as are allowed, each with a way out.
    void repeat(std::uint32_t begin, const Count& count) {
        if (failure_) return;
        auto& program = out_.program_;
        const std::vector<Instruction> code(program.begin() + begin, program.end());
        program.resize(begin);
        for (std::uint32_t i = 0; i < count.least && !failure_; ++i) append_copy(code, begin);
        std::vector<std::uint32_t> exits;
        const std::uint32_t more = count.most ? *count.most - count.least : 1;
        for (std::uint32_t i = 0; i < more && !failure_; ++i) {
            exits.push_back(here());
            emit({Code::split, false, here() + 1, 0});
            append_copy(code, begin);
        }
        if (!count.most) emit({Code::jump, false, exits.back()});
        if (failure_) return;
        for (const std::uint32_t exit : exits) program[exit].second = here();
    }

    // ---- escapes and sets
    static std::optional<CharacterSet> class_of(char letter) {
        switch (letter) {
            case 'd':
            case 'D':
                return CharacterSet{{U'0', U'9'}};
            case 'w':
            case 'W':
                return CharacterSet{{U'a', U'z'}, {U'A', U'Z'}, {U'0', U'9'}, {U'_', U'_'}};
            case 's':
            case 'S':
                return CharacterSet{{U'\t', U'\r'}, {U' ', U' '}};
            default:
                return std::nullopt;
        }
    }
    static CharacterSet complement(CharacterSet set) {
        std::sort(set.begin(), set.end());
        CharacterSet rest;
        char32_t from = 0;
        for (const auto& [first, last] : set) {
            if (first > from) rest.emplace_back(from, first - 1);
            from = std::max<char32_t>(from, last + 1);
        }
        rest.emplace_back(from, 0x10FFFF);
        return rest;
    }

    void escape() {
        if (const std::optional<CharacterSet> set = class_escape()) return emit_set(*set, false);
        if (!failure_) emit_character(character_escape());
    }
    // \d and its like, if that is what comes next.
    std::optional<CharacterSet> class_escape() {
        if (offset_ + 1 >= pattern_.size() || peek() != '\\') return std::nullopt;
        const char letter = pattern_[offset_ + 1];
        std::optional<CharacterSet> set = class_of(letter);
        if (!set) return std::nullopt;
        offset_ += 2;
        return letter < 'a' ? complement(*std::move(set)) : set;
    }
    char32_t character_escape() {
        ++offset_;
        if (offset_ >= pattern_.size()) {
            fail("a backslash ends it", "write it twice to mean a backslash");
            return 0;
        }
        const char letter = peek();
        switch (letter) {
            case 't':
                ++offset_;
                return U'\t';
            case 'n':
                ++offset_;
                return U'\n';
            case 'r':
                ++offset_;
                return U'\r';
            case 'f':
                ++offset_;
                return U'\f';
            case 'x':
                ++offset_;
                return hexadecimal(2);
            case 'u':
                ++offset_;
                return hexadecimal(4);
            default:
                break;
        }
        const bool word =
            (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
        if (word) {
            fail(std::string("`\\") + letter + "` has no meaning here",
                 "a backslash in a text is written twice: '\\\\d+' means digits");
            return 0;
        }
        return take_character();
    }
    char32_t hexadecimal(unsigned digits) {
        char32_t value = 0;
        for (unsigned i = 0; i < digits; ++i) {
            static constexpr std::string_view alphabet = "0123456789abcdef";
            const char c = done() ? ' ' : peek();
            const std::size_t digit = alphabet.find(c >= 'A' && c <= 'F' ? static_cast<char>(c + 32) : c);
            if (digit == std::string_view::npos) {
                fail("`\\x` takes two and `\\u` four hexadecimal digits");
                return 0;
            }
            value = value * 16 + static_cast<char32_t>(digit);
            ++offset_;
        }
        return value;
    }

    void bracket() {
        ++offset_;
        const bool negated = take("^");
        CharacterSet set;
        for (bool first = true; !done() && (first || peek() != ']'); first = false) member(set);
        if (!take("]")) return fail("a `[` is not closed");
        emit_set(std::move(set), negated);
    }
    // One member of a set: \d, a character, or a range.
    void member(CharacterSet& set) {
        if (const std::optional<CharacterSet> part = class_escape()) {
            set.insert(set.end(), part->begin(), part->end());
            return;
        }
        const char32_t from = peek() == '\\' ? character_escape() : take_character();
        char32_t to = from;
        const bool range = offset_ + 1 < pattern_.size() && peek() == '-' && pattern_[offset_ + 1] != ']';
        if (range) {
            ++offset_;
            to = peek() == '\\' ? character_escape() : take_character();
            if (to < from) return fail("a range in `[ ]` runs backwards");
        }
        set.emplace_back(from, to);
    }

    std::string_view pattern_;
    std::size_t offset_ = 0;
    bool dot_matches_all_ = false;
    std::optional<Error> failure_;
    RegularExpression out_;
};

Result<RegularExpression> RegularExpression::compile(std::string_view pattern) {
    return PatternCompiler(pattern).run();
}

}  // namespace confer::engine::exec
