// Forms whose translation is still to come: each leaves this file for one of its own name.
#include "question/forms_internal.h"

namespace confer::engine::question {

namespace {

Error to_come(const Setting& setting) {
    return {.code = ErrorCode::unknown_question,
            .message = "questions of this form are still to come",
            .span = setting.question.span};
}

}  // namespace

Result<Translation> translate_related(const ast::RelatedQuestion&, const Setting& setting) {
    return to_come(setting);
}
Result<Translation> translate_why(const ast::WhyQuestion&, const Setting& setting) {
    return to_come(setting);
}

}  // namespace confer::engine::question
