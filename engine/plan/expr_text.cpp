#include "plan/expr_text.h"

#include <string_view>

#include "base/overloaded.h"
#include "value/format.h"

namespace confer::engine::plan {

using namespace typed;

namespace {

enum Precedence {
    any = 0,
    or_level,
    xor_level,
    and_level,
    not_level,
    compare_level,
    add_level,
    multiply_level,
    power_level,
    sign_level,
    postfix_level
};

struct Sign {
    std::string_view text;
    int precedence;
};

Sign infix(Op op) {
    switch (op) {
        case Op::or_:
            return {" OR ", or_level};
        case Op::xor_:
            return {" XOR ", xor_level};
        case Op::and_:
            return {" AND ", and_level};
        case Op::equal:
            return {" = ", compare_level};
        case Op::not_equal:
            return {" <> ", compare_level};
        case Op::less:
            return {" < ", compare_level};
        case Op::less_equal:
            return {" <= ", compare_level};
        case Op::greater:
            return {" > ", compare_level};
        case Op::greater_equal:
            return {" >= ", compare_level};
        case Op::add:
            return {" + ", add_level};
        case Op::subtract:
            return {" - ", add_level};
        case Op::multiply:
            return {" * ", multiply_level};
        case Op::divide:
            return {" / ", multiply_level};
        case Op::remainder:
            return {" % ", multiply_level};
        case Op::power:
            return {" ^ ", power_level};
        case Op::starts_with:
            return {" STARTS WITH ", compare_level};
        case Op::ends_with:
            return {" ENDS WITH ", compare_level};
        case Op::contains:
            return {" CONTAINS ", compare_level};
        case Op::matches:
            return {" =~ ", compare_level};
        case Op::in:
            return {" IN ", compare_level};
        default:
            return {"", any};
    }
}

std::string wrapped(std::string text, bool wrap) {
    return wrap ? "(" + std::move(text) + ")" : std::move(text);
}

std::string test_text(const LabelTest& test, int precedence) {
    switch (test.op) {
        case LabelTest::Op::name:
            return test.name;
        case LabelTest::Op::any:
            return "%";
        case LabelTest::Op::negation:
            return "!" + test_text(*test.parts.front(), 2);
        default:
            break;
    }
    const int own = test.op == LabelTest::Op::conjunction ? 1 : 0;
    std::string text;
    for (const LabelTestPtr& part : test.parts) {
        if (!text.empty()) text += own == 1 ? '&' : '|';
        text += test_text(*part, own + 1);
    }
    return wrapped(std::move(text), own < precedence && test.parts.size() > 1);
}

const char* quantifier_name(Quantifier::Form form) {
    switch (form) {
        case Quantifier::Form::all:
            return "all";
        case Quantifier::Form::any:
            return "any";
        case Quantifier::Form::none:
            return "none";
        case Quantifier::Form::single:
            return "single";
    }
    return "";
}

}  // namespace

std::string to_text(const LabelTest& test) {
    return test_text(test, 0);
}

std::string ExprText::name(VarId variable) const {
    const std::string& name = (*variables_)[variable].name;
    return name.empty() ? "_" + std::to_string(variable) : name;
}

std::string ExprText::names(const std::vector<VarId>& variables) const {
    std::string text;
    for (const VarId variable : variables) text += (text.empty() ? "" : ", ") + name(variable);
    return text;
}

std::string ExprText::listed(const std::vector<ExprPtr>& exprs) const {
    std::string text;
    for (const ExprPtr& expr : exprs) text += (text.empty() ? "" : ", ") + of(*expr);
    return text;
}

std::string ExprText::chain(const Chain& chain, int precedence) const {
    std::string out = text(*chain.operands.front(), infix(chain.ops.front()).precedence);
    for (std::size_t i = 0; i < chain.ops.size(); ++i) {
        const Sign sign = infix(chain.ops[i]);
        out += std::string(sign.text) + text(*chain.operands[i + 1], sign.precedence + 1);
    }
    return infix(chain.ops.back()).precedence < precedence ? "(" + out + ")" : out;
}

std::string ExprText::operation(const Operation& operation, int precedence) const {
    const auto operand = [&](std::size_t i, int level) { return text(*operation.operands[i], level); };
    switch (operation.op) {
        case Op::not_:
            return wrapped("NOT " + operand(0, not_level), not_level < precedence);
        case Op::minus:
            return wrapped("-" + operand(0, sign_level), sign_level < precedence);
        case Op::plus:
            return wrapped("+" + operand(0, sign_level), sign_level < precedence);
        case Op::is_null:
            return wrapped(operand(0, compare_level + 1) + " IS NULL", compare_level < precedence);
        case Op::is_not_null:
            return wrapped(operand(0, compare_level + 1) + " IS NOT NULL", compare_level < precedence);
        case Op::index:
            return operand(0, postfix_level) + "[" + operand(1, any) + "]";
        case Op::slice:
            return operand(0, postfix_level) + "[" + (operation.from_open ? "" : operand(1, any)) + ".." +
                   (operation.to_open ? "" : operand(2, any)) + "]";
        default:
            break;
    }
    const Sign sign = infix(operation.op);
    std::string joined = operand(0, sign.precedence);
    for (std::size_t i = 1; i < operation.operands.size(); ++i)
        joined.append(sign.text).append(operand(i, sign.precedence + 1));
    return wrapped(std::move(joined), sign.precedence < precedence);
}

std::string ExprText::text(const Expr& expr, int precedence) const {
    return std::visit(
        Overloaded{
            [](const Constant& node) { return to_literal(node.value); },
            [](const Parameter& node) { return "$" + node.name; },
            [&](const Variable& node) { return name(node.id); },
            [&](const Property& node) { return text(*node.object, postfix_level) + "." + node.key; },
            [&](const Operation& node) { return operation(node, precedence); },
            [&](const Chain& node) { return chain(node, precedence); },
            [&](const HasLabels& node) { return text(*node.object, postfix_level) + ":" + to_text(*node.test); },
            [&](const Call& node) { return node.function->name + "(" + listed(node.arguments) + ")"; },
            [&](const List& node) { return "[" + listed(node.items) + "]"; },
            [&](const Map& node) {
                std::string entries;
                for (const auto& [key, value] : node.entries)
                    entries += (entries.empty() ? "" : ", ") + key + ": " + of(*value);
                return "{" + entries + "}";
            },
            [&](const Case& node) {
                std::string all = "CASE";
                if (node.subject) all += " " + of(*node.subject);
                for (const auto& [when, then] : node.branches) all += " WHEN " + of(*when) + " THEN " + of(*then);
                if (node.otherwise) all += " ELSE " + of(*node.otherwise);
                return all + " END";
            },
            [&](const ListComprehension& node) {
                return "[" + name(node.variable) + " IN " + of(*node.list) +
                       (node.where ? " WHERE " + of(*node.where) : "") + (node.result ? " | " + of(*node.result) : "") +
                       "]";
            },
            [&](const Quantifier& node) {
                return quantifier_name(node.form) + ("(" + name(node.variable)) + " IN " + of(*node.list) + " WHERE " +
                       of(*node.where) + ")";
            },
            [&](const Reduce& node) {
                return "reduce(" + name(node.accumulator) + " = " + of(*node.initial) + ", " + name(node.variable) +
                       " IN " + of(*node.list) + " | " + of(*node.body) + ")";
            },
            [&](const MapProjection& node) {
                std::string entries = node.all_properties ? ".*" : "";
                for (const auto& [key, value] : node.entries)
                    entries += (entries.empty() ? "" : ", ") + key + ": " + of(*value);
                return text(*node.object, postfix_level) + " {" + entries + "}";
            },
            [](const Subquery& node) {
                switch (node.form) {
                    case Subquery::Form::exists:
                        return std::string("EXISTS { … }");
                    case Subquery::Form::count:
                        return std::string("COUNT { … }");
                    case Subquery::Form::collect:
                        break;
                }
                return std::string("[ … ]");
            },
        },
        expr.node);
}

}  // namespace confer::engine::plan
