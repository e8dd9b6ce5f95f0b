#include "question/build_ast.h"

namespace confer::engine::question {

namespace {

template <class Node>
ast::ExprPtr make(Node node) {
    auto out = std::make_unique<ast::Expr>();
    out->node = std::move(node);
    return out;
}

std::optional<ast::Name> named(std::optional<std::string> variable) {
    if (!variable) return std::nullopt;
    return ast::Name{std::move(*variable), {}};
}

ast::LabelExprPtr any_label_of(const Names& names) {
    if (names.empty()) return nullptr;
    std::vector<ast::LabelExprPtr> parts;
    for (const std::string& name : names) {
        auto part = std::make_unique<ast::LabelExpr>();
        part->name = name;
        parts.push_back(std::move(part));
    }
    if (parts.size() == 1) return std::move(parts.front());
    auto out = std::make_unique<ast::LabelExpr>();
    out->op = ast::LabelOp::disjunction;
    out->parts = std::move(parts);
    return out;
}

ast::ExprPtr joined(ast::BinaryOp op, std::vector<ast::ExprPtr> parts) {
    ast::ExprPtr out;
    for (ast::ExprPtr& part : parts) {
        if (part == nullptr) continue;
        out = out == nullptr ? std::move(part) : make(ast::Binary{op, {}, std::move(out), std::move(part)});
    }
    return out;
}

ast::Projection projection(std::vector<Item> items) {
    ast::Projection out;
    for (Item& item : items) {
        ast::ProjectionItem column;
        const auto* same = std::get_if<ast::Variable>(&item.expr->node);
        column.text = same != nullptr ? same->name : item.name;
        if (!item.name.empty()) column.alias = ast::Name{item.name, {}};
        column.expr = std::move(item.expr);
        out.items.push_back(std::move(column));
    }
    return out;
}

}  // namespace

ast::ExprPtr variable(std::string name) {
    return make(ast::Variable{std::move(name)});
}

ast::ExprPtr property(std::string object, std::string key) {
    return make(ast::Property{variable(std::move(object)), ast::Name{std::move(key), {}}});
}

ast::ExprPtr text(std::string value) {
    return make(ast::StringLiteral{std::move(value)});
}

ast::ExprPtr integer(std::int64_t value) {
    return make(ast::IntegerLiteral{value});
}

ast::ExprPtr call(std::string function, ast::ExprPtr argument, bool distinct) {
    ast::FunctionCall out;
    out.name = {std::move(function), {}};
    out.distinct = distinct;
    out.arguments.push_back(std::move(argument));
    return make(std::move(out));
}

ast::ExprPtr call(std::string function, std::vector<ast::ExprPtr> arguments) {
    ast::FunctionCall out;
    out.name = {std::move(function), {}};
    out.arguments = std::move(arguments);
    return make(std::move(out));
}

ast::ExprPtr null() {
    return make(ast::NullLiteral{});
}

ast::ExprPtr texts(const std::vector<std::string>& values) {
    std::vector<ast::ExprPtr> items;
    for (const std::string& value : values) items.push_back(text(value));
    return list(std::move(items));
}

ast::ExprPtr list(std::vector<ast::ExprPtr> items) {
    return make(ast::ListLiteral{std::move(items)});
}

ast::ExprPtr element(ast::ExprPtr of, std::int64_t index) {
    return make(ast::Index{std::move(of), integer(index)});
}

ast::ExprPtr compare(ast::ExprPtr left, ast::CompareOp op, ast::ExprPtr right) {
    ast::Comparison out;
    out.operands = make_list(std::move(left), std::move(right));
    out.ops.push_back(op);
    return make(std::move(out));
}

ast::ExprPtr binary(ast::ExprPtr left, ast::BinaryOp op, ast::ExprPtr right) {
    return make(ast::Binary{op, {}, std::move(left), std::move(right)});
}

ast::ExprPtr has_label(std::string name, const Names& labels) {
    return make(ast::HasLabels{variable(std::move(name)), any_label_of(labels)});
}

ast::ExprPtr is_in(ast::ExprPtr item, ast::ExprPtr list) {
    return make(ast::Binary{ast::BinaryOp::in, {}, std::move(item), std::move(list)});
}

ast::ExprPtr when(std::vector<std::pair<ast::ExprPtr, ast::ExprPtr>> branches, ast::ExprPtr otherwise) {
    ast::Case out;
    out.branches = std::move(branches);
    out.otherwise = std::move(otherwise);
    return make(std::move(out));
}

ast::ExprPtr those(std::string name, ast::ExprPtr list, ast::ExprPtr where, ast::ExprPtr result) {
    return make(ast::ListComprehension{{std::move(name), {}}, std::move(list), std::move(where), std::move(result)});
}

ast::ExprPtr is_not_null(ast::ExprPtr operand) {
    return make(ast::Unary{ast::UnaryOp::is_not_null, std::move(operand)});
}

ast::ExprPtr negation(ast::ExprPtr operand) {
    return make(ast::Unary{ast::UnaryOp::negation, std::move(operand)});
}

ast::ExprPtr all_of(std::vector<ast::ExprPtr> parts) {
    return joined(ast::BinaryOp::and_, std::move(parts));
}

ast::ExprPtr any_of(std::vector<ast::ExprPtr> parts) {
    return joined(ast::BinaryOp::or_, std::move(parts));
}

ast::NodePattern node(std::optional<std::string> name, const Names& labels) {
    ast::NodePattern out;
    out.variable = named(std::move(name));
    out.labels = any_label_of(labels);
    return out;
}

ast::NodePattern node_with(std::string key, std::string value, std::optional<std::string> name) {
    ast::NodePattern out = node(std::move(name));
    ast::MapLiteral properties;
    properties.entries.emplace_back(ast::Name{std::move(key), {}}, text(std::move(value)));
    out.properties = make(std::move(properties));
    return out;
}

ast::RelationshipPattern relationship(const Names& types, ast::Direction direction, std::optional<std::string> name) {
    ast::RelationshipPattern out;
    out.variable = named(std::move(name));
    out.direction = direction;
    out.types = any_label_of(types);
    return out;
}

ast::PathPattern path(ast::NodePattern only) {
    ast::PathPattern out;
    out.nodes.push_back(std::move(only));
    return out;
}

ast::PathPattern path(ast::NodePattern from, ast::RelationshipPattern by, ast::NodePattern to) {
    ast::PathPattern out = path(std::move(from));
    out.nodes.push_back(std::move(to));
    out.relationships.push_back(std::move(by));
    return out;
}

ast::ExprPtr holds(ast::PathPattern pattern) {
    return make(ast::PatternPredicate{std::make_unique<ast::PathPattern>(std::move(pattern))});
}

ast::ExprPtr exists(ast::PathPattern pattern, ast::ExprPtr where) {
    ast::Query inner = query(make_list(single(make_list(match(std::move(pattern), std::move(where))))));
    return make(ast::Subquery{ast::SubqueryKind::exists, std::make_unique<ast::Query>(std::move(inner))});
}

ast::ExprPtr each(ast::PathPattern pattern, ast::ExprPtr where, ast::ExprPtr result) {
    ast::PatternComprehension out;
    out.pattern = std::make_unique<ast::PathPattern>(std::move(pattern));
    out.where = std::move(where);
    out.result = std::move(result);
    return make(std::move(out));
}

ast::Clause match(ast::PathPattern pattern, ast::ExprPtr where) {
    ast::Match out;
    out.patterns.push_back(std::move(pattern));
    out.where = std::move(where);
    return {{}, std::move(out)};
}

ast::Clause match(std::vector<ast::PathPattern> patterns, ast::ExprPtr where) {
    ast::Match out;
    out.patterns = std::move(patterns);
    out.where = std::move(where);
    return {{}, std::move(out)};
}

ast::Clause procedure(std::string name, std::vector<ast::ExprPtr> arguments, std::vector<Yielded> yields) {
    ast::ProcedureCall out;
    out.procedure = {std::move(name), {}};
    out.arguments = std::move(arguments);
    out.yields.emplace();
    for (Yielded& each : yields) {
        ast::YieldItem item{{std::move(each.output), {}}, std::nullopt};
        if (!each.name.empty()) item.alias = ast::Name{std::move(each.name), {}};
        out.yields->push_back(std::move(item));
    }
    return {{}, std::move(out)};
}

ast::Clause filter(ast::ExprPtr condition) {
    return {{}, ast::Filter{std::move(condition)}};
}

ast::Clause unwind(ast::ExprPtr values, std::string name) {
    ast::Unwind out;
    out.list = std::move(values);
    out.variable = {std::move(name), {}};
    return {{}, std::move(out)};
}

ast::Clause with(std::vector<Item> items, ast::ExprPtr where, bool distinct) {
    ast::Projection out = projection(std::move(items));
    out.where = std::move(where);
    out.distinct = distinct;
    return {{}, std::move(out)};
}

ast::Clause returning(std::vector<Item> items, const std::vector<SortKey>& order, bool distinct,
                      std::optional<std::int64_t> most) {
    ast::Projection out = projection(std::move(items));
    out.is_return = true;
    out.distinct = distinct;
    for (const SortKey& key : order) out.order_by.push_back({variable(key.column), key.descending});
    if (most) out.limit = integer(*most);
    return {{}, std::move(out)};
}

ast::SingleQuery single(std::vector<ast::Clause> clauses) {
    ast::SingleQuery out;
    out.clauses = std::move(clauses);
    return out;
}

ast::Query query(std::vector<ast::SingleQuery> parts) {
    ast::Query out;
    out.union_all.assign(parts.size() - 1, true);
    out.parts = std::move(parts);
    return out;
}

}  // namespace confer::engine::question
