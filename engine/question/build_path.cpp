#include "question/build_path.h"

namespace confer::engine::question {

namespace {

template <class Node>
ast::ExprPtr make(Node node) {
    auto out = std::make_unique<ast::Expr>();
    out->node = std::move(node);
    return out;
}

}  // namespace

ast::RelationshipPattern repeated(ast::RelationshipPattern step) {
    step.hops = ast::HopRange{1, std::nullopt, true};
    return step;
}

ast::RelationshipPattern hops(ast::RelationshipPattern step, std::optional<std::int64_t> least,
                              std::optional<std::int64_t> most) {
    step.hops = ast::HopRange{least, most, false};
    return step;
}

ast::PathPattern named(std::string variable, ast::PathSelector::Form selector, ast::PathPattern pattern) {
    pattern.variable = ast::Name{std::move(variable), {}};
    pattern.selector = ast::PathSelector{{}, selector, nullptr};
    return pattern;
}

ast::ExprPtr negative(ast::ExprPtr number) {
    return make(ast::Unary{ast::UnaryOp::minus, std::move(number)});
}

ast::ExprPtr property_of(ast::ExprPtr object, std::string key) {
    return make(ast::Property{std::move(object), ast::Name{std::move(key), {}}});
}

ast::ExprPtr element_at(ast::ExprPtr list, ast::ExprPtr index) {
    return make(ast::Index{std::move(list), std::move(index)});
}

ast::ExprPtr any_in(std::string variable, ast::ExprPtr list, ast::ExprPtr condition) {
    ast::Quantifier out{};
    out.kind = ast::QuantifierKind::any;
    out.variable = {std::move(variable), {}};
    out.list = std::move(list);
    out.where = std::move(condition);
    return make(std::move(out));
}

ast::Clause optional_match(ast::PathPattern pattern, ast::ExprPtr where) {
    ast::Clause out = match(std::move(pattern), std::move(where));
    std::get<ast::Match>(out.node).optional = true;
    return out;
}

ast::Clause returning_by(std::vector<Item> items, ast::ExprPtr key) {
    ast::Clause out = returning(std::move(items));
    std::get<ast::Projection>(out.node).order_by.push_back({std::move(key), false});
    return out;
}

}  // namespace confer::engine::question
