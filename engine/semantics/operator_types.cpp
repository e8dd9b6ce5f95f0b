#include "semantics/operator_types.h"

#include <array>

namespace confer::engine::semantics {

namespace {

using typed::Op;

constexpr std::array kinds{Kind::boolean, Kind::integer, Kind::floating,     Kind::string, Kind::list,
                           Kind::map,     Kind::node,    Kind::relationship, Kind::path};

bool is_number(Kind kind) {
    return kind == Kind::integer || kind == Kind::floating;
}

// The kind of `a op b` for two non-null values, if they can be combined.
std::optional<Kind> arithmetic_kind(Op op, Kind a, Kind b) {
    if (is_number(a) && is_number(b)) {
        return op != Op::power && a == Kind::integer && b == Kind::integer ? Kind::integer : Kind::floating;
    }
    if (op != Op::add) return std::nullopt;
    if (a == Kind::list || b == Kind::list) return Kind::list;
    const auto is_text = [](Kind kind) { return kind == Kind::string || is_number(kind); };
    if (is_text(a) && is_text(b)) return Kind::string;
    return std::nullopt;
}

// The elements of `a + b` when one of them may be a list.
ValueType joined_list(ValueType a, ValueType b) {
    const auto part = [](ValueType type) {
        if (type.is(Kind::list)) return type.element();
        return type.may_be(Kind::list) ? ValueType::any() : type;
    };
    return ValueType::list_of(part(a) | part(b));
}

}  // namespace

std::string_view symbol(Op op) {
    switch (op) {
        case Op::not_:
            return "NOT";
        case Op::and_:
            return "AND";
        case Op::or_:
            return "OR";
        case Op::xor_:
            return "XOR";
        case Op::equal:
            return "=";
        case Op::not_equal:
            return "<>";
        case Op::less:
            return "<";
        case Op::less_equal:
            return "<=";
        case Op::greater:
            return ">";
        case Op::greater_equal:
            return ">=";
        case Op::is_null:
            return "IS NULL";
        case Op::is_not_null:
            return "IS NOT NULL";
        case Op::add:
        case Op::plus:
            return "+";
        case Op::subtract:
        case Op::minus:
            return "-";
        case Op::multiply:
            return "*";
        case Op::divide:
            return "/";
        case Op::remainder:
            return "%";
        case Op::power:
            return "^";
        case Op::starts_with:
            return "STARTS WITH";
        case Op::ends_with:
            return "ENDS WITH";
        case Op::contains:
            return "CONTAINS";
        case Op::matches:
            return "=~";
        case Op::in:
            return "IN";
        case Op::index:
            return "[]";
        case Op::slice:
            return "[..]";
    }
    return "";
}

std::optional<ValueType> arithmetic_type(Op op, ValueType a, ValueType b) {
    if (a.is_only_null() || b.is_only_null()) return ValueType::null();
    std::optional<ValueType> result;
    for (const Kind x : kinds) {
        if (!a.may_be(x)) continue;
        for (const Kind y : kinds) {
            if (!b.may_be(y)) continue;
            const std::optional<Kind> kind = arithmetic_kind(op, x, y);
            if (!kind) continue;
            const ValueType type = *kind == Kind::list ? joined_list(a, b) : ValueType(*kind);
            result = result ? *result | type : type;
        }
    }
    return result;
}

std::optional<ValueType> sign_type(ValueType operand) {
    if (operand.is_only_null()) return operand;
    const bool integer = operand.may_be(Kind::integer), floating = operand.may_be(Kind::floating);
    if (integer && floating) return ValueType::number();
    if (integer) return ValueType(Kind::integer);
    if (floating) return ValueType(Kind::floating);
    return std::nullopt;
}

ValueType union_of(std::span<const typed::ExprPtr> exprs) {
    if (exprs.empty()) return ValueType::null();
    ValueType type = exprs[0]->type;
    for (const typed::ExprPtr& expr : exprs.subspan(1)) type = type | expr->type;
    return type;
}

ValueType call_type(const FunctionSpec& function, std::span<const typed::ExprPtr> arguments) {
    // Functions whose result is one of their arguments, or a part of one.
    if (arguments.empty()) return function.returns;
    const ValueType first = arguments[0]->type;
    if (function.name == "coalesce") return union_of(arguments);
    if (function.name == "head" || function.name == "last") return first.element();
    if ((function.name == "tail" || function.name == "reverse") && first.is(Kind::list)) return first;
    return function.returns;
}

ValueType aggregate_type(const AggregateSpec& function, std::span<const typed::ExprPtr> arguments) {
    if (arguments.empty()) return function.returns;
    switch (function.fast) {
        case AggregateSpec::Fast::min:
        case AggregateSpec::Fast::max:
            return arguments[0]->type;
        case AggregateSpec::Fast::collect:
            return ValueType::list_of(arguments[0]->type);
        default:
            return function.returns;
    }
}

}  // namespace confer::engine::semantics
