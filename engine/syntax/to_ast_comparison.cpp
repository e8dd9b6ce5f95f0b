// to_ast: the forms of questions that compare and integrate.
#include <algorithm>
#include <iterator>

#include "syntax/to_ast_question_internal.h"

namespace confer::engine::syntax {

namespace {

using Parser = grammar::ConferParser;

// "compare humanistic approaches", "humanistic or existential approaches": one name before a noun, or several that only
// the last one has, is no list of things, but describes some.
std::optional<ast::Selection> described(std::vector<ast::Operand>& subjects, bool alternatives) {
    if (subjects.size() != 1 && !alternatives) return std::nullopt;
    const auto with_noun = std::ranges::find_if(subjects, [](const ast::Operand& one) { return one.noun.has_value(); });
    if (with_noun == subjects.end() || with_noun + 1 != subjects.end()) return std::nullopt;
    ast::Selection out;
    out.noun = std::move(with_noun->noun);
    std::vector<ast::ConditionPtr> parts;
    for (ast::Operand& one : subjects) {
        ast::VerbCondition condition;
        condition.operand.span = one.name->span;
        condition.operand.name = std::move(one.name);
        parts.push_back(as_condition(std::move(condition)));
    }
    out.condition = joined(ast::Junction::disjunction, std::move(parts));
    subjects.clear();
    return out;
}

bool are_alternatives(const std::vector<Parser::SeparatorContext*>& separators) {
    return std::ranges::any_of(separators, [](Parser::SeparatorContext* one) { return one->Q_OR() != nullptr; });
}

bool are_alternatives(Parser::ComparedContext& ctx) {
    std::vector<Parser::SeparatorContext*> separators;
    for (Parser::AgainstContext* each : ctx.against()) {
        if (each->separator() == nullptr) return false;
        separators.push_back(each->separator());
    }
    return are_alternatives(separators);
}

}  // namespace

ast::CommonQuestion QuestionAst::common(Parser::CommonQuestionContext& ctx) {
    ast::CommonQuestion question;
    if (ctx.compared() != nullptr) {
        question.subjects = topics(ctx.compared()->topic());
        question.components = dimensions(*ctx.compared(), ctx.dimensions());
        return question;
    }
    question.components = components(ctx.components());
    question.counted = ctx.Q_HOW_MANY() != nullptr;
    if (ctx.selection() != nullptr) {
        question.selection = selection(*ctx.selection());
    } else {
        question.subjects = topics(ctx.subjects(0));
        if (ctx.subjects().size() == 1)
            question.selection = described(question.subjects, are_alternatives(ctx.subjects(0)->separator()));
        else
            std::ranges::move(topics(ctx.subjects(1)), std::back_inserter(question.subjects));
    }
    return question;
}

ast::CompareQuestion QuestionAst::compare(Parser::CompareQuestionContext& ctx) {
    ast::CompareQuestion question;
    if (ctx.selection() != nullptr) {
        question.selection = selection(*ctx.selection());
    } else if (ctx.compared() != nullptr) {
        question.subjects = topics(ctx.compared()->topic());
        question.selection = described(question.subjects, are_alternatives(*ctx.compared()));
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
    if (ctx.compared() != nullptr) question.dimensions = components(ctx.compared()->components());
    for (Parser::DimensionsContext* each : ctx.comparison()->dimensions()) {
        for (ast::Phrase& noun : dimensions(each)) question.dimensions.push_back(std::move(noun));
    }
    for (Parser::OnlyContext* only : ctx.comparison()->only()) {
        question.only = only->Q_ONLY_SHARED() != nullptr ? ast::CompareOnly::shared : ast::CompareOnly::differences;
    }
    return question;
}

ast::SimilarityQuestion QuestionAst::similarity(Parser::SimilarityQuestionContext& ctx) {
    if (ctx.compared() == nullptr) return {topics(ctx.topic()), dimensions(ctx.dimensions())};
    return {topics(ctx.compared()->topic()), dimensions(*ctx.compared(), ctx.dimensions())};
}

ast::LikeQuestion QuestionAst::like(Parser::LikeQuestionContext& ctx) {
    ast::LikeQuestion question;
    if (ctx.selection() != nullptr) question.selection = selection(*ctx.selection());
    question.subject = topic(*ctx.topic());
    question.dimensions = dimensions(ctx.dimensions());
    if (ctx.Q_NUMBER() != nullptr) question.most = token(*ctx.Q_NUMBER()->getSymbol()).number;
    if (ctx.amendment() == nullptr) return question;
    Parser::AmendmentContext& further = *ctx.amendment();
    question.further =
        further.conditions() != nullptr ? condition(*further.conditions()) : negated(other_than(*further.objects()));
    return question;
}

ast::CommonFactorsQuestion QuestionAst::common_factors(Parser::CommonFactorsQuestionContext& ctx) {
    ast::CommonFactorsQuestion question;
    if (ctx.selection() != nullptr) {
        question.selection = selection(*ctx.selection());
    } else {
        question.subjects = topics(ctx.subjects());
        question.selection = described(question.subjects, are_alternatives(ctx.subjects()->separator()));
    }
    if (ctx.atLeast() != nullptr) question.at_least = number(*ctx.atLeast());
    return question;
}

ast::SelectQuestion QuestionAst::select(Parser::SelectQuestionContext& ctx) {
    ast::SelectQuestion question;
    question.wanted = phrase(*ctx.thing(0)->getStart());
    note_people(ctx.people());
    if (ctx.verb() != nullptr) question.verb = verb(*ctx.verb());
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
            topics(ctx.integrated()->topic())};
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

// "the techniques of CBT and ACT by theories"
std::vector<ast::Phrase> QuestionAst::dimensions(Parser::ComparedContext& compared, Parser::DimensionsContext* ctx) {
    std::vector<ast::Phrase> out = components(compared.components());
    for (ast::Phrase& noun : dimensions(ctx)) out.push_back(std::move(noun));
    return out;
}

std::int64_t QuestionAst::number(Parser::AtLeastContext& ctx) const {
    return token(*ctx.Q_NUMBER()->getSymbol()).number;
}

}  // namespace confer::engine::syntax
