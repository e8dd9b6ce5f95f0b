// to_ast: the forms of questions. Conditions: to_ast_condition.cpp; forms that compare and integrate:
// to_ast_comparison.cpp.
#include "syntax/to_ast_question_internal.h"

namespace confer::engine::syntax {

namespace {

using Parser = grammar::ConferParser;

constexpr std::string_view of_all_others =
    "Those of which it is recorded are listed; whether it is so of the others, too, is unknown.";

constexpr std::int64_t usual_most = 20;  // rows, where the most are asked for

ast::AskWord ask_word(Parser::WhichQuestionContext& ctx) {
    if (ctx.Q_WHO() != nullptr) return ast::AskWord::who;
    if (ctx.Q_WHERE() != nullptr) return ast::AskWord::where;
    return ctx.Q_WHAT() != nullptr ? ast::AskWord::what : ast::AskWord::which;
}

}  // namespace

ast::Question QuestionAst::question(Parser::QuestionContext& ctx) {
    ast::Question question;
    for (Parser::RestrictionContext* restricting : ctx.restriction()) restrict(*restricting);
    if (ctx.objects() != nullptr) except_ = negated(other_than(*ctx.objects()));
    Parser::FormContext& form = *ctx.form();
    if (form.shareQuestion() != nullptr) question.node = share(*form.shareQuestion());
    if (form.commonQuestion() != nullptr) question.node = common(*form.commonQuestion());
    if (form.whichQuestion() != nullptr) question.node = which(*form.whichQuestion());
    if (form.howManyQuestion() != nullptr) {
        question.node = ast::HowManyQuestion{selection(*form.howManyQuestion()->selection())};
    }
    if (form.listQuestion() != nullptr) question.node = list(*form.listQuestion());
    if (form.describeQuestion() != nullptr) {
        const bool by_whom = form.describeQuestion()->Q_AND() != nullptr;
        if (by_whom)
            question.node = when_and_who(*form.describeQuestion());
        else
            question.node = describe(*form.describeQuestion());
    }
    if (form.datedQuestion() != nullptr) question.node = dated(*form.datedQuestion());
    if (form.saysQuestion() != nullptr) says(*form.saysQuestion(), question);
    if (form.lineageQuestion() != nullptr) {
        question.node = lineage(*form.lineageQuestion());
    }
    if (form.bareQuestion() != nullptr) bare(*form.bareQuestion(), question);
    if (form.rankQuestion() != nullptr) question.node = rank(*form.rankQuestion());
    if (form.whetherQuestion() != nullptr) whether(*form.whetherQuestion(), question);
    if (form.compareQuestion() != nullptr) question.node = compare(*form.compareQuestion());
    if (form.similarityQuestion() != nullptr) question.node = similarity(*form.similarityQuestion());
    if (form.likeQuestion() != nullptr) question.node = like(*form.likeQuestion());
    if (form.relatedQuestion() != nullptr) {
        question.node = related(*form.relatedQuestion());
    }
    if (form.sourcesQuestion() != nullptr) {
        question.node = ast::SourcesQuestion{topic(*form.sourcesQuestion()->topic())};
    }
    if (form.whyQuestion() != nullptr) {
        question.node = why(*form.whyQuestion());
    }
    if (form.commonFactorsQuestion() != nullptr) question.node = common_factors(*form.commonFactorsQuestion());
    if (form.selectQuestion() != nullptr) question.node = select(*form.selectQuestion());
    if (form.assimilateQuestion() != nullptr) question.node = assimilate(*form.assimilateQuestion());
    if (form.integrateQuestion() != nullptr) question.node = integrate(*form.integrateQuestion());
    if (except_ != nullptr) notices_.emplace_back("What stands before the question was left out.");
    question.restriction = std::move(restriction_);
    question.notices = std::move(notices_);
    return question;
}

void QuestionAst::restrict(Parser::RestrictionContext& ctx) {
    if (ctx.Q_WITHOUT_WEAK() != nullptr) restriction_.without_weak = true;
    for (Parser::SourceNameContext* name : ctx.sourceName()) {
        restriction_.according_to.push_back(phrase(*name->getStart()));
    }
}

ast::ListQuestion QuestionAst::list(Parser::ListQuestionContext& ctx) {
    ast::ListQuestion question{selection(*ctx.selection())};
    if (ctx.Q_BY_YEAR() != nullptr) question.order = ast::ListOrder::by_year;
    if (ctx.Q_NUMBER() != nullptr) question.most = token(*ctx.Q_NUMBER()->getSymbol()).number;
    return question;
}

ast::LineageQuestion QuestionAst::lineage(Parser::LineageQuestionContext& ctx) {
    const ast::LineagePart part = ctx.Q_ANCESTORS() != nullptr     ? ast::LineagePart::ancestors
                                  : ctx.Q_DESCENDANTS() != nullptr ? ast::LineagePart::descendants
                                                                   : ast::LineagePart::all;
    return {topic(*ctx.topic()), part};
}

ast::WhichQuestion QuestionAst::which(Parser::WhichQuestionContext& ctx) {
    ast::WhichQuestion question;
    question.ask = ask_word(ctx);
    if (ctx.selection() != nullptr) question.selection = selection(*ctx.selection());
    if (ctx.conditions() != nullptr)
        question.selection.condition = both(condition(*ctx.conditions()), std::move(except_));
    if (ctx.further() == nullptr) return question;
    question.when = ctx.further()->Q_WHEN() != nullptr;
    if (!question.when) question.further = verb(*ctx.further()->verb());
    return question;
}

ast::ConditionPtr QuestionAst::said(Parser::ConditionsContext* conditions, antlr4::tree::TerminalNode* verb,
                                    std::size_t nots) {
    ast::ConditionPtr out;
    if (conditions != nullptr) {
        out = condition(*conditions);
    } else {
        ast::VerbCondition bare;
        bare.verb = phrase(*verb->getSymbol());
        bare.operand.span = bare.verb->span;
        out = as_condition(std::move(bare));
    }
    return nots % 2 == 0 ? std::move(out) : negated(std::move(out));
}

namespace {

template <class Context>
std::size_t count_nots(Context& ctx) {
    std::size_t count = 0;
    for (Parser::NotsContext* nots : ctx.nots()) count += nots->Q_NOT().size();
    return count;
}

}  // namespace

ast::WhyQuestion QuestionAst::why(Parser::WhyQuestionContext& ctx) {
    ast::WhyQuestion question;
    question.subject = topic(*ctx.topic());
    if (ctx.objects() != nullptr) {  // evidence for IPT in depression
        serving_ = true;
        note_people(ctx.people());
        question.condition = objects(*ctx.objects());
    } else {
        question.condition = said(ctx.conditions(), ctx.Q_VERB(), count_nots(ctx));
    }
    return question;
}

ast::RelatedQuestion QuestionAst::related(Parser::RelatedQuestionContext& ctx) {
    ast::RelatedQuestion question;
    question.from = topic(*ctx.topic(0));
    if (ctx.relatives() != nullptr)
        question.to = topics(ctx.relatives()->topic());
    else
        question.to.push_back(topic(*ctx.topic(1)));
    return question;
}

void QuestionAst::whether(Parser::WhetherQuestionContext& ctx, ast::Question& question) {
    if (ctx.selection() != nullptr) {  // "do any approaches use hypnosis?": those that do
        if (ctx.selection()->Q_EVERY() != nullptr) notices_.emplace_back(of_all_others);
        question.node = ast::ListQuestion{selection(*ctx.selection())};
        return;
    }
    if (ctx.Q_COMPONENTS() != nullptr) {
        question.node = anything_that(*ctx.conditions());
        return;
    }
    ast::Operand first = topic(*ctx.topic(0));
    if (ctx.Q_SAME() != nullptr) {
        question.node = ast::SameQuestion{std::move(first), topic(*ctx.topic(1))};
    } else if (ctx.Q_RELATED() != nullptr) {
        question.node = ast::RelatedQuestion{std::move(first), topics(ctx.relatives()->topic())};
    } else {
        ast::WhyQuestion why;
        why.subject = std::move(first);
        why.condition = said(ctx.conditions(), ctx.Q_VERB(), count_nots(ctx));
        why.whether = true;
        question.node = std::move(why);
    }
}

// WHEN was it developed, and by whom?: who developed it, and when
ast::WhichQuestion QuestionAst::when_and_who(Parser::DescribeQuestionContext& ctx) {
    ast::WhichQuestion question;
    question.ask = ast::AskWord::who;
    question.when = true;
    ast::VerbCondition acting;
    acting.operand = topic(*ctx.topic());
    acting.verb = phrase(*ctx.Q_VERB()->getSymbol());
    question.selection.condition = std::make_unique<ast::Condition>();
    question.selection.condition->span = span_of(ctx);
    question.selection.condition->node = std::move(acting);
    return question;
}

ast::ListQuestion QuestionAst::dated(Parser::DatedQuestionContext& ctx) {
    ast::ListQuestion question{selection(*ctx.selection())};
    question.order = ctx.Q_OLDEST() != nullptr ? ast::ListOrder::oldest_first : ast::ListOrder::newest_first;
    if (ctx.Q_NUMBER() != nullptr) question.most = token(*ctx.Q_NUMBER()->getSymbol()).number;
    return question;
}

// "what do sources say" is whatever is recorded, "what does Cochrane say" what is according to it.
void QuestionAst::says(Parser::SaysQuestionContext& ctx, ast::Question& question) {
    for (Parser::SourceNameContext* name : ctx.sourceName()) {
        restriction_.according_to.push_back(phrase(*name->getStart()));
    }
    if (ctx.objects() == nullptr) {
        question.node = ast::DescribeQuestion{topic(*ctx.topic()), ast::DescribePart::everything};
        return;
    }
    ast::WhyQuestion why;
    why.subject = topic(*ctx.topic());
    serving_ = true;
    note_people(ctx.people());
    why.condition = objects(*ctx.objects());
    question.node = std::move(why);
}

void QuestionAst::bare(Parser::BareQuestionContext& ctx, ast::Question& question) {
    if (ctx.named() != nullptr) {
        question.node = ast::DescribeQuestion{named(*ctx.named()), ast::DescribePart::everything};
        return;
    }
    if (ctx.selection() != nullptr) {
        question.node = ast::ListQuestion{selection(*ctx.selection())};
        return;
    }
    if (ctx.Q_COMPONENTS() != nullptr && ctx.topic() != nullptr) {  // "the components of DBT"
        ast::VerbCondition had;
        had.operand = topic(*ctx.topic());
        had.having = true;
        ast::WhichQuestion parts;
        parts.ask = ast::AskWord::what;
        parts.selection.condition = as_condition(std::move(had));
        question.node = std::move(parts);
        return;
    }
    ast::WhichQuestion anything = anything_that(*ctx.conditions());
    if (ctx.topic() != nullptr) {  // "alternatives to CBT for insomnia"
        ast::VerbCondition itself;
        itself.operand = topic(*ctx.topic());
        itself.being = true;
        anything.selection.condition =
            both(std::move(anything.selection.condition), negated(as_condition(std::move(itself))));
    }
    question.node = std::move(anything);
}

ast::WhichQuestion QuestionAst::anything_that(Parser::ConditionsContext& ctx) {
    ast::WhichQuestion out;
    out.ask = ast::AskWord::what;
    out.selection.condition = both(condition(ctx), std::move(except_));
    return out;
}

ast::RankQuestion QuestionAst::rank(Parser::RankQuestionContext& ctx) {
    ast::RankQuestion question;
    if (ctx.Q_NUMBER() != nullptr) question.most = token(*ctx.Q_NUMBER()->getSymbol()).number;
    if (ctx.Q_EACH() == nullptr && ctx.counted != nullptr) {  // "which family has the most approaches?"
        if (ctx.noun != nullptr) question.noun = phrase(*ctx.noun);
        question.fewest = ctx.Q_FEWEST() != nullptr;
        question.by.emplace();
        if (ctx.verb() != nullptr) question.by->verb = verb(*ctx.verb());
        question.by->having = ctx.verb() == nullptr;
        question.by->operand.noun = phrase(*ctx.counted);
        question.by->operand.span = question.by->operand.noun->span;
        return question;
    }
    if (ctx.Q_EACH() == nullptr) {
        question.noun = phrase(*ctx.noun);
        if (ctx.operand() == nullptr) return question;
        question.by.emplace();
        question.by->operand = operand(*ctx.operand());
        if (ctx.verb() != nullptr) {  // "what techniques do most approaches use?"
            question.by->verb = verb(*ctx.verb());
            question.by->operand_acts = true;
        }
        return question;
    }
    question.each = true;
    question.listed = ctx.Q_HOW_MANY() == nullptr;
    question.noun = phrase(ctx.each != nullptr ? *ctx.each : ctx.listed != nullptr ? *ctx.listed : *ctx.counted);
    question.by.emplace();
    if (ctx.verb() != nullptr) question.by->verb = verb(*ctx.verb());
    question.by->having = ctx.verb() == nullptr;
    question.by->operand.noun = phrase(*ctx.counted);
    question.by->operand.span = question.by->operand.noun->span;
    return question;
}

ast::ShareQuestion QuestionAst::share(Parser::ShareQuestionContext& ctx) {
    ast::ShareQuestion question;
    question.selection = selection(*ctx.selection());
    question.components = components(ctx.components());
    question.each = ctx.Q_SHARE_EACH() != nullptr;
    if (ctx.operand() != nullptr) question.with = operand(*ctx.operand());
    if (ctx.amount() != nullptr) question.how_many = amount(*ctx.amount());
    if (ctx.extent() != nullptr && ctx.extent()->amount() != nullptr)
        question.how_many = amount(*ctx.extent()->amount());
    question.none =
        ctx.extent() != nullptr && (ctx.extent()->Q_NOT() != nullptr || ctx.extent()->Q_NOBODY() != nullptr);
    if (ctx.extent() != nullptr && ctx.extent()->Q_MOST() != nullptr) question.most = usual_most;
    constexpr std::int64_t pair = 2;  // "which two approaches share the most techniques?"
    if (ctx.Q_NUMBER() == nullptr) return question;
    const std::int64_t rows = token(*ctx.Q_NUMBER()->getSymbol()).number;
    if (rows != pair || question.with) question.most = rows;
    return question;
}

ast::DescribeQuestion QuestionAst::describe(Parser::DescribeQuestionContext& ctx) {
    const bool names = ctx.Q_OTHER_NAMES() != nullptr || ctx.Q_STANDS_FOR() != nullptr;
    const ast::DescribePart part = names                     ? ast::DescribePart::names
                                   : ctx.Q_WHEN() != nullptr ? ast::DescribePart::year
                                                             : ast::DescribePart::everything;
    return {topic(*ctx.topic()), part};
}

ast::Selection QuestionAst::selection(Parser::SelectionContext& ctx) {
    ast::Selection out;
    out.noun = phrase(*ctx.noun);
    if (ctx.Q_CORE() != nullptr) {
        const std::string word = phrase(*ctx.Q_CORE()->getSymbol()).text;
        notices_.push_back("`" + word + "` was left out: nothing that is recorded here tells " + word + " `" +
                           out.noun->text + "` from others.");
    }
    if (ctx.conditions() != nullptr) out.condition = condition(*ctx.conditions());
    if (ctx.adjectives() != nullptr) out.condition = both(described_by(*ctx.adjectives()), std::move(out.condition));
    if (ctx.others() != nullptr)
        out.condition = both(std::move(out.condition), negated(other_than(*ctx.others()->objects())));
    if (except_ != nullptr) out.condition = both(std::move(out.condition), std::move(except_));
    return out;
}

// "humanistic approaches …": approaches that are joined to humanistic in some way; of several, to one of them.
ast::ConditionPtr QuestionAst::described_by(Parser::AdjectivesContext& ctx) {
    std::vector<ast::ConditionPtr> parts;
    for (Parser::AdjectiveContext* adjective : ctx.adjective()) {
        ast::VerbCondition described;
        described.operand.span = span_of(*adjective);
        described.operand.name = phrase(*adjective->getStart());
        parts.push_back(as_condition(std::move(described)));
    }
    return joined(ast::Junction::disjunction, std::move(parts));
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
