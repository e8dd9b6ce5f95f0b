// Operators: chains of them are folded from the left in a loop, so a long chain costs no stack.
#include <bit>

#include "syntax/to_ast_internal.h"

namespace confer::engine::syntax {
namespace {

using Context = Parser::ExpressionContext;

std::size_t op_type(const Context& context) {
    return context.op == nullptr ? antlr4::Token::INVALID_TYPE : context.op->getType();
}

std::optional<ast::BinaryOp> binary_op(const Context& context) {
    if (context.left == nullptr || context.right == nullptr) return std::nullopt;
    switch (op_type(context)) {
        case Parser::OR:
            return ast::BinaryOp::or_;
        case Parser::XOR:
            return ast::BinaryOp::xor_;
        case Parser::AND:
            return ast::BinaryOp::and_;
        case Parser::PLUS:
            return ast::BinaryOp::add;
        case Parser::MINUS:
            return ast::BinaryOp::subtract;
        case Parser::STAR:
            return ast::BinaryOp::multiply;
        case Parser::SLASH:
            return ast::BinaryOp::divide;
        case Parser::PERCENT:
            return ast::BinaryOp::remainder;
        case Parser::CARET:
            return ast::BinaryOp::power;
        case Parser::IN:
            return ast::BinaryOp::in;
        case Parser::STARTS:
            return ast::BinaryOp::starts_with;
        case Parser::ENDS:
            return ast::BinaryOp::ends_with;
        case Parser::CONTAINS:
            return ast::BinaryOp::contains;
        case Parser::MATCHES:
            return ast::BinaryOp::matches;
        default:
            return std::nullopt;
    }
}

std::optional<ast::CompareOp> compare_op(const Context& context) {
    switch (op_type(context)) {
        case Parser::EQ:
            return ast::CompareOp::equal;
        case Parser::NE:
            return ast::CompareOp::not_equal;
        case Parser::LT:
            return ast::CompareOp::less;
        case Parser::LE:
            return ast::CompareOp::less_equal;
        case Parser::GT:
            return ast::CompareOp::greater;
        case Parser::GE:
            return ast::CompareOp::greater_equal;
        default:
            return std::nullopt;
    }
}

// STARTS WITH is two words.
SourceSpan op_span(Context& context, const Reading& reading) {
    antlr4::tree::TerminalNode* with = context.WITH();
    return with == nullptr ? reading.span(*context.op) : reading.span(*context.op, *with->getSymbol());
}

SourceSpan hull(const ast::Expr& left, const ast::Expr& right) {
    return {left.span.begin, right.span.end};
}

struct Link {  // one operator of a chain with what stands to its right
    ast::BinaryOp op;
    SourceSpan op_span;
    ast::ExprPtr right;
};

// A long run of one logical operator becomes a tree of logarithmic depth; they are associative, nulls included. A long
// run of arithmetic becomes one node.
constexpr std::size_t longest_slope = 32;

bool logical(ast::BinaryOp op) {
    return op == ast::BinaryOp::or_ || op == ast::BinaryOp::and_ || op == ast::BinaryOp::xor_;
}

bool arithmetic(ast::BinaryOp op) {
    switch (op) {
        case ast::BinaryOp::add:
        case ast::BinaryOp::subtract:
        case ast::BinaryOp::multiply:
        case ast::BinaryOp::divide:
        case ast::BinaryOp::remainder:
        case ast::BinaryOp::power:
            return true;
        default:
            return false;
    }
}

// Whether operators that stand side by side belong to one run.
bool run_together(ast::BinaryOp a, ast::BinaryOp b) {
    return a == b || (arithmetic(a) && arithmetic(b));
}

ast::ExprPtr join(ast::ExprPtr left, Link link) {
    const SourceSpan whole = hull(*left, *link.right);
    return make(whole, ast::Binary{link.op, link.op_span, std::move(left), std::move(link.right)});
}

// first and the links to its right, halved again and again.
ast::ExprPtr balanced(ast::ExprPtr first, std::vector<Link>::iterator begin, std::vector<Link>::iterator end) {
    if (begin == end) return first;
    const auto middle = begin + (end - begin) / 2;
    ast::ExprPtr left = balanced(std::move(first), begin, middle);
    Link link{middle->op, middle->op_span, balanced(std::move(middle->right), middle + 1, end)};
    return join(std::move(left), std::move(link));
}

ast::ExprPtr chain(ast::ExprPtr first, std::vector<Link>::iterator begin, std::vector<Link>::iterator end) {
    const SourceSpan whole = hull(*first, *std::prev(end)->right);
    ast::Chain chain;
    chain.operands.push_back(std::move(first));
    for (auto link = begin; link != end; ++link) {
        chain.operands.push_back(std::move(link->right));
        chain.ops.push_back(link->op);
        chain.op_spans.push_back(link->op_span);
    }
    return make(whole, std::move(chain));
}

ast::ExprPtr fold(ast::ExprPtr first, std::vector<Link> links) {
    for (auto run = links.begin(); run != links.end();) {
        auto end = run;
        while (end != links.end() && run_together(end->op, run->op)) ++end;
        const bool is_long = static_cast<std::size_t>(end - run) > longest_slope;
        if (is_long && logical(run->op)) {
            first = balanced(std::move(first), run, end);
            run = end;
        } else if (is_long && arithmetic(run->op)) {
            first = chain(std::move(first), run, end);
            run = end;
        } else {
            for (; run != end; ++run) first = join(std::move(first), std::move(*run));
        }
    }
    return first;
}

// How many levels the fold of these operators adds, given from the last to the first.
unsigned levels_of(const std::vector<Context*>& spine) {
    unsigned levels = 0;
    for (std::size_t i = 0; i < spine.size();) {
        const ast::BinaryOp op = *binary_op(*spine[i]);
        std::size_t end = i;
        while (end < spine.size() && run_together(*binary_op(*spine[end]), op)) ++end;
        const std::size_t run = end - i;
        const bool is_long = run > longest_slope;
        levels += static_cast<unsigned>(is_long && logical(op)      ? std::bit_width(run)
                                        : is_long && arithmetic(op) ? 1
                                                                    : run);
        i = end;
    }
    return levels;
}

ast::ExprPtr to_ast_chain(Context& context, Reading& reading) {
    std::vector<Context*> spine;
    Context* bottom = &context;
    for (; binary_op(*bottom); bottom = bottom->left) spine.push_back(bottom);

    const unsigned levels = levels_of(spine);
    if (!reading.descend(reading.span(*context.op), levels - 1)) {
        reading.ascend(levels - 1);
        return make(reading.span(context), ast::NullLiteral{});
    }
    ast::ExprPtr first = to_ast(*bottom, reading);
    std::vector<Link> links;
    links.reserve(spine.size());
    for (auto it = spine.rbegin(); it != spine.rend(); ++it)
        links.push_back({*binary_op(**it), op_span(**it, reading), to_ast(*(*it)->right, reading)});
    reading.ascend(levels - 1);
    return fold(std::move(first), std::move(links));
}

// a < b <= c
ast::ExprPtr to_ast_comparison(Context& context, Reading& reading) {
    std::vector<Context*> spine;
    Context* bottom = &context;
    for (; bottom->left != nullptr && compare_op(*bottom); bottom = bottom->left) spine.push_back(bottom);

    ast::Comparison comparison;
    comparison.operands.push_back(to_ast(*bottom, reading));
    for (auto it = spine.rbegin(); it != spine.rend(); ++it) {
        comparison.ops.push_back(*compare_op(**it));
        comparison.operands.push_back(to_ast(*(*it)->right, reading));
    }
    const SourceSpan whole = hull(*comparison.operands.front(), *comparison.operands.back());
    return make(whole, std::move(comparison));
}

ast::ExprPtr to_ast_prefix(Context& context, Reading& reading) {
    Parser::AtomContext* atom = context.right->atom();
    Parser::LiteralContext* literal = atom == nullptr ? nullptr : atom->literal();
    const bool minus = op_type(context) == Parser::MINUS;
    if (minus && literal != nullptr && literal->STRING() == nullptr && literal->TRUE_() == nullptr &&
        literal->FALSE_() == nullptr && literal->NULL_() == nullptr)
        return to_ast_negative(*context.op, *literal, reading);
    const ast::UnaryOp op = minus                              ? ast::UnaryOp::minus
                            : op_type(context) == Parser::PLUS ? ast::UnaryOp::plus
                                                               : ast::UnaryOp::negation;
    return make(reading.span(context), ast::Unary{op, to_ast(*context.right, reading)});
}

ast::ExprPtr to_ast_brackets(Context& context, Reading& reading) {
    ast::ExprPtr object = to_ast(*context.left, reading);
    const SourceSpan whole = reading.span(context);
    ast::ExprPtr first = context.first == nullptr ? nullptr : to_ast(*context.first, reading);
    if (context.dots == nullptr) return make(whole, ast::Index{std::move(object), std::move(first)});
    ast::ExprPtr to = context.to == nullptr ? nullptr : to_ast(*context.to, reading);
    return make(whole, ast::Slice{std::move(object), std::move(first), std::move(to)});
}

ast::ExprPtr to_ast_suffix(Context& context, Reading& reading) {
    const SourceSpan whole = reading.span(context);
    if (Parser::LabelTestContext* labels = context.labelTest())
        return make(whole, ast::HasLabels{to_ast(*context.left, reading), to_ast(*labels, reading)});
    if (op_type(context) == Parser::LBRACKET) return to_ast_brackets(context, reading);
    ast::ExprPtr operand = to_ast(*context.left, reading);
    if (op_type(context) == Parser::DOT)
        return make(whole, ast::Property{std::move(operand), to_ast(*context.propertyKey(), reading)});
    if (Parser::LabelTestOrContext* labels = context.labelTestOr()) {
        ast::ExprPtr test = make(whole, ast::HasLabels{std::move(operand), to_ast(*labels, reading)});
        return context.NOT() == nullptr ? std::move(test)
                                        : make(whole, ast::Unary{ast::UnaryOp::negation, std::move(test)});
    }
    const ast::UnaryOp op = context.NOT() == nullptr ? ast::UnaryOp::is_null : ast::UnaryOp::is_not_null;
    return make(whole, ast::Unary{op, std::move(operand)});
}

ast::ExprPtr to_ast_level(Context& context, Reading& reading) {
    if (Parser::AtomContext* atom = context.atom()) return to_ast(*atom, reading);
    if (context.left == nullptr) return to_ast_prefix(context, reading);
    if (context.right == nullptr) return to_ast_suffix(context, reading);
    return compare_op(context) ? to_ast_comparison(context, reading) : to_ast_chain(context, reading);
}

}  // namespace

ast::ExprPtr to_ast(Context& context, Reading& reading) {
    // Parentheses make no level; the guards before parsing count them.
    if (Parser::AtomContext* atom = context.atom()) {
        if (Parser::ParenthesisedContext* inner = atom->parenthesised()) {
            ast::ExprPtr expr = to_ast(*inner->expression(), reading);
            expr->parenthesised = true;
            return expr;
        }
    }
    ast::ExprPtr expr = reading.descend(reading.span(*context.start)) ? to_ast_level(context, reading)
                                                                      : make(reading.span(context), ast::NullLiteral{});
    reading.ascend();
    return expr;
}

ast::ExprPtr to_ast(Parser::WhereContext* context, Reading& reading) {
    return context == nullptr ? nullptr : to_ast(*context->expression(), reading);
}

}  // namespace confer::engine::syntax
