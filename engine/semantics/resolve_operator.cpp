// Operators: logic, comparison, arithmetic, text, membership.
//
// Operators in a row have no brackets to count, so they are walked along their left spine by a loop; AND, OR and XOR,
// which associate, become balanced trees; what was too long for a tree of arithmetic came as a chain, and stays one.
#include <algorithm>
#include <array>

#include "semantics/operator_types.h"
#include "semantics/resolve_internal.h"
#include "syntax/parse.h"

namespace confer::engine::semantics {

namespace {

using typed::Op;

Op to_op(ast::BinaryOp op) {
    switch (op) {
        case ast::BinaryOp::or_:
            return Op::or_;
        case ast::BinaryOp::xor_:
            return Op::xor_;
        case ast::BinaryOp::and_:
            return Op::and_;
        case ast::BinaryOp::add:
            return Op::add;
        case ast::BinaryOp::subtract:
            return Op::subtract;
        case ast::BinaryOp::multiply:
            return Op::multiply;
        case ast::BinaryOp::divide:
            return Op::divide;
        case ast::BinaryOp::remainder:
            return Op::remainder;
        case ast::BinaryOp::power:
            return Op::power;
        case ast::BinaryOp::in:
            return Op::in;
        case ast::BinaryOp::starts_with:
            return Op::starts_with;
        case ast::BinaryOp::ends_with:
            return Op::ends_with;
        case ast::BinaryOp::contains:
            return Op::contains;
        case ast::BinaryOp::matches:
            return Op::matches;
    }
    return Op::add;
}

Op to_op(ast::CompareOp op) {
    switch (op) {
        case ast::CompareOp::equal:
            return Op::equal;
        case ast::CompareOp::not_equal:
            return Op::not_equal;
        case ast::CompareOp::less:
            return Op::less;
        case ast::CompareOp::less_equal:
            return Op::less_equal;
        case ast::CompareOp::greater:
            return Op::greater;
        case ast::CompareOp::greater_equal:
            return Op::greater_equal;
    }
    return Op::equal;
}

bool is_logic(ast::BinaryOp op) {
    return op == ast::BinaryOp::or_ || op == ast::BinaryOp::xor_ || op == ast::BinaryOp::and_;
}

ExprPtr make_operation(Op op, SourceSpan span, ValueType type, ExprPtr left, ExprPtr right) {
    typed::Operation operation{op, {}};
    operation.operands.reserve(2);
    operation.operands.push_back(std::move(left));
    operation.operands.push_back(std::move(right));
    return make_expr(span, type, std::move(operation));
}

ExprPtr make_operation(Op op, SourceSpan span, ValueType type, ExprPtr operand) {
    typed::Operation operation{op, {}};
    operation.operands.push_back(std::move(operand));
    return make_expr(span, type, std::move(operation));
}

// One expression of all operands. REQUIRES: at least one.
ExprPtr balanced(Op op, std::span<ExprPtr> operands) {
    if (operands.size() == 1) return std::move(operands[0]);
    const std::size_t half = operands.size() / 2;
    ExprPtr left = balanced(op, operands.first(half));
    ExprPtr right = balanced(op, operands.subspan(half));
    const SourceSpan span{left->span.begin, right->span.end};
    return make_operation(op, span, Kind::boolean, std::move(left), std::move(right));
}

Result<ExprPtr> resolve_logic(Analysis& in, const ast::Expr& expr, ast::BinaryOp op) {
    std::vector<const ast::Expr*> parts;  // from right to left
    const ast::Expr* rest = &expr;
    for (;;) {
        const auto* node = std::get_if<ast::Binary>(&rest->node);
        if (node == nullptr || node->op != op) break;
        parts.push_back(node->right.get());
        rest = node->left.get();
    }
    parts.push_back(rest);
    std::reverse(parts.begin(), parts.end());

    std::vector<ExprPtr> operands;
    operands.reserve(parts.size());
    for (const ast::Expr* part : parts) {
        CONFER_TRY(ExprPtr operand, resolve_condition(in, *part, symbol(to_op(op))));
        operands.push_back(std::move(operand));
    }
    return balanced(to_op(op), operands);
}

Error impossible_operands(SourceSpan op_span, Op op, ValueType left, ValueType right) {
    return make_error(ErrorCode::invalid_argument_type, op_span,
                      tick(symbol(op)) + " can't combine " + with_article(left) + " and " + with_article(right),
                      {op == Op::add ? "`+` adds numbers, joins text and joins lists" : "use numbers on both sides"});
}

Error no_list(const ast::Expr& expr, ValueType type) {
    return make_error(ErrorCode::invalid_argument_type, expr.span,
                      "`IN` looks into a list, and this is " + with_article(type),
                      {"put it in brackets to make a list of it: `[…]`"});
}

Error too_many_operators(SourceSpan span) {
    return make_error(ErrorCode::nesting_too_deep, span,
                      "more than " + std::to_string(syntax::max_nesting) + " operators stand in a row",
                      {"put the operands into a list and run over it, for instance with `reduce`"});
}

Error no_condition(const ast::Expr& expr, ValueType type, std::string_view who) {
    return make_error(ErrorCode::invalid_argument_type, expr.span,
                      tick(who) + " needs true or false, and this is " + with_article(type),
                      {"compare it with something (`… = …`), or ask `… IS NOT NULL`"});
}

Error no_number(const ast::Expr& expr, ValueType type, Op op) {
    return make_error(ErrorCode::invalid_argument_type, expr.span,
                      tick(symbol(op)) + " needs a number, and this is " + with_article(type),
                      {"turn text into a number with `toInteger(…)` or `toFloat(…)`"});
}

// `left op right`, typed.
Result<ExprPtr> combine(const ast::Expr& expr, const ast::Binary& node, ExprPtr left, ExprPtr right) {
    const Op op = to_op(node.op);
    ValueType type = Kind::boolean;
    switch (op) {
        case Op::starts_with:
        case Op::ends_with:
        case Op::contains:
        case Op::matches:
            break;  // null for what is not text
        case Op::in:
            if (!right->type.overlaps(Kind::list)) return no_list(*node.right, right->type);
            break;
        default: {
            const std::optional<ValueType> result = arithmetic_type(op, left->type, right->type);
            if (!result) return impossible_operands(node.op_span, op, left->type, right->type);
            type = *result;
        }
    }
    return make_operation(op, expr.span, type, std::move(left), std::move(right));
}

}  // namespace

Result<ExprPtr> resolve_condition(Analysis& in, const ast::Expr& expr, std::string_view who) {
    if (const auto* pattern = std::get_if<ast::PatternPredicate>(&expr.node)) {
        return resolve_pattern_predicate(in, expr, *pattern);
    }
    CONFER_TRY(ExprPtr condition, resolve(in, expr));
    if (condition->type.overlaps(Kind::boolean)) return condition;
    return no_condition(expr, condition->type, who);
}

Result<ExprPtr> resolve_binary(Analysis& in, const ast::Expr& expr) {
    const auto& top = std::get<ast::Binary>(expr.node);
    if (is_logic(top.op)) return resolve_logic(in, expr, top.op);

    std::vector<const ast::Expr*> spine;
    const ast::Expr* rest = &expr;
    for (;;) {
        const auto* node = std::get_if<ast::Binary>(&rest->node);
        if (node == nullptr || is_logic(node->op)) break;
        spine.push_back(rest);
        rest = node->left.get();
    }
    if (spine.size() > syntax::max_nesting) return too_many_operators(expr.span);
    CONFER_TRY(ExprPtr left, resolve(in, *rest));
    for (auto step = spine.rbegin(); step != spine.rend(); ++step) {
        const auto& node = std::get<ast::Binary>((*step)->node);
        CONFER_TRY(ExprPtr right, resolve(in, *node.right));
        CONFER_TRY(left, combine(**step, node, std::move(left), std::move(right)));
    }
    return left;
}

Result<ExprPtr> resolve_chain(Analysis& in, const ast::Expr& expr, const ast::Chain& chain) {
    typed::Chain result;
    CONFER_TRY(ExprPtr first, resolve(in, *chain.operands.front()));
    ValueType type = first->type;
    result.operands.push_back(std::move(first));
    for (std::size_t i = 0; i < chain.ops.size(); ++i) {
        CONFER_TRY(ExprPtr right, resolve(in, *chain.operands[i + 1]));
        const Op op = to_op(chain.ops[i]);
        const std::optional<ValueType> so_far = arithmetic_type(op, type, right->type);
        if (!so_far) return impossible_operands(chain.op_spans[i], op, type, right->type);
        type = *so_far;
        result.ops.push_back(op);
        result.operands.push_back(std::move(right));
    }
    return make_expr(expr.span, type, std::move(result));
}

Result<ExprPtr> resolve_unary(Analysis& in, const ast::Expr& expr, const ast::Unary& unary) {
    const bool negates = unary.op == ast::UnaryOp::negation;
    CONFER_TRY(ExprPtr operand, negates ? resolve_condition(in, *unary.operand, "NOT") : resolve(in, *unary.operand));
    switch (unary.op) {
        case ast::UnaryOp::negation:
            return make_operation(Op::not_, expr.span, Kind::boolean, std::move(operand));
        case ast::UnaryOp::is_null:
            return make_operation(Op::is_null, expr.span, Kind::boolean, std::move(operand));
        case ast::UnaryOp::is_not_null:
            return make_operation(Op::is_not_null, expr.span, Kind::boolean, std::move(operand));
        case ast::UnaryOp::plus:
        case ast::UnaryOp::minus:
            break;
    }
    const Op op = unary.op == ast::UnaryOp::minus ? Op::minus : Op::plus;
    const std::optional<ValueType> type = sign_type(operand->type);
    if (!type) return no_number(*unary.operand, operand->type, op);
    return make_operation(op, expr.span, *type, std::move(operand));
}

// a < b <= c asks for b twice. In the middle of another chain that doubles again, hence the bound.
Result<ExprPtr> resolve_chained_comparison(Analysis& in, const ast::Comparison& comparison) {
    constexpr unsigned max_chain_depth = 4;
    if (in.chain_depth > max_chain_depth) {
        return make_error(ErrorCode::nesting_too_deep, comparison.operands.front()->span,
                          "chained comparisons are nested too deeply", {"join them with AND: `a < b AND b < c`"});
    }
    std::vector<ExprPtr> steps;
    steps.reserve(comparison.ops.size());
    for (std::size_t i = 0; i < comparison.ops.size(); ++i) {
        const ast::Expr& from = *comparison.operands[i];
        const ast::Expr& to = *comparison.operands[i + 1];
        const Temporarily deeper(in.chain_depth, in.chain_depth + (comparison.ops.size() > 1 ? 1 : 0));
        CONFER_TRY(ExprPtr left, resolve(in, from));
        CONFER_TRY(ExprPtr right, resolve(in, to));
        const SourceSpan span{from.span.begin, to.span.end};
        steps.push_back(
            make_operation(to_op(comparison.ops[i]), span, Kind::boolean, std::move(left), std::move(right)));
    }
    return balanced(Op::and_, steps);
}

}  // namespace confer::engine::semantics
