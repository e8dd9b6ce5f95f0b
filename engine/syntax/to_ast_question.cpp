// to_ast: the forms of questions. Conditions: to_ast_condition.cpp.
#include "syntax/to_ast_question_internal.h"

namespace confer::engine::syntax {

namespace {

using Parser = grammar::ConferParser;

ast::AskWord ask_word(Parser::WhichQuestionContext& ctx) {
    if (ctx.Q_WHO() != nullptr) return ast::AskWord::who;
    if (ctx.Q_WHERE() != nullptr) return ast::AskWord::where;
    return ctx.Q_WHAT() != nullptr ? ast::AskWord::what : ast::AskWord::which;
}

}  // namespace

ast::Question QuestionAst::question(Parser::QuestionContext& ctx) {
    ast::Question question;
    if (ctx.shareQuestion() != nullptr) question.node = share(*ctx.shareQuestion());
    if (ctx.whichQuestion() != nullptr) question.node = which(*ctx.whichQuestion());
    if (ctx.howManyQuestion() != nullptr) {
        question.node = ast::HowManyQuestion{selection(*ctx.howManyQuestion()->selection())};
    }
    if (ctx.listQuestion() != nullptr) question.node = ast::ListQuestion{selection(*ctx.listQuestion()->selection())};
    if (ctx.describeQuestion() != nullptr) question.node = describe(*ctx.describeQuestion());
    if (ctx.lineageQuestion() != nullptr) {
        question.node = ast::LineageQuestion{topic(*ctx.lineageQuestion()->topic())};
    }
    question.notices = std::move(notices_);
    return question;
}

ast::WhichQuestion QuestionAst::which(Parser::WhichQuestionContext& ctx) {
    ast::WhichQuestion question;
    question.ask = ask_word(ctx);
    if (ctx.selection() != nullptr) question.selection = selection(*ctx.selection());
    if (ctx.conditions() != nullptr) question.selection.condition = condition(*ctx.conditions());
    return question;
}

ast::ShareQuestion QuestionAst::share(Parser::ShareQuestionContext& ctx) {
    ast::ShareQuestion question;
    question.selection = selection(*ctx.selection());
    if (ctx.components() != nullptr) {
        for (Parser::ComponentContext* component : ctx.components()->component()) {
            if (component->Q_COMPONENTS() == nullptr) question.components.push_back(phrase(*component->getStart()));
        }
    }
    if (ctx.operand() != nullptr) question.with = operand(*ctx.operand());
    for (Parser::AtLeastContext* least : ctx.atLeast()) {
        question.at_least = token(*least->Q_NUMBER()->getSymbol()).number;
    }
    return question;
}

ast::DescribeQuestion QuestionAst::describe(Parser::DescribeQuestionContext& ctx) {
    return {topic(*ctx.topic())};
}

ast::Selection QuestionAst::selection(Parser::SelectionContext& ctx) {
    ast::Selection out;
    out.noun = phrase(*ctx.noun);
    if (ctx.conditions() != nullptr) out.condition = condition(*ctx.conditions());
    if (ctx.adjective == nullptr) return out;

    // "humanistic approaches …": approaches that are joined to humanistic in some way, and …
    auto joined = std::make_unique<ast::Condition>();
    ast::Phrase name = phrase(*ctx.adjective);
    joined->span = name.span;
    ast::VerbCondition condition;
    condition.operand.span = name.span;
    condition.operand.name = std::move(name);
    joined->node = std::move(condition);
    if (out.condition == nullptr) {
        out.condition = std::move(joined);
        return out;
    }
    auto both = std::make_unique<ast::Condition>();
    both->span = {joined->span.begin, out.condition->span.end};
    ast::JunctionCondition junction;
    junction.parts.push_back(std::move(joined));
    junction.parts.push_back(std::move(out.condition));
    both->node = std::move(junction);
    out.condition = std::move(both);
    return out;
}

ast::Operand QuestionAst::topic(Parser::TopicContext& ctx) {
    ast::Operand out;
    out.span = span_of(ctx);
    out.name = phrase(*ctx.name);
    if (ctx.noun != nullptr) out.noun = phrase(*ctx.noun);
    return out;
}

SourceSpan QuestionAst::span_of(const antlr4::ParserRuleContext& ctx) const {
    const QuestionToken& first = tokens_[std::min<std::size_t>(ctx.start->getTokenIndex(), tokens_.size() - 1)];
    const QuestionToken& last = tokens_[std::min<std::size_t>(ctx.stop->getTokenIndex(), tokens_.size() - 1)];
    return {first.phrase.span.begin, last.phrase.span.end};
}

}  // namespace confer::engine::syntax
