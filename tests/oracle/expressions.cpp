// Expressions, one row at a time.
#include <algorithm>
#include <cmath>

#include "function/registry.h"
#include "naive_internal.h"
#include "value/arithmetic.h"
#include "value/compare.h"

namespace confer::oracle {

using engine::Kind;
using engine::Ternary;
using engine::ValueList;
using engine::ValueMap;

namespace {

Value given(engine::Result<Value> result) {
    if (!result) throw Fails(result.error().message);
    return std::move(result).value();
}

Value to_value(Ternary truth) {
    return truth ? Value(*truth) : Value();
}

Ternary to_truth(const Value& value) {
    if (value.is_null()) return std::nullopt;
    if (!value.is(Kind::boolean)) throw Fails("neither true nor false");
    return value.as_boolean();
}

Ternary both(Ternary a, Ternary b) {
    if (a == false || b == false) return false;
    return a && b ? Ternary(true) : std::nullopt;
}

Ternary negated(Ternary a) {
    return a ? Ternary(!*a) : std::nullopt;
}

Ternary either(Ternary a, Ternary b) {
    return negated(both(negated(a), negated(b)));
}

Ternary compared(ast::CompareOp op, const Value& a, const Value& b) {
    if (op == ast::CompareOp::equal) return engine::equals(a, b);
    if (op == ast::CompareOp::not_equal) return negated(engine::equals(a, b));
    const auto ordering = engine::compare(a, b);
    if (!ordering) return std::nullopt;
    using engine::Ordering;
    switch (op) {
        case ast::CompareOp::less:
            return ordering == Ordering::less;
        case ast::CompareOp::less_equal:
            return ordering == Ordering::less || ordering == Ordering::equal;
        case ast::CompareOp::greater:
            return ordering == Ordering::greater;
        default:
            return ordering == Ordering::greater || ordering == Ordering::equal;
    }
}

Ternary is_in(const Value& element, const Value& list) {
    if (list.is_null()) return std::nullopt;
    if (!list.is(Kind::list)) throw Fails("IN needs a list");
    Ternary found = false;
    for (const Value& item : list.as_list()) found = either(found, engine::equals(element, item));
    return found;
}

Value text_test(ast::BinaryOp op, const Value& text, const Value& part) {
    if (!text.is(Kind::string) || !part.is(Kind::string)) return {};
    const std::string a(text.as_string()), b(part.as_string());
    if (op == ast::BinaryOp::starts_with) return a.substr(0, b.size()) == b;
    if (op == ast::BinaryOp::ends_with) return a.size() >= b.size() && a.substr(a.size() - b.size()) == b;
    return a.find(b) != std::string::npos;
}

Value from(const engine::ValueList& list) {
    return Value(list);
}

// The elements of what stands after IN; nothing for null.
std::optional<std::vector<Value>> elements(const Value& list) {
    if (list.is_null()) return std::nullopt;
    if (!list.is(Kind::list)) throw Fails("not a list");
    return std::vector<Value>(list.as_list().begin(), list.as_list().end());
}

const Value& variable(const Row& row, const std::string& name) {
    const auto found = row.find(name);
    if (found == row.end()) throw Fails("no such variable");
    return found->second;
}

Row with(Row row, const std::string& name, const Value& value) {
    row[name] = value;
    return row;
}

}  // namespace

bool Naive::holds(const ast::Expr& condition, const Row& row, const Group* group) {
    return to_truth(evaluate(condition, row, group)) == true;
}

const Properties& Naive::properties_of(const Value& element) const {
    if (is_deleted(world_, element)) throw FailsOnDeleted{};
    return element.is(Kind::node) ? world_.nodes[element.as_node()].properties
                                  : world_.edges[element.as_relationship()].properties;
}

Value Naive::property(const Value& holder, std::string_view key) const {
    const Properties* properties = nullptr;
    switch (holder.kind()) {
        case Kind::null:
            return {};
        case Kind::map:
            return holder.find(key) == nullptr ? Value() : *holder.find(key);
        case Kind::node:
        case Kind::relationship:
            properties = &properties_of(holder);
            break;
        default:
            throw Fails("no properties");
    }
    const auto found = properties->find(key);
    return found == properties->end() ? Value() : found->second;
}

Value Naive::unary(const ast::Unary& unary, const Row& row, const Group* group) {
    const Value operand = evaluate(*unary.operand, row, group);
    switch (unary.op) {
        case ast::UnaryOp::negation:
            return to_value(negated(to_truth(operand)));
        case ast::UnaryOp::is_null:
            return operand.is_null();
        case ast::UnaryOp::is_not_null:
            return !operand.is_null();
        case ast::UnaryOp::minus:
            return given(engine::negate(operand));
        case ast::UnaryOp::plus:
            break;
    }
    if (!operand.is_null() && !operand.is_number()) throw Fails("not a number");
    return operand;
}

Value Naive::binary(const ast::Binary& binary, const Row& row, const Group* group) {
    using ast::BinaryOp;
    const Value a = evaluate(*binary.left, row, group), b = evaluate(*binary.right, row, group);
    switch (binary.op) {
        case BinaryOp::or_:
            return to_value(either(to_truth(a), to_truth(b)));
        case BinaryOp::and_:
            return to_value(both(to_truth(a), to_truth(b)));
        case BinaryOp::xor_: {
            const Ternary x = to_truth(a), y = to_truth(b);
            return x && y ? Value(*x != *y) : Value();
        }
        case BinaryOp::add:
            return given(engine::add(a, b));
        case BinaryOp::subtract:
            return given(engine::subtract(a, b));
        case BinaryOp::multiply:
            return given(engine::multiply(a, b));
        case BinaryOp::divide:
            return given(engine::divide(a, b));
        case BinaryOp::remainder:
            return given(engine::remainder(a, b));
        case BinaryOp::power:
            return given(engine::power(a, b));
        case BinaryOp::in:
            return to_value(is_in(a, b));
        case BinaryOp::starts_with:
        case BinaryOp::ends_with:
        case BinaryOp::contains:
            return text_test(binary.op, a, b);
        case BinaryOp::matches:
            break;
    }
    throw Unsupported{};
}

Value Naive::index(const Value& object, const Value& index) const {
    if (object.is_null() || index.is_null()) return {};
    if (object.is(Kind::list)) {
        if (!index.is(Kind::integer)) throw Fails("a list's index is an integer");
        const auto size = static_cast<std::int64_t>(object.as_list().size());
        const std::int64_t at = index.as_integer() < 0 ? index.as_integer() + size : index.as_integer();
        return at < 0 || at >= size ? Value() : object.as_list()[static_cast<std::size_t>(at)];
    }
    if (!index.is(Kind::string)) throw Fails("a key is a text");
    return property(object, index.as_string());
}

Value Naive::slice(const ast::Slice& slice, const Row& row, const Group* group) {
    const Value object = evaluate(*slice.object, row, group);
    const Value from = slice.from == nullptr ? Value(0) : evaluate(*slice.from, row, group);
    const Value to =
        slice.to == nullptr ? Value(std::numeric_limits<std::int64_t>::max()) : evaluate(*slice.to, row, group);
    if (object.is_null()) return {};
    if (!object.is(Kind::list)) throw Fails("not a list");
    for (const Value& bound : {from, to}) {
        if (!bound.is_null() && !bound.is(Kind::integer)) throw Fails("a slice's bound is an integer");
    }
    if (from.is_null() || to.is_null()) return {};
    const auto size = static_cast<std::int64_t>(object.as_list().size());
    const auto place = [&](const Value& bound) {
        const std::int64_t at = bound.as_integer();
        return std::clamp<std::int64_t>(at < 0 ? at + size : at, 0, size);
    };
    ValueList items;
    for (std::int64_t i = place(from); i < place(to); ++i)
        items.push_back(object.as_list()[static_cast<std::size_t>(i)]);
    return Value(std::move(items));
}

Value Naive::choose(const ast::Case& choice, const Row& row, const Group* group) {
    const Value subject = choice.subject == nullptr ? Value(true) : evaluate(*choice.subject, row, group);
    for (const auto& [condition, result] : choice.branches) {
        const Value met = evaluate(*condition, row, group);
        const bool chosen = choice.subject == nullptr ? to_truth(met) == true : engine::equals(subject, met) == true;
        if (chosen) return evaluate(*result, row, group);
    }
    return choice.otherwise == nullptr ? Value() : evaluate(*choice.otherwise, row, group);
}

Value Naive::quantify(const ast::Quantifier& quantifier, const Row& row, const Group* group) {
    const auto list = elements(evaluate(*quantifier.list, row, group));
    if (!list) return {};
    std::size_t yes = 0, unknown = 0;
    for (const Value& element : *list) {
        Ternary truth = true;
        if (quantifier.where != nullptr)
            truth = to_truth(evaluate(*quantifier.where, with(row, quantifier.variable.text, element), group));
        yes += truth == true ? 1 : 0;
        unknown += truth ? 0 : 1;
    }
    switch (quantifier.kind) {
        case ast::QuantifierKind::all:
            return yes + unknown < list->size() ? Value(false) : unknown > 0 ? Value() : Value(true);
        case ast::QuantifierKind::any:
            return yes > 0 ? Value(true) : unknown > 0 ? Value() : Value(false);
        case ast::QuantifierKind::none:
            return yes > 0 ? Value(false) : unknown > 0 ? Value() : Value(true);
        case ast::QuantifierKind::single:
            break;
    }
    return yes > 1 ? Value(false) : unknown > 0 ? Value() : Value(yes == 1);
}

Value Naive::map_projection(const ast::MapProjection& projection, const Row& row, const Group* group) {
    using Form = ast::MapProjectionItem::Form;
    const Value object = variable(row, projection.variable.text);
    if (object.is_null()) return {};
    Properties entries;
    for (const ast::MapProjectionItem& item : projection.items) {
        if (item.form == Form::property) {
            entries[item.name.text] = property(object, item.name.text);
        } else if (item.form == Form::variable) {
            entries[item.name.text] = variable(row, item.name.text);
        } else if (item.form == Form::entry) {
            entries[item.name.text] = evaluate(*item.value, row, group);
        } else if (object.is(Kind::map)) {
            for (const auto& [key, value] : object.as_map()) entries[key] = value;
        } else {
            for (const auto& [key, value] : properties_of(object)) entries[key] = value;
        }
    }
    return Value(ValueMap(entries.begin(), entries.end()));
}

Value Naive::comprehend(const ast::PatternComprehension& comprehension, const Row& row) {
    ValueList results;
    match({{comprehension.pattern.get(), &comprehension.variable}}, row, [&](const Row& found) {
        if (comprehension.where != nullptr && !holds(*comprehension.where, found)) return;
        results.push_back(evaluate(*comprehension.result, found));
    });
    rearrange(results);
    return Value(std::move(results));
}

Value Naive::shortest_path(const ast::PathPattern& pattern, const Row& row) {
    const std::optional<ast::Name> name = ast::Name{"the path", {}};  // no variable is called so
    ValueList paths;
    match({{&pattern, &name}}, row, [&](const Row& found) { paths.push_back(found.at(name->text)); });
    if (pattern.selector->form == ast::PathSelector::Form::all_shortest_paths) return Value(std::move(paths));
    return paths.empty() ? Value() : paths.front();
}

Value Naive::subquery(const ast::Subquery& subquery, const Row& row) {
    const std::vector<std::vector<Value>> rows = run(*subquery.query, row).answer();
    if (subquery.kind == ast::SubqueryKind::exists) return !rows.empty();
    if (subquery.kind == ast::SubqueryKind::count) return static_cast<std::int64_t>(rows.size());
    ValueList items;
    for (const auto& cells : rows) items.push_back(cells.front());
    return Value(std::move(items));
}

Value Naive::evaluate(const ast::Expr& expr, const Row& row, const Group* group) {
    count_step();
    const auto part = [&](const ast::ExprPtr& of) { return evaluate(*of, row, group); };
    if (std::holds_alternative<ast::NullLiteral>(expr.node)) return {};
    if (const auto* node = std::get_if<ast::BooleanLiteral>(&expr.node)) return node->value;
    if (const auto* node = std::get_if<ast::IntegerLiteral>(&expr.node)) return node->value;
    if (const auto* node = std::get_if<ast::FloatLiteral>(&expr.node)) return node->value;
    if (const auto* node = std::get_if<ast::StringLiteral>(&expr.node)) return Value(std::string_view(node->value));
    if (const auto* node = std::get_if<ast::ListLiteral>(&expr.node)) {
        ValueList items;
        for (const ast::ExprPtr& item : node->items) items.push_back(part(item));
        return Value(std::move(items));
    }
    if (const auto* node = std::get_if<ast::MapLiteral>(&expr.node)) {
        ValueMap entries;
        for (const auto& [key, value] : node->entries) entries.emplace_back(key.text, part(value));
        return Value(std::move(entries));
    }
    if (const auto* node = std::get_if<ast::Parameter>(&expr.node)) {
        const auto found = parameters_.find(node->name);
        if (found == parameters_.end()) throw Fails("no such parameter");
        return found->second;
    }
    if (const auto* node = std::get_if<ast::Variable>(&expr.node)) return variable(row, node->name);
    if (const auto* node = std::get_if<ast::Unary>(&expr.node)) return unary(*node, row, group);
    if (const auto* node = std::get_if<ast::Binary>(&expr.node)) return binary(*node, row, group);
    if (const auto* node = std::get_if<ast::Comparison>(&expr.node)) {
        Ternary truth = true;
        for (std::size_t i = 0; i < node->ops.size(); ++i)
            truth = both(truth, compared(node->ops[i], part(node->operands[i]), part(node->operands[i + 1])));
        return to_value(truth);
    }
    if (const auto* node = std::get_if<ast::Property>(&expr.node)) return property(part(node->object), node->key.text);
    if (const auto* node = std::get_if<ast::Index>(&expr.node)) return index(part(node->object), part(node->index));
    if (const auto* node = std::get_if<ast::Slice>(&expr.node)) return slice(*node, row, group);
    if (const auto* node = std::get_if<ast::HasLabels>(&expr.node)) {
        const Value object = part(node->object);
        if (object.is_null()) return {};
        if (!object.is(Kind::node) && !object.is(Kind::relationship)) throw Fails("no labels");
        if (object.is(Kind::node) && is_deleted(world_, object)) throw FailsOnDeleted{};
        return has_labels(*node->labels, object);
    }
    if (const auto* node = std::get_if<ast::FunctionCall>(&expr.node)) return call(*node, row, group);
    if (std::holds_alternative<ast::CountStar>(expr.node)) {
        if (group == nullptr) throw Fails("an aggregate outside of WITH and RETURN");
        return static_cast<std::int64_t>(group->size());
    }
    if (const auto* node = std::get_if<ast::Case>(&expr.node)) return choose(*node, row, group);
    if (const auto* node = std::get_if<ast::ListComprehension>(&expr.node)) {
        const auto list = elements(part(node->list));
        if (!list) return {};
        ValueList results;
        for (const Value& element : *list) {
            const Row inside = with(row, node->variable.text, element);
            if (node->where != nullptr && !holds(*node->where, inside, group)) continue;
            results.push_back(node->result == nullptr ? element : evaluate(*node->result, inside, group));
        }
        return from(results);
    }
    if (const auto* node = std::get_if<ast::Quantifier>(&expr.node)) return quantify(*node, row, group);
    if (const auto* node = std::get_if<ast::Reduce>(&expr.node)) {
        const auto list = elements(part(node->list));
        Value total = part(node->initial);
        if (!list) return {};
        for (const Value& element : *list)
            total = evaluate(*node->body, with(with(row, node->accumulator.text, total), node->variable.text, element),
                             group);
        return total;
    }
    if (const auto* node = std::get_if<ast::MapProjection>(&expr.node)) return map_projection(*node, row, group);
    if (const auto* node = std::get_if<ast::PatternPredicate>(&expr.node)) {
        bool any = false;
        match({{node->pattern.get(), &node->pattern->variable}}, row, [&](const Row&) { any = true; });
        return any;
    }
    if (const auto* node = std::get_if<ast::PatternComprehension>(&expr.node)) return comprehend(*node, row);
    if (const auto* node = std::get_if<ast::ShortestPath>(&expr.node)) return shortest_path(*node->pattern, row);
    if (const auto* node = std::get_if<ast::Subquery>(&expr.node)) return subquery(*node, row);
    throw Unsupported{};
}

}  // namespace confer::oracle
