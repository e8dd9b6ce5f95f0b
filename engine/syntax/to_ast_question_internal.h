#pragma once
// to_ast: the parse tree of a question -> ast::Question, one typed function a rule.
//
// Shapes     a token of the tree with index i stands for tokens[i].
#include <cstdint>
#include <string>
#include <vector>

#include "ConferParser.h"
#include "syntax/question_phrases_internal.h"

namespace confer::engine::syntax {

class QuestionAst {
public:
    explicit QuestionAst(const std::vector<QuestionToken>& tokens) : tokens_(tokens) {}

    ast::Question question(grammar::ConferParser::QuestionContext& ctx);

private:
    using Parser = grammar::ConferParser;

    ast::WhichQuestion which(Parser::WhichQuestionContext& ctx);
    ast::ShareQuestion share(Parser::ShareQuestionContext& ctx);
    ast::DescribeQuestion describe(Parser::DescribeQuestionContext& ctx);
    ast::Selection selection(Parser::SelectionContext& ctx);
    ast::Operand topic(Parser::TopicContext& ctx);
    ast::ConditionPtr described_by(Parser::AdjectivesContext& ctx);
    void restrict(Parser::RestrictionContext& ctx);
    ast::ListQuestion list(Parser::ListQuestionContext& ctx);
    ast::LineageQuestion lineage(Parser::LineageQuestionContext& ctx);
    ast::WhichQuestion anything_that(Parser::ConditionsContext& ctx);
    ast::RelatedQuestion related(Parser::RelatedQuestionContext& ctx);
    ast::WhyQuestion why(Parser::WhyQuestionContext& ctx);
    void bare(Parser::BareQuestionContext& ctx, ast::Question& question);
    ast::RankQuestion rank(Parser::RankQuestionContext& ctx);
    ast::ListQuestion dated(Parser::DatedQuestionContext& ctx);
    void says(Parser::SaysQuestionContext& ctx, ast::Question& question);
    ast::WhichQuestion when_and_who(Parser::DescribeQuestionContext& ctx);
    void whether(Parser::WhetherQuestionContext& ctx, ast::Question& question);
    // What is said of a topic: conditions, or a verb alone ("why is conversion therapy harmful?").
    ast::ConditionPtr said(Parser::ConditionsContext* conditions, antlr4::tree::TerminalNode* verb, std::size_t nots);

    // to_ast_comparison.cpp
    ast::CommonQuestion common(Parser::CommonQuestionContext& ctx);
    ast::CompareQuestion compare(Parser::CompareQuestionContext& ctx);
    ast::SimilarityQuestion similarity(Parser::SimilarityQuestionContext& ctx);
    ast::LikeQuestion like(Parser::LikeQuestionContext& ctx);
    ast::CommonFactorsQuestion common_factors(Parser::CommonFactorsQuestionContext& ctx);
    ast::SelectQuestion select(Parser::SelectQuestionContext& ctx);
    ast::AssimilateQuestion assimilate(Parser::AssimilateQuestionContext& ctx);
    ast::Operand piece(Parser::PieceContext& ctx) const;
    ast::IntegrateQuestion integrate(Parser::IntegrateQuestionContext& ctx);
    ast::Operand named(Parser::NamedContext& ctx);
    std::vector<ast::Operand> topics(const std::vector<Parser::TopicContext*>& ctxs);
    std::vector<ast::Operand> topics(Parser::SubjectsContext* ctx);       // none for null
    std::vector<ast::Phrase> components(Parser::ComponentsContext* ctx);  // none for null, or for all components
    std::vector<ast::Phrase> dimensions(Parser::DimensionsContext* ctx);
    std::vector<ast::Phrase> dimensions(Parser::ComparedContext& compared, Parser::DimensionsContext* ctx);
    std::int64_t number(Parser::AtLeastContext& ctx) const;

    // to_ast_condition.cpp
    ast::ConditionPtr condition(Parser::ConditionsContext& ctx);
    ast::ConditionPtr clause(Parser::ClauseContext& ctx);
    ast::ConditionPtr objects(Parser::ObjectsContext& ctx);
    ast::ConditionPtr one_of(Parser::ObjectsContext& ctx);
    ast::ConditionPtr object(Parser::ObjectContext& ctx);
    ast::Operand operand(Parser::OperandContext& ctx);
    bool denies_being(Parser::NotsContext& ctx) const;
    ast::DatedCondition time(Parser::TimeContext& ctx);
    ast::ConditionPtr other_than(Parser::ObjectsContext& ctx);
    ast::ConditionPtr unique(Parser::TopicContext& ctx);
    ast::Grading grading(Parser::GradeContext& ctx) const;
    void note_people(Parser::PeopleContext* ctx);
    void note_no_advice(const ast::Phrase& words);
    ast::Quantity quantity(Parser::QuantityContext& ctx) const;
    ast::Quantity amount(Parser::AmountContext& ctx) const;
    ast::ConditionPtr acted(Parser::ActorsContext& ctx, bool denied);
    ast::ConditionPtr supported(Parser::ClauseContext& ctx);
    ast::Operand actor(Parser::ActorContext& ctx);
    ast::Phrase verb(Parser::VerbContext& ctx);
    bool ends_in_preposition(const std::optional<ast::Phrase>& verb, Parser::ClauseContext& ctx) const;
    void note_negated_conjunction(const ast::Condition& negated_part);

    const QuestionToken& token(const antlr4::Token& token) const { return tokens_[token.getTokenIndex()]; }
    ast::Phrase phrase(const antlr4::Token& written) const { return token(written).phrase; }
    SourceSpan span_of(const antlr4::ParserRuleContext& ctx) const;

    const std::vector<QuestionToken>& tokens_;
    std::optional<ast::Phrase> verb_;  // the verb that a bare object takes up
    bool serving_ = false;             // the preposition before the objects is `for`
    std::optional<ast::Grading> grading_;
    bool being_ = false;        // "that aren't …"
    bool having_ = false;       // what is said is what things have
    ast::ConditionPtr except_;  // "except for CBT, which …"; null once it is said of something
    ast::Restriction restriction_;
    std::vector<std::string> notices_;
};

// ---- conditions of parts
ast::ConditionPtr as_condition(ast::VerbCondition verb);
ast::ConditionPtr negated(ast::ConditionPtr part);
ast::ConditionPtr joined(ast::Junction junction, std::vector<ast::ConditionPtr> parts);  // one part: itself
ast::ConditionPtr both(ast::ConditionPtr one, ast::ConditionPtr other);                  // either may be null

}  // namespace confer::engine::syntax
