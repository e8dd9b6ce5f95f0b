// expected: a recogniser over ANTLR's transition network. For each rule and place it finds all places where the rule
// may end, remembering the answer, and notes what is looked at past the last word.
#include "syntax/expected_internal.h"

#include <map>
#include <optional>
#include <tuple>

#include "ConferLexer.h"
#include "ConferParser.h"
#include "antlr4-runtime.h"

namespace confer::engine::syntax {
namespace {

using Parser = grammar::ConferParser;
using antlr4::atn::ATNState;
using antlr4::atn::Transition;

std::optional<Notion> notion_of(std::size_t rule, bool in_detail) {
    switch (rule) {
        case Parser::RuleRelationshipPattern:
            return Notion::relationship;
        case Parser::RuleVariable:
            return Notion::variable;
        case Parser::RuleLabelName:
            return Notion::label;
        case Parser::RuleTypeName:
            return Notion::relationship_type;
        case Parser::RulePropertyKey:
            return Notion::property;
        case Parser::RuleFunctionName:
            return Notion::function;
        case Parser::RuleProcedureName:
            return Notion::procedure;
        case Parser::RuleProcedureOutput:
            return Notion::procedure_output;
        default:
            break;
    }
    if (in_detail) return std::nullopt;
    switch (rule) {
        case Parser::RuleExpression:
            return Notion::expression;
        case Parser::RulePatternPart:
        case Parser::RulePatternPredicate:
            return Notion::pattern;
        case Parser::RuleNodePattern:
            return Notion::node;
        default:
            return std::nullopt;
    }
}

class Walk {
public:
    Walk(const antlr4::atn::ATN& atn, const std::vector<std::size_t>& words, bool in_detail)
        : atn_(atn), words_(words), in_detail_(in_detail) {}

    Expected run() {
        ends_of(Parser::RulePatternStatement, 0, 0);
        return std::move(expected_);
    }

private:
    using Places = std::set<std::size_t>;
    struct At {
        ATNState* state;
        std::size_t place;
        friend auto operator<=>(const At&, const At&) = default;
    };

    // Where `rule`, entered at `place` with operators of at least `precedence`, may end.
    const Places& ends_of(std::size_t rule, int precedence, std::size_t place) {
        const auto [known, is_new] = ends_.try_emplace({rule, precedence, place});
        if (!is_new) return known->second;
        Places ends;
        if (const std::optional<Notion> notion = notion_of(rule, in_detail_); notion && place == words_.size()) {
            expected_.notions.insert(*notion);
        } else {
            ends = walk(rule, precedence, place);
        }
        return ends_[{rule, precedence, place}] = std::move(ends);
    }

    Places walk(std::size_t rule, int precedence, std::size_t place) {
        Places ends;
        std::set<At> seen;
        std::vector<At> open{{atn_.ruleToStartState[rule], place}};
        while (!open.empty()) {
            const At at = open.back();
            open.pop_back();
            if (!seen.insert(at).second) continue;
            if (at.state->getStateType() == ATNState::RULE_STOP) {
                ends.insert(at.place);
                continue;
            }
            for (Transition* transition : at.state->transitions) step(*transition, precedence, at.place, open);
        }
        return ends;
    }

    void step(Transition& transition, int precedence, std::size_t place, std::vector<At>& open) {
        switch (transition.getSerializationType()) {
            case Transition::RULE: {
                auto& call = static_cast<antlr4::atn::RuleTransition&>(transition);
                for (const std::size_t end : ends_of(call.ruleIndex, call.precedence, place))
                    open.push_back({call.followState, end});
                return;
            }
            case Transition::PRECEDENCE:
                if (static_cast<antlr4::atn::PrecedencePredicateTransition&>(transition).precedence >= precedence)
                    open.push_back({transition.target, place});
                return;
            default:
                break;
        }
        if (transition.isEpsilon()) {
            open.push_back({transition.target, place});
        } else if (place < words_.size()) {
            if (transition.matches(words_[place], antlr4::Token::MIN_USER_TOKEN_TYPE, atn_.maxTokenType))
                open.push_back({transition.target, place + 1});
        } else {
            for (const auto token : transition.label().toList())
                expected_.tokens.insert(static_cast<std::size_t>(token));
        }
    }

    const antlr4::atn::ATN& atn_;
    const std::vector<std::size_t>& words_;
    bool in_detail_;
    Expected expected_;
    std::map<std::tuple<std::size_t, int, std::size_t>, Places> ends_;
};

Expected expected(const std::vector<std::size_t>& words, bool in_detail) {
    if (words.size() > most_words) return {};
    antlr4::ANTLRInputStream nothing;
    grammar::ConferLexer lexer(&nothing);
    antlr4::CommonTokenStream none(&lexer);
    const Parser parser(&none);
    return Walk(parser.getATN(), words, in_detail).run();
}

}  // namespace

std::string_view words_for(Notion notion) {
    switch (notion) {
        case Notion::expression:
            return "an expression";
        case Notion::pattern:
            return "a pattern such as `(a)-[r]->(b)`";
        case Notion::node:
            return "a node such as `(a)`";
        case Notion::relationship:
            return "a relationship such as `-[r]->`";
        case Notion::variable:
            return "a variable";
        case Notion::label:
            return "a label";
        case Notion::relationship_type:
            return "a relationship type";
        case Notion::property:
            return "a property";
        case Notion::function:
            return "a function";
        case Notion::procedure:
            return "a procedure such as `db.labels`";
        case Notion::procedure_output:
            return "what the procedure yields";
    }
    return "";
}

Expected expected_after(const std::vector<std::size_t>& words) {
    return expected(words, false);
}

Expected expected_in_detail_after(const std::vector<std::size_t>& words) {
    return expected(words, true);
}

}  // namespace confer::engine::syntax
