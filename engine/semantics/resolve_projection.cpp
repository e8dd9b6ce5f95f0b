// WITH and RETURN: items and their names, implicit grouping, ORDER BY, SKIP, LIMIT, WHERE.
#include <algorithm>
#include <set>

#include "semantics/children.h"
#include "semantics/grouping_internal.h"

namespace confer::engine::semantics {

namespace {

struct Item {
    std::string name;
    SourceSpan span;
    ExprPtr expr;
    bool aggregated = false;
    VarId variable = typed::no_variable;
};

class ProjectionResolver {
public:
    ProjectionResolver(Analysis& in, const ast::Projection& projection, SourceSpan span)
        : in_(in), ast_(projection), span_(span), first_new_(in.variables.next()), grouping_(in, first_new_) {}

    Result<typed::Projection> resolve_all();
    const std::vector<Item>& items() const { return items_; }
    Names names() const;

private:
    Analysis& in_;
    const ast::Projection& ast_;
    SourceSpan span_;
    VarId first_new_;
    typed::Projection out_;
    std::vector<Item> items_;
    Grouping grouping_;

    Result<void> add_all_variables();
    Result<void> add_item(const ast::ProjectionItem& item);
    Result<std::string> name_of(const ast::ProjectionItem& item) const;
    Result<void> check_names() const;
    VarId variable_for(const Item& item);
    void bind_items();
    Result<void> group_items();
    void add_key(Item& item);

    Result<void> add_sort_keys();
    Result<ExprPtr> resolve_sort_key(const ast::Expr& expr);
    Result<ExprPtr> resolve_row_count(const ast::Expr& expr, std::string_view keyword);
    Result<void> add_where();
    bool keeps_input() const { return !out_.aggregating && !out_.distinct; }
};

Result<void> ProjectionResolver::add_all_variables() {
    const Names visible = in_.scope->visible();
    if (visible.empty() && ast_.is_return) {
        return make_error(ErrorCode::no_variables_in_scope, span_, "`RETURN *` has nothing to return",
                          {"name what you match, as in `MATCH (a)`, or return expressions"});
    }
    for (const auto& [name, variable] : visible) {
        note_use(in_, variable);
        items_.push_back({name, span_, make_variable(in_, variable, span_), false, typed::no_variable});
    }
    return {};
}

Result<std::string> ProjectionResolver::name_of(const ast::ProjectionItem& item) const {
    if (item.alias) return item.alias->text;
    if (const auto* variable = std::get_if<ast::Variable>(&item.expr->node)) return variable->name;
    if (ast_.is_return) return item.text;
    return make_error(ErrorCode::no_expression_alias, item.expr->span, "an expression in WITH needs a name",
                      {"add one with AS: `" + item.text + " AS name`"});
}

Result<void> ProjectionResolver::add_item(const ast::ProjectionItem& item) {
    CONFER_TRY(std::string name, name_of(item));
    const Temporarily aggregation(in_.aggregation, AggregationPlace{&out_, {}});
    CONFER_TRY(ExprPtr expr, resolve(in_, *item.expr));
    const SourceSpan span = item.alias ? item.alias->span : item.expr->span;
    items_.push_back({std::move(name), span, std::move(expr), in_.aggregation.met, typed::no_variable});
    return {};
}

Result<void> ProjectionResolver::check_names() const {
    std::set<std::string_view> names;
    for (const Item& item : items_) {
        if (names.insert(item.name).second) continue;
        return make_error(ErrorCode::column_name_conflict, item.span, "two columns are called " + tick(item.name),
                          {"give one of them another name with AS"});
    }
    return {};
}

// A variable that keeps its name stays itself; anything else becomes a new one.
VarId ProjectionResolver::variable_for(const Item& item) {
    const auto* source = std::get_if<typed::Variable>(&item.expr->node);
    if (source == nullptr) return in_.variables.add(item.name, item.expr->type, item.span);
    if (in_.scope->find(item.name) == source->id) return source->id;
    if (item.aggregated && in_.variables[source->id].name.empty()) {
        in_.variables.rename(source->id, item.name);
        return source->id;
    }
    const VarId variable = in_.variables.add(item.name, item.expr->type, item.span);
    in_.variables.add_known_names(variable, std::vector(in_.variables.known_names(source->id)));
    return variable;
}

void ProjectionResolver::add_key(Item& item) {
    VarId key = item.variable;
    // A variable is grouped by under its own number, so that it can still be read after the grouping.
    if (const auto* source = std::get_if<typed::Variable>(&item.expr->node)) key = source->id;
    const SourceSpan span = item.expr->span;
    const bool known = std::any_of(out_.keys.begin(), out_.keys.end(),
                                   [&](const typed::Binding& other) { return other.variable == key; });
    if (!known) {
        out_.keys.push_back({key, std::move(item.expr)});
        grouping_.add(*out_.keys.back().expr, key);
    }
    item.expr = make_variable(in_, key, span);
}

Result<void> ProjectionResolver::group_items() {
    for (Item& item : items_) {
        if (!item.aggregated) add_key(item);
    }
    for (Item& item : items_) {
        if (!item.aggregated) continue;
        CONFER_CHECK(grouping_.ground_mixed(item.expr, Grouping::Mixed::item));
        grouping_.add_aggregated(item.variable);
    }
    for (const typed::AggregateCall& call : out_.aggregates) grouping_.add_aggregated(call.variable);
    return {};
}

void ProjectionResolver::bind_items() {
    out_.items.reserve(items_.size());
    for (Item& item : items_) out_.items.push_back({item.variable, std::move(item.expr)});
    if (out_.aggregating) return;
    for (const typed::Binding& item : out_.items) grouping_.add(*item.expr, item.variable);
}

Names ProjectionResolver::names() const {
    Names names;
    for (const Item& item : items_) names.insert_or_assign(item.name, item.variable);
    return names;
}

Result<ExprPtr> ProjectionResolver::resolve_sort_key(const ast::Expr& expr) {
    const std::size_t known_aggregates = out_.aggregates.size();
    const Temporarily aggregation(in_.aggregation, AggregationPlace{out_.aggregating ? &out_ : nullptr, "ORDER BY"});
    CONFER_TRY(ExprPtr key, resolve(in_, expr));
    for (std::size_t i = known_aggregates; i < out_.aggregates.size(); ++i) {
        for (ExprPtr& argument : out_.aggregates[i].arguments) CONFER_CHECK(grouping_.ground_argument(argument));
    }
    if (in_.aggregation.met) {
        CONFER_CHECK(grouping_.ground_mixed(key, Grouping::Mixed::sort_key));
    } else if (!keeps_input()) {
        CONFER_CHECK(grouping_.ground(key));
    }
    return key;
}

Result<void> ProjectionResolver::add_sort_keys() {
    for (const ast::SortItem& item : ast_.order_by) {
        CONFER_TRY(ExprPtr key, resolve_sort_key(*item.expr));
        out_.order_by.push_back({std::move(key), item.descending});
    }
    return {};
}

bool is_negative(const typed::Expr& expr) {
    if (const auto* constant = std::get_if<typed::Constant>(&expr.node)) {
        return constant->value.is(Kind::integer) && constant->value.as_integer() < 0;
    }
    const auto* operation = std::get_if<typed::Operation>(&expr.node);
    if (operation == nullptr || operation->op != typed::Op::minus) return false;
    const auto* constant = std::get_if<typed::Constant>(&operation->operands[0]->node);
    return constant != nullptr && constant->value.is(Kind::integer) && constant->value.as_integer() > 0;
}

Result<ExprPtr> ProjectionResolver::resolve_row_count(const ast::Expr& expr, std::string_view keyword) {
    const Temporarily aggregation(in_.aggregation, AggregationPlace{nullptr, keyword});
    const VarId first_local = in_.variables.next();
    CONFER_TRY(ExprPtr count, resolve(in_, expr));
    const bool depends = typed::any_part(*count, [first_local](const typed::Expr& part) {
        const auto* variable = std::get_if<typed::Variable>(&part.node);
        return std::holds_alternative<typed::Subquery>(part.node) ||
               (variable != nullptr && variable->id < first_local);
    });
    const std::string name = tick(keyword);
    if (depends) {
        return make_error(ErrorCode::non_constant_expression, expr.span,
                          name + " needs one number for all rows, and this depends on the row",
                          {"write a number or a parameter: `" + std::string(keyword) + " 10`"});
    }
    const bool is_given = typed::any_part(*count, [](const typed::Expr& part) {  // the run tells
        return std::holds_alternative<typed::Parameter>(part.node);
    });
    if (!is_given && !count->type.overlaps(Kind::integer)) {
        return make_error(ErrorCode::invalid_row_count, expr.span,
                          name + " needs a whole number, and this is " + with_article(count->type),
                          {"write `" + std::string(keyword) + " 10`, or round with `toInteger(…)`"});
    }
    if (is_negative(*count)) {
        return make_error(ErrorCode::negative_integer_argument, expr.span, name + " can't be negative",
                          {"write 0 or more"});
    }
    return count;
}

Result<void> ProjectionResolver::add_where() {
    const Temporarily aggregation(in_.aggregation, AggregationPlace{nullptr, "WHERE"});
    CONFER_TRY(out_.where, resolve_condition(in_, *ast_.where, "WHERE"));
    if (keeps_input()) return {};
    return grouping_.ground(out_.where);
}

Result<typed::Projection> ProjectionResolver::resolve_all() {
    if (ast_.all) CONFER_CHECK(add_all_variables());
    for (const ast::ProjectionItem& item : ast_.items) {
        CONFER_CHECK(add_item(item));
        out_.aggregating = out_.aggregating || items_.back().aggregated;
    }
    CONFER_CHECK(check_names());
    for (Item& item : items_) item.variable = variable_for(item);
    // Grouped rows are distinct already: every key is an item.
    out_.distinct = ast_.distinct && !out_.aggregating;
    if (out_.aggregating) CONFER_CHECK(group_items());
    bind_items();

    // ORDER BY and WHERE see the items first, then what they were made of. After DISTINCT a variable of
    // the input lives on under the name that an item gave it.
    Scope renamed(in_.scope);
    if (out_.distinct) {
        const Names visible = in_.scope->visible();
        for (const typed::Binding& item : out_.items) {
            const auto* source = std::get_if<typed::Variable>(&item.expr->node);
            if (source == nullptr) continue;
            for (const auto& [name, variable] : visible) {
                if (variable == source->id) renamed.bind(name, item.variable);
            }
        }
    }
    Scope items(&renamed);
    for (const auto& [name, variable] : names()) items.bind(name, variable);
    const Temporarily scope(in_.scope, &items);
    CONFER_CHECK(add_sort_keys());
    if (ast_.skip != nullptr) {
        CONFER_TRY(out_.skip, resolve_row_count(*ast_.skip, "SKIP"));
    }
    if (ast_.limit != nullptr) {
        CONFER_TRY(out_.limit, resolve_row_count(*ast_.limit, "LIMIT"));
    }
    if (ast_.where != nullptr) CONFER_CHECK(add_where());
    return std::move(out_);
}

}  // namespace

Result<typed::Projection> resolve_projection(Analysis& in, const ast::Projection& projection, SourceSpan span,
                                             typed::SingleQuery& query, std::vector<typed::Column>& columns) {
    ProjectionResolver resolver(in, projection, span);
    CONFER_TRY(typed::Projection resolved, resolver.resolve_all());
    if (projection.is_return) {
        query.columns.clear();
        columns.clear();
        for (const Item& item : resolver.items()) {
            query.columns.push_back(item.variable);
            columns.push_back({item.name, in.variables[item.variable].type});
        }
    }
    in.scope->replace(resolver.names());
    return resolved;
}

}  // namespace confer::engine::semantics
