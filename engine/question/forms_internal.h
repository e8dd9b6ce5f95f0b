#pragma once
// The forms of questions, each translated in a file of its own name.
//
// Shapes     they leave Translation::text to translate().
#include "question/bind.h"
#include "question/resolve.h"
#include "question/translate.h"

namespace confer::engine::question {

Result<Translation> translate_which(const ast::WhichQuestion& question, const Setting& setting);
Result<Translation> translate_share(const ast::ShareQuestion& question, const Setting& setting);
Result<Translation> translate_describe(const ast::DescribeQuestion& question, const Setting& setting);
Result<Translation> translate_list(const ast::ListQuestion& question, const Setting& setting);
Result<Translation> translate_how_many(const ast::HowManyQuestion& question, const Setting& setting);
Result<Translation> translate_lineage(const ast::LineageQuestion& question, const Setting& setting);
Result<Translation> translate_common(const ast::CommonQuestion& question, const Setting& setting);
Result<Translation> translate_compare(const ast::CompareQuestion& question, const Setting& setting);
Result<Translation> translate_similarity(const ast::SimilarityQuestion& question, const Setting& setting);
Result<Translation> translate_like(const ast::LikeQuestion& question, const Setting& setting);
Result<Translation> translate_related(const ast::RelatedQuestion& question, const Setting& setting);
Result<Translation> translate_why(const ast::WhyQuestion& question, const Setting& setting);
Result<Translation> translate_common_factors(const ast::CommonFactorsQuestion& question, const Setting& setting);
Result<Translation> translate_select(const ast::SelectQuestion& question, const Setting& setting);
Result<Translation> translate_assimilate(const ast::AssimilateQuestion& question, const Setting& setting);
Result<Translation> translate_integrate(const ast::IntegrateQuestion& question, const Setting& setting);
Result<Translation> translate_same(const ast::SameQuestion& question, const Setting& setting);
Result<Translation> translate_rank(const ast::RankQuestion& question, const Setting& setting);
Result<Translation> translate_sources(const ast::SourcesQuestion& question, const Setting& setting);

// What is listed, described already.
Result<Translation> list_of(const Bound& bound, ast::ListOrder by, std::optional<std::int64_t> most,
                            const Setting& setting);

// "sources about DBT": a description of sources by what they are about.
std::optional<ast::SourcesQuestion> asks_for_sources(const ast::Selection& selection, const Setting& setting);

// The property that things are called by: `name`, where their labels declare it, else `id`.
std::string title_key(const Labels& labels);
// Whether all of the labels declare the property.
bool declare(const Labels& labels, std::string_view property);

}  // namespace confer::engine::question
