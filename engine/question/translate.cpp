#include "question/translate.h"

#include <algorithm>

#include "question/admission.h"
#include "question/forms_internal.h"
#include "question/wording.h"
#include "syntax/unparse.h"

namespace confer::engine::question {

namespace {

struct ByForm {
    const Setting& setting;

    Result<Translation> operator()(const ast::WhichQuestion& form) const { return translate_which(form, setting); }
    Result<Translation> operator()(const ast::ShareQuestion& form) const { return translate_share(form, setting); }
    Result<Translation> operator()(const ast::DescribeQuestion& form) const {
        return translate_describe(form, setting);
    }
    Result<Translation> operator()(const ast::ListQuestion& form) const { return translate_list(form, setting); }
    Result<Translation> operator()(const ast::HowManyQuestion& form) const { return translate_how_many(form, setting); }
    Result<Translation> operator()(const ast::LineageQuestion& form) const { return translate_lineage(form, setting); }
    Result<Translation> operator()(const ast::CommonQuestion& form) const { return translate_common(form, setting); }
    Result<Translation> operator()(const ast::CompareQuestion& form) const { return translate_compare(form, setting); }
    Result<Translation> operator()(const ast::SimilarityQuestion& form) const {
        return translate_similarity(form, setting);
    }
    Result<Translation> operator()(const ast::LikeQuestion& form) const { return translate_like(form, setting); }
    Result<Translation> operator()(const ast::RelatedQuestion& form) const { return translate_related(form, setting); }
    Result<Translation> operator()(const ast::WhyQuestion& form) const { return translate_why(form, setting); }
    Result<Translation> operator()(const ast::CommonFactorsQuestion& form) const {
        return translate_common_factors(form, setting);
    }
    Result<Translation> operator()(const ast::SelectQuestion& form) const { return translate_select(form, setting); }
    Result<Translation> operator()(const ast::AssimilateQuestion& form) const {
        return translate_assimilate(form, setting);
    }
    Result<Translation> operator()(const ast::IntegrateQuestion& form) const {
        return translate_integrate(form, setting);
    }
    Result<Translation> operator()(const ast::SameQuestion& form) const { return translate_same(form, setting); }
    Result<Translation> operator()(const ast::RankQuestion& form) const { return translate_rank(form, setting); }
    Result<Translation> operator()(const ast::SourcesQuestion& form) const { return translate_sources(form, setting); }
};

}  // namespace

Result<Translation> translate(const ast::Question& question, const Vocabulary& vocabulary) {
    if (vocabulary.graph().schema().labels.empty()) {
        return Error{.code = ErrorCode::unknown_question,
                     .message = "this graph has no schema, so it has no words to ask questions in",
                     .span = question.span,
                     .hints = {"write a pattern, such as `MATCH (n) RETURN n`",
                               "or load a graph whose `schema` gives its labels and relationship types words"}};
    }
    const bool restricted = question.restriction.without_weak || !question.restriction.according_to.empty();
    std::optional<Admission> admission;
    if (restricted) {
        CONFER_TRY(admission, Admission::make(question.restriction, {vocabulary, question}));
    }
    const Setting setting{vocabulary, question, admission ? &*admission : nullptr};
    CONFER_TRY(Translation out, std::visit(ByForm{setting}, question.node));
    if (admission) {
        restrict(out.pattern, *admission);
        if (out.evidence) restrict(*out.evidence, *admission);
        out.paraphrase += admission->paraphrase();
    }
    out.text = syntax::unparse(out.pattern);
    out.paraphrase = capitalised(out.paraphrase) + ".";
    out.notices.insert(out.notices.begin(), question.notices.begin(), question.notices.end());
    return out;
}

bool declare(const Labels& labels, std::string_view property) {
    return labels_declaring(property, labels).size() == labels.size();
}

std::string title_key(const Labels& labels) {
    return declare(labels, "name") ? "name" : "id";
}

}  // namespace confer::engine::question
