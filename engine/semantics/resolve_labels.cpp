#include "semantics/resolve_internal.h"
#include "semantics/schema_names.h"

namespace confer::engine::semantics {

namespace {

Result<void> check_name(const Schema& schema, const ast::LabelExpr& labels, Labelled what) {
    switch (what) {
        case Labelled::node:
            return check_label(schema, labels.name, labels.span);
        case Labelled::relationship:
            return check_relationship_type(schema, labels.name, labels.span);
        case Labelled::either:
            break;
    }
    if (schema.relationship(labels.name) != nullptr) return {};
    return check_label(schema, labels.name, labels.span);
}

typed::LabelTest::Op to_op(ast::LabelOp op) {
    using Op = typed::LabelTest::Op;
    switch (op) {
        case ast::LabelOp::name:
            return Op::name;
        case ast::LabelOp::any:
            return Op::any;
        case ast::LabelOp::negation:
            return Op::negation;
        case ast::LabelOp::conjunction:
            return Op::conjunction;
        case ast::LabelOp::disjunction:
            return Op::disjunction;
    }
    return Op::name;
}

}  // namespace

Result<typed::LabelTestPtr> resolve_labels(Analysis& in, const ast::LabelExpr& labels, Labelled what) {
    if (labels.op == ast::LabelOp::name) {
        CONFER_CHECK(count_part(in, labels.span));
        CONFER_CHECK(check_name(in.context.schema, labels, what));
    }
    auto test = std::make_unique<typed::LabelTest>();
    test->op = to_op(labels.op);
    test->name = labels.name;
    test->parts.reserve(labels.parts.size());
    for (const ast::LabelExprPtr& part : labels.parts) {
        CONFER_TRY(typed::LabelTestPtr resolved, resolve_labels(in, *part, what));
        test->parts.push_back(std::move(resolved));
    }
    return test;
}

std::vector<std::string> implied_names(const typed::LabelTest& test) {
    using Op = typed::LabelTest::Op;
    std::vector<std::string> names;
    switch (test.op) {
        case Op::name:
            names.push_back(test.name);
            break;
        case Op::any:
        case Op::negation:
            break;
        case Op::conjunction:  // it has all: what some part says holds
        case Op::disjunction:  // it has one: unless every part says which, nothing is known
            for (const typed::LabelTestPtr& part : test.parts) {
                std::vector<std::string> more = implied_names(*part);
                if (more.empty() && test.op == Op::disjunction) return {};
                names.insert(names.end(), more.begin(), more.end());
            }
            break;
    }
    return names;
}

typed::LabelTestPtr both(typed::LabelTestPtr a, typed::LabelTestPtr b) {
    if (a == nullptr) return b;
    if (b == nullptr) return a;
    auto test = std::make_unique<typed::LabelTest>();
    test->op = typed::LabelTest::Op::conjunction;
    test->parts.push_back(std::move(a));
    test->parts.push_back(std::move(b));
    return test;
}

}  // namespace confer::engine::semantics
