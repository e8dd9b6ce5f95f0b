// question_viability: follows all ways through the grammar's network at once.
#include "syntax/question_viability_internal.h"

#include <algorithm>
#include <map>
#include <utility>

#include "ConferParser.h"

namespace confer::engine::syntax {

namespace {

using antlr4::atn::ATNState;
using antlr4::atn::RuleTransition;
using antlr4::atn::Transition;
using Parser = grammar::ConferParser;

const antlr4::atn::ATN& network() {
    static antlr4::ListTokenSource end([] {
        std::vector<std::unique_ptr<antlr4::Token>> only;
        only.push_back(std::make_unique<antlr4::CommonToken>(antlr4::Token::EOF));
        return only;
    }());
    static antlr4::CommonTokenStream stream(&end);
    static const Parser parser(&stream);
    return parser.getATN();
}

// Where to go on when a rule is done, and what lies below. Equal stacks have equal numbers.
class Stacks {
public:
    using Id = std::size_t;
    static constexpr Id empty = 0;

    Id push(ATNState* follow, Id below) {
        const auto [entry, added] = ids_.try_emplace({follow, below}, frames_.size());
        if (added) frames_.emplace_back(follow, below);
        return entry->second;
    }
    ATNState* follow(Id stack) const { return frames_[stack].first; }
    Id below(Id stack) const { return frames_[stack].second; }

private:
    using Frame = std::pair<ATNState*, Id>;
    std::vector<Frame> frames_{{nullptr, empty}};
    std::map<Frame, Id> ids_;
};

using Position = std::pair<ATNState*, Stacks::Id>;

class Walk {
public:
    Walk() { open({network().ruleToStartState[Parser::RuleQuestion], Stacks::empty}); }

    std::set<Expectation> expected() const {
        std::set<Expectation> out;
        for (const auto& [state, stack] : positions_) {
            const std::size_t caller = stack == Stacks::empty ? state->ruleIndex : stacks_.follow(stack)->ruleIndex;
            for (const Transition* step : state->transitions) {
                if (step->isEpsilon()) continue;
                for (const ssize_t type : step->label().toList()) {
                    out.insert({static_cast<std::size_t>(type), state->ruleIndex, caller});
                }
            }
        }
        return out;
    }

    // Goes on over a token; false, and nothing changes, when none may come here.
    bool advance(std::size_t type) {
        std::vector<Position> next;
        for (const auto& [state, stack] : positions_) {
            for (const Transition* step : state->transitions) {
                if (step->isEpsilon() || !step->label().contains(static_cast<ssize_t>(type))) continue;
                next.emplace_back(step->target, stack);
            }
        }
        if (next.empty()) return false;
        positions_.clear();
        for (const Position& position : next) open(position);
        return true;
    }

private:
    // Adds a position and all that can be reached from it without a token.
    void open(const Position& from) {
        std::vector<Position> pending{from};
        while (!pending.empty()) {
            const Position at = pending.back();
            pending.pop_back();
            if (!positions_.insert(at).second) continue;
            const auto& [state, stack] = at;
            if (state->getStateType() == ATNState::RULE_STOP) {
                if (stack != Stacks::empty) pending.emplace_back(stacks_.follow(stack), stacks_.below(stack));
                continue;
            }
            for (const Transition* step : state->transitions) {
                if (!step->isEpsilon()) continue;
                if (step->getSerializationType() == Transition::RULE) {
                    const auto* call = static_cast<const RuleTransition*>(step);
                    pending.emplace_back(call->target, stacks_.push(call->followState, stack));
                } else {
                    pending.emplace_back(step->target, stack);
                }
            }
        }
    }

    Stacks stacks_;
    std::set<Position> positions_;
};

}  // namespace

Viability question_viability(const std::vector<std::size_t>& token_types) {
    Walk walk;
    Viability out;
    while (out.viable < token_types.size() && walk.advance(token_types[out.viable])) ++out.viable;
    out.expected = walk.expected();
    out.complete = std::any_of(out.expected.begin(), out.expected.end(),
                               [](const Expectation& one) { return one.token == antlr4::Token::EOF; });
    return out;
}

}  // namespace confer::engine::syntax
