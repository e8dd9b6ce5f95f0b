// Runs a pattern's program on a text: all its threads in step, so that each character is looked at once.
// Tests: tests/suites/expressions/regular_expression_test.cpp.
#include "exec/expr/regular_expression_internal.h"

#include <algorithm>

#include "base/text_position.h"

namespace confer::engine::exec {

bool RegularExpression::in_set(const Instruction& instruction, char32_t character) const {
    const CharacterSet& set = sets_[instruction.first];
    const auto holds = [&](char32_t c) {
        return std::any_of(set.begin(), set.end(), [c](auto range) { return range.first <= c && c <= range.second; });
    };
    const bool found = holds(character) || (ignore_case_ && (holds(to_lower(character)) || holds(to_upper(character))));
    return found != instruction.negated;
}

bool RegularExpression::accepts(const Instruction& instruction, char32_t character) const {
    switch (instruction.code) {
        case Code::character:
            return instruction.first == static_cast<std::uint32_t>(ignore_case_ ? to_lower(character) : character);
        case Code::set:
            return in_set(instruction, character);
        case Code::any:
            return true;
        case Code::any_in_line:
            return character != U'\n' && character != U'\r' && character != 0x85 && character != 0x2028 &&
                   character != 0x2029;
        default:
            return false;
    }
}

// Adds `start`, or what it leads to without reading a character, to the threads in `reached`.
void RegularExpression::follow(std::uint32_t start, bool at_begin, bool at_end, std::vector<std::uint32_t>& reached,
                               Scratch& scratch) const {
    scratch.pending.assign(1, start);
    while (!scratch.pending.empty()) {
        const std::uint32_t here = scratch.pending.back();
        scratch.pending.pop_back();
        if (scratch.seen[here] == scratch.step) continue;
        scratch.seen[here] = scratch.step;
        if (here == program_.size()) {
            reached.push_back(here);
            continue;
        }
        const Instruction& instruction = program_[here];
        switch (instruction.code) {
            case Code::jump:
                scratch.pending.push_back(instruction.first);
                break;
            case Code::split:
                scratch.pending.push_back(instruction.second);
                scratch.pending.push_back(instruction.first);
                break;
            case Code::at_begin:
                if (at_begin) scratch.pending.push_back(here + 1);
                break;
            case Code::at_end:
                if (at_end) scratch.pending.push_back(here + 1);
                break;
            default:
                reached.push_back(here);
        }
    }
}

bool RegularExpression::matches(std::string_view text, Scratch& scratch) const {
    scratch.seen.assign(program_.size() + 1, 0);
    scratch.step = 1;
    scratch.now.clear();
    follow(0, true, text.empty(), scratch.now, scratch);
    for (std::size_t offset = 0; offset < text.size();) {
        const char32_t character = next_code_point(text, offset);
        ++scratch.step;
        scratch.next.clear();
        for (const std::uint32_t thread : scratch.now) {
            if (thread == program_.size() || !accepts(program_[thread], character)) continue;
            follow(thread + 1, false, offset == text.size(), scratch.next, scratch);
        }
        scratch.now.swap(scratch.next);
        if (scratch.now.empty()) return false;
    }
    return std::find(scratch.now.begin(), scratch.now.end(), program_.size()) != scratch.now.end();
}

}  // namespace confer::engine::exec
