#include "question/needs.h"

#include <algorithm>

#include "question/forms_internal.h"
#include "question/wording.h"

namespace confer::engine::question {

std::vector<std::string> Needs::titles() const {
    std::vector<std::string> out;
    for (const Named& thing : things) out.push_back(thing.title);
    return out;
}

Result<Needs> resolve_needs(const std::vector<ast::Operand>& purposes, const Setting& setting) {
    Needs out;
    for (const RelationshipSchema& type : setting.schema().relationships) {
        if (!type.serves) continue;
        out.serving.push_back(&type);
        add_labels(out.labels, labels_at(type, Way::incoming, setting.schema()), setting.schema());
    }
    if (out.serving.empty()) {
        return Error{.code = ErrorCode::unknown_question,
                     .message = "this graph doesn't say what serves what",
                     .span = setting.question.span,
                     .hints = {"its schema may mark a relationship type with `\"serves\": true`"}};
    }
    for (const ast::Operand& purpose : purposes) {
        CONFER_TRY(Named thing, resolve_name(*purpose.name, out.labels, setting));
        const auto same = [&](const Named& other) { return other.node == thing.node; };
        if (std::none_of(out.things.begin(), out.things.end(), same)) out.things.push_back(std::move(thing));
    }
    return out;
}

void add_claim(const Needs& needs, std::vector<Yielded>& yields, std::vector<Item>& columns) {
    const std::string key = title_key(needs.labels);
    for (const char* output : {"need", "saidOf", "saidFor", "grades"}) yields.push_back({output, ""});
    columns.push_back({property("need", key), needs.labels.size() == 1 ? column_of(*needs.labels.front()) : "need"});
    columns.push_back({property("saidOf", key), "said_of"});
    columns.push_back({property("saidFor", key), "said_for"});
    columns.push_back({variable("grades"), ""});
}

}  // namespace confer::engine::question
