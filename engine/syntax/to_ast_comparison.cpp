// to_ast: the forms of questions that compare and integrate.
#include <iterator>

#include "syntax/to_ast_question_internal.h"

namespace confer::engine::syntax {

namespace {

using Parser = grammar::ConferParser;

// "compare humanistic approaches": one name before a noun is no list of things, but describes some.
std::optional<ast::Selection> described(std::vector<ast::Operand>& subjects) {
    if (subjects.size() != 1 || !subjects.front().noun) return std::nullopt;
    ast::Operand& only = subjects.front();
    ast::Selection out;
    out.noun = std::move(only.noun);
    auto joined = std::make_unique<ast::Condition>();
    joined->span = only.name->span;
    ast::VerbCondition condition;
    condition.operand.span = only.name->span;
    condition.operand.name = std::move(only.name);
    joined->node = std::move(condition);
    out.condition = std::move(joined);
    subjects.clear();
    return out;
}

}  // namespace

ast::CommonQuestion QuestionAst::common(Parser::CommonQuestionContext& ctx) {
    if (ctx.compared() != nullptr) return {topics(ctx.compared()->topic()), dimensions(ctx.dimensions())};
    return {topics(ctx.subjects()), components(ctx.components())};
}

ast::CompareQuestion QuestionAst::compare(Parser::CompareQuestionContext& ctx) {
    ast::CompareQuestion question;
    if (ctx.selection() != nullptr) {
        question.selection = selection(*ctx.selection());
    } else if (ctx.compared() != nullptr) {
        question.subjects = topics(ctx.compared()->topic());
        question.selection = described(question.subjects);
    } else {
        if (ctx.named() != nullptr) question.subjects.push_back(named(*ctx.named()));
        std::vector<ast::Operand> rest = ctx.subjects() != nullptr ? topics(ctx.subjects()) : topics(ctx.topic());
        std::move(rest.begin(), rest.end(), std::back_inserter(question.subjects));
    }
    if (ctx.purpose() != nullptr) {
        note_people(ctx.purpose()->people());
        question.purposes.push_back(topic(*ctx.purpose()->topic()));
    }
    if (ctx.Q_DIFFERENCES() != nullptr || ctx.Q_DIFFER() != nullptr) question.only = ast::CompareOnly::differences;
    for (Parser::DimensionsContext* each : ctx.comparison()->dimensions()) {
        for (ast::Phrase& noun : dimensions(each)) question.dimensions.push_back(std::move(noun));
    }
    for (Parser::OnlyContext* only : ctx.comparison()->only()) {
        question.only = only->Q_ONLY_SHARED() != nullptr ? ast::CompareOnly::shared : ast::CompareOnly::differences;
    }
    return question;
}

ast::SimilarityQuestion QuestionAst::similarity(Parser::SimilarityQuestionContext& ctx) {
    return {topics(ctx.compared()->topic()), dimensions(ctx.dimensions())};
}

ast::LikeQuestion QuestionAst::like(Parser::LikeQuestionContext& ctx) {
    ast::LikeQuestion question;
    if (ctx.selection() != nullptr) question.selection = selection(*ctx.selection());
    question.subject = topic(*ctx.topic());
    question.dimensions = dimensions(ctx.dimensions());
    if (ctx.Q_NUMBER() != nullptr) question.most = token(*ctx.Q_NUMBER()->getSymbol()).number;
    return question;
}

ast::CommonFactorsQuestion QuestionAst::common_factors(Parser::CommonFactorsQuestionContext& ctx) {
    ast::CommonFactorsQuestion question;
    if (ctx.selection() != nullptr) {
        question.selection = selection(*ctx.selection());
    } else {
        question.subjects = topics(ctx.subjects());
        question.selection = described(question.subjects);
    }
    if (ctx.atLeast() != nullptr) question.at_least = number(*ctx.atLeast());
    return question;
}

ast::SelectQuestion QuestionAst::select(Parser::SelectQuestionContext& ctx) {
    ast::SelectQuestion question;
    question.wanted = phrase(*ctx.thing(0)->getStart());
    note_people(ctx.people());
    question.purposes = topics(ctx.subjects());
    if (ctx.atLeast() != nullptr) {
        question.at_least = number(*ctx.atLeast());
        question.groups = phrase(*ctx.thing(1)->getStart());
    }
    return question;
}

ast::AssimilateQuestion QuestionAst::assimilate(Parser::AssimilateQuestionContext& ctx) {
    ast::AssimilateQuestion question;
    question.components = components(ctx.components());
    if (ctx.piece() != nullptr) question.piece = piece(*ctx.piece());
    question.home = topic(*ctx.home);
    note_people(ctx.people());
    question.purposes = topics(ctx.purposes);
    question.donors = topics(ctx.donors);
    return question;
}

ast::Operand QuestionAst::piece(Parser::PieceContext& ctx) const {
    ast::Operand out;
    out.span = span_of(ctx);
    out.name = phrase(*ctx.name);
    if (ctx.noun != nullptr) out.noun = phrase(*ctx.noun);
    return out;
}

ast::IntegrateQuestion QuestionAst::integrate(Parser::IntegrateQuestionContext& ctx) {
    return {ctx.components().empty() ? std::vector<ast::Phrase>{} : components(ctx.components().front()),
            topics(ctx.subjects())};
}

ast::Operand QuestionAst::named(Parser::NamedContext& ctx) {
    ast::Operand out;
    out.span = span_of(ctx);
    out.name = phrase(*ctx.getStart());
    return out;
}

std::vector<ast::Operand> QuestionAst::topics(const std::vector<Parser::TopicContext*>& ctxs) {
    std::vector<ast::Operand> out;
    for (Parser::TopicContext* each : ctxs) out.push_back(topic(*each));
    return out;
}

std::vector<ast::Operand> QuestionAst::topics(Parser::SubjectsContext* ctx) {
    return ctx == nullptr ? std::vector<ast::Operand>{} : topics(ctx->topic());
}

std::vector<ast::Phrase> QuestionAst::components(Parser::ComponentsContext* ctx) {
    std::vector<ast::Phrase> out;
    if (ctx == nullptr) return out;
    for (Parser::ComponentContext* component : ctx->component()) {
        if (component->Q_COMPONENTS() == nullptr) out.push_back(phrase(*component->getStart()));
    }
    return out;
}

std::vector<ast::Phrase> QuestionAst::dimensions(Parser::DimensionsContext* ctx) {
    return components(ctx == nullptr ? nullptr : ctx->components());
}

std::int64_t QuestionAst::number(Parser::AtLeastContext& ctx) const {
    return token(*ctx.Q_NUMBER()->getSymbol()).number;
}

}  // namespace confer::engine::syntax
