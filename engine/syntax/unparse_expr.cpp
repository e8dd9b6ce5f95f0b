// unparse: expressions. Parentheses stand where an operand binds looser than its place asks for.
#include <array>
#include <charconv>
#include <cmath>

#include "syntax/keyword_internal.h"
#include "syntax/unparse_internal.h"

namespace confer::engine::syntax {
namespace {

struct BinarySign {
    std::string_view text;
    Binding binding;
};

BinarySign sign_of(ast::BinaryOp op) {
    switch (op) {
        case ast::BinaryOp::or_:
            return {" OR ", Binding::or_};
        case ast::BinaryOp::xor_:
            return {" XOR ", Binding::xor_};
        case ast::BinaryOp::and_:
            return {" AND ", Binding::and_};
        case ast::BinaryOp::add:
            return {" + ", Binding::sum};
        case ast::BinaryOp::subtract:
            return {" - ", Binding::sum};
        case ast::BinaryOp::multiply:
            return {" * ", Binding::product};
        case ast::BinaryOp::divide:
            return {" / ", Binding::product};
        case ast::BinaryOp::remainder:
            return {" % ", Binding::product};
        case ast::BinaryOp::power:
            return {" ^ ", Binding::power};
        case ast::BinaryOp::in:
            return {" IN ", Binding::predicate};
        case ast::BinaryOp::starts_with:
            return {" STARTS WITH ", Binding::predicate};
        case ast::BinaryOp::ends_with:
            return {" ENDS WITH ", Binding::predicate};
        case ast::BinaryOp::contains:
            return {" CONTAINS ", Binding::predicate};
        case ast::BinaryOp::matches:
            return {" =~ ", Binding::predicate};
    }
    return {" ", Binding::atom};
}

std::string_view sign_of(ast::CompareOp op) {
    switch (op) {
        case ast::CompareOp::equal:
            return " = ";
        case ast::CompareOp::not_equal:
            return " <> ";
        case ast::CompareOp::less:
            return " < ";
        case ast::CompareOp::less_equal:
            return " <= ";
        case ast::CompareOp::greater:
            return " > ";
        case ast::CompareOp::greater_equal:
            return " >= ";
    }
    return " ";
}

Binding tighter(Binding binding) {
    return static_cast<Binding>(static_cast<std::uint8_t>(binding) + 1);
}

bool is_number(const ast::Expr& expr) {
    return std::holds_alternative<ast::IntegerLiteral>(expr.node) ||
           std::holds_alternative<ast::FloatLiteral>(expr.node);
}

bool is_negative_number(const ast::Expr& expr) {
    if (const auto* integer = std::get_if<ast::IntegerLiteral>(&expr.node)) return integer->value < 0;
    const auto* real = std::get_if<ast::FloatLiteral>(&expr.node);
    return real != nullptr && std::signbit(real->value);
}

Binding binding_of(const ast::Expr& expr) {
    if (const auto* binary = std::get_if<ast::Binary>(&expr.node)) return sign_of(binary->op).binding;
    if (const auto* chain = std::get_if<ast::Chain>(&expr.node)) return sign_of(chain->ops.back()).binding;
    if (std::holds_alternative<ast::Comparison>(expr.node)) return Binding::comparison;
    if (std::holds_alternative<ast::HasLabels>(expr.node)) return Binding::labels;
    if (const auto* unary = std::get_if<ast::Unary>(&expr.node)) {
        switch (unary->op) {
            case ast::UnaryOp::negation:
                return Binding::not_;
            case ast::UnaryOp::plus:
            case ast::UnaryOp::minus:
                return Binding::sign;
            case ast::UnaryOp::is_null:
            case ast::UnaryOp::is_not_null:
                return Binding::predicate;
        }
    }
    if (std::holds_alternative<ast::Property>(expr.node) || std::holds_alternative<ast::Index>(expr.node) ||
        std::holds_alternative<ast::Slice>(expr.node))
        return Binding::suffix;
    return is_negative_number(expr) ? Binding::sign : Binding::atom;
}

// `x IN list` alone between brackets would be read as a comprehension.
bool is_like_a_comprehension(const std::vector<ast::ExprPtr>& items) {
    const auto* binary = items.size() == 1 ? std::get_if<ast::Binary>(&items.front()->node) : nullptr;
    return binary != nullptr && binary->op == ast::BinaryOp::in &&
           std::holds_alternative<ast::Variable>(binary->left->node);
}

void write_all(std::string& out, const std::vector<ast::ExprPtr>& items, Binding at_least = Binding::or_) {
    Commas commas(out);
    for (const ast::ExprPtr& item : items) {
        commas.next();
        write(out, *item, at_least);
    }
}

void write_where_and_result(std::string& out, const ast::ExprPtr& where, const ast::ExprPtr& result) {
    if (where) {
        out += " WHERE ";
        write(out, *where);
    }
    if (result) {
        out += " | ";
        write(out, *result);
    }
}

struct Writer {
    std::string& out;

    void operator()(const ast::NullLiteral&) const { out += "null"; }
    void operator()(const ast::BooleanLiteral& node) const { out += node.value ? "true" : "false"; }
    void operator()(const ast::IntegerLiteral& node) const { out += std::to_string(node.value); }
    void operator()(const ast::FloatLiteral& node) const {
        std::array<char, 32> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), node.value).ptr;
        const std::string_view text(digits.data(), static_cast<std::size_t>(end - digits.data()));
        out += text;
        if (text.find_first_of(".e") == std::string_view::npos) out += ".0";
    }
    void operator()(const ast::StringLiteral& node) const { write_string(out, node.value); }
    void operator()(const ast::ListLiteral& node) const {
        out += '[';
        write_all(out, node.items, is_like_a_comprehension(node.items) ? Binding::atom : Binding::or_);
        out += ']';
    }
    void operator()(const ast::MapLiteral& node) const { write_map(out, node); }
    void operator()(const ast::Parameter& node) const { write_parameter(out, node.name); }
    void operator()(const ast::Variable& node) const { write_variable(out, node.name); }
    void operator()(const ast::Unary& node) const {
        switch (node.op) {
            case ast::UnaryOp::negation:
                out += "NOT ";
                return write(out, *node.operand, Binding::not_);
            case ast::UnaryOp::plus:
            case ast::UnaryOp::minus:
                out += node.op == ast::UnaryOp::plus ? '+' : '-';
                // -5 is a number, -(5) an operator and its operand.
                if (!is_number(*node.operand)) return write(out, *node.operand, Binding::sign);
                out += '(';
                write(out, *node.operand);
                out += ')';
                return;
            case ast::UnaryOp::is_null:
            case ast::UnaryOp::is_not_null:
                write(out, *node.operand, Binding::predicate);
                out += node.op == ast::UnaryOp::is_null ? " IS NULL" : " IS NOT NULL";
        }
    }
    void operator()(const ast::Binary& node) const {
        const BinarySign sign = sign_of(node.op);
        write(out, *node.left, sign.binding);
        out += sign.text;
        // a AND b AND c: which two are joined first makes no difference, and long runs come balanced.
        const auto* right = std::get_if<ast::Binary>(&node.right->node);
        const bool associative =
            sign.binding <= Binding::and_ && right != nullptr && right->op == node.op && !node.right->parenthesised;
        write(out, *node.right, associative ? sign.binding : tighter(sign.binding));
    }
    // Each operator binds as tightly as those after it, or tighter.
    void operator()(const ast::Chain& node) const {
        write(out, *node.operands.front(), sign_of(node.ops.front()).binding);
        for (std::size_t i = 0; i < node.ops.size(); ++i) {
            out += sign_of(node.ops[i]).text;
            write(out, *node.operands[i + 1], tighter(sign_of(node.ops[i]).binding));
        }
    }
    void operator()(const ast::Comparison& node) const {
        write(out, *node.operands.front(), Binding::predicate);
        for (std::size_t i = 0; i < node.ops.size(); ++i) {
            out += sign_of(node.ops[i]);
            write(out, *node.operands[i + 1], Binding::predicate);
        }
    }
    void operator()(const ast::Property& node) const {
        write(out, *node.object, Binding::suffix);
        out += '.';
        write_key(out, node.key.text);
    }
    void operator()(const ast::Index& node) const {
        write(out, *node.object, Binding::suffix);
        out += '[';
        write(out, *node.index);
        out += ']';
    }
    void operator()(const ast::Slice& node) const {
        write(out, *node.object, Binding::suffix);
        out += '[';
        if (node.from) write(out, *node.from);
        out += "..";
        if (node.to) write(out, *node.to);
        out += ']';
    }
    void operator()(const ast::HasLabels& node) const {
        write(out, *node.object, Binding::suffix);
        // In a comprehension a bare | would end the condition.
        const bool guarded = node.labels->op == ast::LabelOp::disjunction;
        out += guarded ? ":(" : ":";
        write(out, *node.labels);
        if (guarded) out += ')';
    }
    void operator()(const ast::FunctionCall& node) const {
        write_name_parts(out, node.name.text);
        out += node.distinct ? "(DISTINCT " : "(";
        write_all(out, node.arguments);
        out += ')';
    }
    void operator()(const ast::CountStar&) const { out += "count(*)"; }
    void operator()(const ast::Case& node) const {
        out += "CASE ";
        if (node.subject) {
            write(out, *node.subject);
            out += ' ';
        }
        for (const auto& [condition, result] : node.branches) {
            out += "WHEN ";
            write(out, *condition);
            out += " THEN ";
            write(out, *result);
            out += ' ';
        }
        if (node.otherwise) {
            out += "ELSE ";
            write(out, *node.otherwise);
            out += ' ';
        }
        out += "END";
    }
    void operator()(const ast::ListComprehension& node) const {
        out += '[';
        write_variable(out, node.variable.text);
        out += " IN ";
        write(out, *node.list);
        write_where_and_result(out, node.where, node.result);
        out += ']';
    }
    void operator()(const ast::Quantifier& node) const {
        constexpr std::array<std::string_view, 4> names{"all(", "any(", "none(", "single("};
        out += names[static_cast<std::size_t>(node.kind)];
        write_variable(out, node.variable.text);
        out += " IN ";
        write(out, *node.list);
        write_where_and_result(out, node.where, nullptr);
        out += ')';
    }
    void operator()(const ast::Reduce& node) const {
        out += "reduce(";
        write_variable(out, node.accumulator.text);
        out += " = ";
        write(out, *node.initial);
        out += ", ";
        write_variable(out, node.variable.text);
        out += " IN ";
        write(out, *node.list);
        out += " | ";
        write(out, *node.body);
        out += ')';
    }
    void operator()(const ast::MapProjection& node) const {
        write_variable(out, node.variable.text);
        out += " {";
        Commas commas(out);
        for (const ast::MapProjectionItem& item : node.items) {
            commas.next();
            write_item(item);
        }
        out += '}';
    }
    void operator()(const ast::PatternPredicate& node) const { write(out, *node.pattern); }
    void operator()(const ast::ShortestPath& node) const { write(out, *node.pattern); }
    void operator()(const ast::PatternComprehension& node) const {
        out += '[';
        if (node.variable) {
            write_variable(out, node.variable->text);
            out += " = ";
        }
        write(out, *node.pattern);
        write_where_and_result(out, node.where, node.result);
        out += ']';
    }
    void operator()(const ast::Subquery& node) const {
        out += node.kind == ast::SubqueryKind::exists  ? "EXISTS { "
               : node.kind == ast::SubqueryKind::count ? "COUNT { "
                                                       : "COLLECT { ";
        write(out, *node.query, " ");
        out += " }";
    }

private:
    void write_item(const ast::MapProjectionItem& item) const {
        using Form = ast::MapProjectionItem::Form;
        switch (item.form) {
            case Form::property:
                out += '.';
                return write_key(out, item.name.text);
            case Form::all_properties:
                out += ".*";
                return;
            case Form::variable:
                return write_variable(out, item.name.text);
            case Form::entry:
                write_key(out, item.name.text);
                out += ": ";
                return write(out, *item.value);
        }
    }
};

}  // namespace

void write_name_parts(std::string& out, std::string_view name) {
    for (std::size_t begin = 0;;) {
        const std::size_t dot = name.find('.', begin);
        const std::string_view part = name.substr(begin, dot == std::string_view::npos ? dot : dot - begin);
        if (upper_case(part) == "EXISTS")
            out += part;
        else
            write_variable(out, part);
        if (dot == std::string_view::npos) return;
        out += '.';
        begin = dot + 1;
    }
}

void write(std::string& out, const ast::Expr& expr, Binding at_least) {
    const bool brackets = binding_of(expr) < at_least;
    if (brackets) out += '(';
    std::visit(Writer{out}, expr.node);
    if (brackets) out += ')';
}

void write_map(std::string& out, const ast::MapLiteral& map) {
    out += '{';
    Commas commas(out);
    for (const auto& [key, value] : map.entries) {
        commas.next();
        write_key(out, key.text);
        out += ": ";
        write(out, *value);
    }
    out += '}';
}

void write_string(std::string& out, std::string_view text) {
    constexpr std::string_view plain = "\b\f\n\r\t\\'";
    constexpr std::string_view letters = "bfnrt\\'";
    constexpr std::string_view digits = "0123456789ABCDEF";
    out += '\'';
    for (const char c : text) {
        if (const std::size_t i = plain.find(c); i != std::string_view::npos) {
            out += '\\';
            out += letters[i];
        } else if (static_cast<unsigned char>(c) < 0x20) {
            out += "\\u00";
            out += digits[static_cast<unsigned char>(c) >> 4];
            out += digits[c & 0xF];
        } else {
            out += c;
        }
    }
    out += '\'';
}

}  // namespace confer::engine::syntax
