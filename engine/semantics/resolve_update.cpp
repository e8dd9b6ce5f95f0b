// CREATE, MERGE, SET, REMOVE, DELETE.
#include <algorithm>

#include "semantics/children.h"
#include "semantics/resolve_internal.h"
#include "semantics/schema_names.h"

namespace confer::engine::semantics {

namespace {

const ValueType entity = ValueType(Kind::node) | Kind::relationship;

enum class Verb : std::uint8_t { create, merge };

std::string_view name_of(Verb verb) {
    return verb == Verb::create ? "CREATE" : "MERGE";
}

// Draws what a CREATE or MERGE adds. Everything is declared first and the properties are resolved after that: those of
// MERGE in the scope before the clause, those of CREATE may also read the nodes that are drawn before them.
class DrawingResolver {
public:
    DrawingResolver(Analysis& in, Verb verb) : in_(in), verb_(verb), before_(in.scope) {}

    Result<void> draw(const ast::PathPattern& path);
    Result<void> add_properties();
    // Makes the new variables known to what follows.
    void bind();
    typed::Drawing take() { return std::move(drawing_); }
    std::vector<std::size_t> take_walk() { return std::move(walk_); }

private:
    Analysis& in_;
    Verb verb_;
    Scope* before_;
    Names new_names_;
    typed::Drawing drawing_;
    std::vector<std::size_t> walk_;
    std::vector<const ast::Expr*> node_properties_, relationship_properties_;  // by index; may be null

    std::optional<VarId> known(const ast::Name& name) const;
    Result<std::size_t> draw_node(const ast::NodePattern& node, bool alone);
    Result<void> draw_relationship(const ast::RelationshipPattern& drawn, std::size_t left, std::size_t right);
    VarId declare(const std::optional<ast::Name>& name, ValueType type, SourceSpan span);
    Result<typed::NewProperties> resolve_properties(const ast::Expr* properties, VarId owner);
    Error already_bound(const ast::Name& name) const;
};

std::optional<VarId> DrawingResolver::known(const ast::Name& name) const {
    const auto found = new_names_.find(name.text);
    if (found != new_names_.end()) return found->second;
    return before_->find(name.text);
}

Error DrawingResolver::already_bound(const ast::Name& name) const {
    return make_error(ErrorCode::variable_already_bound, name.span,
                      tick(name.text) + " is already in use, and `" + std::string(name_of(verb_)) + "` would make it",
                      {"choose another name; to speak of the node that is there, draw it as `(" + name.text +
                       ")` beside a relationship"});
}

VarId DrawingResolver::declare(const std::optional<ast::Name>& name, ValueType type, SourceSpan span) {
    const VarId variable = in_.variables.add(name ? name->text : "", type, name ? name->span : span);
    if (name) new_names_.insert_or_assign(name->text, variable);
    return variable;
}

// :A:B, or :A&B: what can be given to a node.
Result<void> collect_labels(Analysis& in, const ast::LabelExpr& labels, std::vector<std::string>& out) {
    if (labels.op == ast::LabelOp::name) {
        CONFER_CHECK(check_label(in.context.schema, labels.name, labels.span));
        if (std::find(out.begin(), out.end(), labels.name) == out.end()) out.push_back(labels.name);
        return {};
    }
    if (labels.op != ast::LabelOp::conjunction) {
        return make_error(ErrorCode::syntax, labels.span, "a new node needs its labels by name, not a choice of them",
                          {"write each label after a colon, as in `(:Approach:Historical)`"});
    }
    for (const ast::LabelExprPtr& part : labels.parts) CONFER_CHECK(collect_labels(in, *part, out));
    return {};
}

Error misplaced_where(SourceSpan span, Verb verb) {
    return make_error(ErrorCode::syntax, span,
                      "`WHERE` can't stand in a pattern of `" + std::string(name_of(verb)) + "`",
                      {"put it into a `MATCH` before"});
}

Result<std::size_t> DrawingResolver::draw_node(const ast::NodePattern& node, bool alone) {
    if (node.where != nullptr) return misplaced_where(node.where->span, verb_);
    const std::optional<VarId> variable = node.variable ? known(*node.variable) : std::nullopt;
    if (!variable) {
        typed::DrawnNode drawn{};
        drawn.span = node.span;
        if (node.labels != nullptr) CONFER_CHECK(collect_labels(in_, *node.labels, drawn.labels));
        drawn.variable = declare(node.variable, Kind::node, node.span);
        in_.variables.add_known_names(drawn.variable, drawn.labels);
        drawing_.nodes.push_back(std::move(drawn));
        node_properties_.push_back(node.properties.get());
        return drawing_.nodes.size() - 1;
    }
    if (!in_.variables[*variable].type.overlaps(Kind::node)) {
        return make_error(ErrorCode::variable_type_conflict, node.variable->span,
                          tick(node.variable->text) + " is " + with_article(in_.variables[*variable].type) +
                              ", so it can't be a node here",
                          {"choose another name for one of them"});
    }
    if (alone || node.labels != nullptr || node.properties != nullptr) return already_bound(*node.variable);
    const auto drawn = std::find_if(drawing_.nodes.begin(), drawing_.nodes.end(),
                                    [&](const typed::DrawnNode& other) { return other.variable == *variable; });
    if (drawn != drawing_.nodes.end()) return static_cast<std::size_t>(drawn - drawing_.nodes.begin());
    typed::DrawnNode bound{};
    bound.variable = *variable;
    bound.bound = true;
    bound.span = node.span;
    drawing_.nodes.push_back(std::move(bound));
    node_properties_.push_back(nullptr);
    return drawing_.nodes.size() - 1;
}

Result<void> DrawingResolver::draw_relationship(const ast::RelationshipPattern& drawn, std::size_t left,
                                                std::size_t right) {
    if (drawn.where != nullptr) return misplaced_where(drawn.where->span, verb_);
    if (drawn.variable && known(*drawn.variable)) return already_bound(*drawn.variable);
    if (drawn.hops || drawn.path != nullptr) {
        return make_error(ErrorCode::creating_var_length, drawn.span,
                          "`" + std::string(name_of(verb_)) + "` can't make a relationship of variable length",
                          {"draw each relationship by itself: `(a)-[:R]->()-[:R]->(b)`"});
    }
    if (drawn.types == nullptr || drawn.types->op != ast::LabelOp::name) {
        return make_error(ErrorCode::no_single_relationship_type, drawn.types ? drawn.types->span : drawn.span,
                          "a new relationship needs exactly one type",
                          {drawn.types ? "choose one of them" : "write its type after a colon, as in `-[:USES]->`"});
    }
    if (drawn.direction == ast::Direction::either && verb_ == Verb::create) {
        return make_error(ErrorCode::requires_directed_relationship, drawn.span, "a new relationship needs a direction",
                          {"draw one arrow: `-[:" + drawn.types->name + "]->`"});
    }
    CONFER_CHECK(check_relationship_type(in_.context.schema, drawn.types->name, drawn.types->span));
    typed::DrawnRelationship relationship{};
    relationship.variable = declare(drawn.variable, Kind::relationship, drawn.span);
    relationship.span = drawn.span;
    relationship.undirected = drawn.direction == ast::Direction::either;
    const bool incoming = drawn.direction == ast::Direction::incoming;
    relationship.from = incoming ? right : left;
    relationship.to = incoming ? left : right;
    relationship.type = drawn.types->name;
    in_.variables.add_known_names(relationship.variable, {relationship.type});
    drawing_.relationships.push_back(std::move(relationship));
    relationship_properties_.push_back(drawn.properties.get());
    return {};
}

Result<void> DrawingResolver::draw(const ast::PathPattern& path) {
    if (path.selector || path.where != nullptr) {
        return make_error(
            ErrorCode::syntax, path.selector ? path.selector->span : path.where->span,
            "`" + std::string(name_of(verb_)) + "` makes the one path that is drawn, so there is nothing to choose",
            {"draw the path alone; to look for paths, write a `MATCH` before"});
    }
    typed::Drawing::Path named{};
    const bool alone = path.relationships.empty();
    CONFER_TRY(std::size_t left, draw_node(path.nodes.front(), alone));
    walk_ = {left};
    for (std::size_t i = 0; i < path.relationships.size(); ++i) {
        CONFER_TRY(const std::size_t right, draw_node(path.nodes[i + 1], false));
        named.relationships.push_back(drawing_.relationships.size());
        CONFER_CHECK(draw_relationship(path.relationships[i], left, right));
        walk_.push_back(right);
        left = right;
    }
    if (!path.variable) return {};
    if (known(*path.variable)) {
        return make_error(ErrorCode::variable_already_bound, path.variable->span,
                          tick(path.variable->text) + " is already in use", {"choose another name for the path"});
    }
    named.nodes = walk_;
    named.variable = declare(path.variable, Kind::path, path.span);
    drawing_.paths.push_back(std::move(named));
    return {};
}

Result<typed::NewProperties> DrawingResolver::resolve_properties(const ast::Expr* properties, VarId owner) {
    typed::NewProperties out;
    if (properties == nullptr) return out;
    const auto* map = std::get_if<ast::MapLiteral>(&properties->node);
    if (map == nullptr && verb_ == Verb::merge) {
        return make_error(ErrorCode::invalid_parameter_use, properties->span,
                          "the properties of `MERGE` can't come from a parameter as a whole",
                          {"name the properties: `{name: $value.name}`"});
    }
    CONFER_TRY(ExprPtr resolved, resolve(in_, *properties));
    if (map == nullptr) {
        if (!resolved->type.overlaps(Kind::map)) {
            return make_error(ErrorCode::invalid_argument_type, properties->span,
                              "properties are a map, and this is " + with_article(resolved->type));
        }
        out.all = std::move(resolved);
        return out;
    }
    out.entries = std::move(std::get<typed::Map>(resolved->node).entries);
    for (const auto& [key, value] : map->entries) {
        const ExprPtr object = make_variable(in_, owner, key.span);
        CONFER_CHECK(check_property_access(in_, *object, key.text, key.span));
    }
    return out;
}

Result<void> DrawingResolver::add_properties() {
    const Temporarily aggregation(in_.aggregation, AggregationPlace{nullptr, name_of(verb_)});
    Scope made(in_.scope);
    const Temporarily scope(in_.scope, &made);
    for (std::size_t i = 0; i < drawing_.nodes.size(); ++i) {
        const VarId variable = drawing_.nodes[i].variable;
        CONFER_TRY(drawing_.nodes[i].properties, resolve_properties(node_properties_[i], variable));
        const std::string& name = in_.variables[variable].name;
        if (verb_ == Verb::create && !name.empty()) made.bind(name, variable);
    }
    for (std::size_t i = 0; i < drawing_.relationships.size(); ++i) {
        CONFER_TRY(drawing_.relationships[i].properties,
                   resolve_properties(relationship_properties_[i], drawing_.relationships[i].variable));
    }
    return {};
}

void DrawingResolver::bind() {
    for (const auto& [name, variable] : new_names_) in_.scope->bind(name, variable);
}

// ---- SET, REMOVE

Result<ExprPtr> resolve_target(Analysis& in, const ast::UpdateItem& item, std::string_view clause) {
    CONFER_TRY(ExprPtr target, resolve(in, *item.target));
    const ValueType wanted = item.form == ast::UpdateItem::Form::labels ? ValueType(Kind::node) : entity;
    if (target->type.overlaps(wanted)) return target;
    return make_error(ErrorCode::invalid_argument_type, item.target->span,
                      "`" + std::string(clause) + "` changes " +
                          (wanted == entity ? "nodes and relationships" : "the labels of nodes") + ", and this is " +
                          with_article(target->type));
}

// A node that is known by its labels may from here on have the properties of the new ones, too.
void learn_labels(Analysis& in, const typed::SetItem& item) {
    const auto* variable = std::get_if<typed::Variable>(&item.target->node);
    if (variable == nullptr || in.variables.known_names(variable->id).empty()) return;
    in.variables.add_known_names(variable->id, item.labels);
}

Result<ExprPtr> resolve_properties_value(Analysis& in, const ast::Expr& value) {
    CONFER_TRY(ExprPtr resolved, resolve(in, value));
    if (resolved->type.overlaps(entity | Kind::map)) return resolved;
    return make_error(
        ErrorCode::invalid_argument_type, value.span,
        "properties come from a map, a node or a relationship, and this is " + with_article(resolved->type),
        {"write a map, as in `{name: 'CBT'}`; or set one property: `a.name = 'CBT'`"});
}

Result<typed::SetItem> resolve_item(Analysis& in, const ast::UpdateItem& item, bool removes) {
    using Form = ast::UpdateItem::Form;
    using To = typed::SetItem::Form;
    const std::string_view clause = removes ? "REMOVE" : "SET";
    const Temporarily aggregation(in.aggregation, AggregationPlace{nullptr, clause});
    typed::SetItem out{};
    out.span = item.span;
    CONFER_TRY(out.target, resolve_target(in, item, clause));
    switch (item.form) {
        case Form::property:
            out.form = To::property;
            out.key = item.key.text;
            CONFER_CHECK(check_property_access(in, *out.target, out.key, item.key.span));
            if (removes) {
                out.value = make_expr(item.span, ValueType::any(), typed::Constant{});
            } else {
                CONFER_TRY(out.value, resolve(in, *item.value));
            }
            break;
        case Form::replace:
        case Form::add: {
            out.form = item.form == Form::replace ? To::replace : To::add;
            CONFER_TRY(out.value, resolve_properties_value(in, *item.value));
            break;
        }
        case Form::labels:
            out.form = removes ? To::remove_labels : To::add_labels;
            for (const ast::Name& label : item.labels) {
                CONFER_CHECK(check_label(in.context.schema, label.text, label.span));
                out.labels.push_back(label.text);
            }
            if (!removes) learn_labels(in, out);
            break;
    }
    return out;
}

Result<std::vector<typed::SetItem>> resolve_items(Analysis& in, const std::vector<ast::UpdateItem>& items,
                                                  bool removes = false) {
    std::vector<typed::SetItem> out;
    out.reserve(items.size());
    for (const ast::UpdateItem& item : items) {
        CONFER_TRY(typed::SetItem resolved, resolve_item(in, item, removes));
        out.push_back(std::move(resolved));
    }
    return out;
}

// Patterns inside expressions look at the graph before the clause, where what it binds does not exist yet.
template <class Clause>
Result<Clause> checked(Clause clause) {
    typed::Update update(std::move(clause));
    const std::vector<VarId> bound = typed::bound_by(update);
    const auto is_bound = [&](VarId variable) {
        return std::find(bound.begin(), bound.end(), variable) != bound.end();
    };
    for (const ExprPtr* expression : typed::expressions_of(update)) {
        const bool draws = typed::any_part(
            **expression, [](const typed::Expr& part) { return std::holds_alternative<typed::Subquery>(part.node); });
        const bool reads_bound = typed::any_part(**expression, [&](const typed::Expr& part) {
            if (const auto* variable = std::get_if<typed::Variable>(&part.node)) return is_bound(variable->id);
            const auto* subquery = std::get_if<typed::Subquery>(&part.node);
            return subquery != nullptr && std::any_of(subquery->outer.begin(), subquery->outer.end(), is_bound);
        });
        if (draws && reads_bound) {
            return make_error(ErrorCode::invalid_clause_composition, (*expression)->span,
                              "a pattern can't look at what this same clause makes",
                              {"end the clause before it, and write `SET` after it"});
        }
    }
    return std::get<Clause>(std::move(update));
}

Result<ExprPtr> resolve_deleted(Analysis& in, const ast::Expr& target) {
    const Temporarily aggregation(in.aggregation, AggregationPlace{nullptr, "DELETE"});
    CONFER_TRY(ExprPtr resolved, resolve(in, target));
    if (std::holds_alternative<typed::HasLabels>(resolved->node)) {
        return make_error(ErrorCode::invalid_delete, target.span, "`DELETE` deletes nodes, not their labels",
                          {"write `REMOVE` to take a label away from a node"});
    }
    if (!resolved->type.overlaps(entity | Kind::path)) {
        return make_error(
            ErrorCode::invalid_argument_type, target.span,
            "`DELETE` deletes nodes, relationships and paths, and this is " + with_article(resolved->type),
            {resolved->type.is(Kind::list) ? "run over the list with `UNWIND … AS x`, and delete `x`"
                                           : "name a node or relationship that a `MATCH` found"});
    }
    return resolved;
}

}  // namespace

Result<typed::Create> resolve_create(Analysis& in, const ast::Create& create) {
    DrawingResolver resolver(in, Verb::create);
    for (const ast::PathPattern& path : create.patterns) CONFER_CHECK(resolver.draw(path));
    CONFER_CHECK(resolver.add_properties());
    resolver.bind();
    return checked(typed::Create{resolver.take()});
}

Result<typed::Merge> resolve_merge(Analysis& in, const ast::Merge& merge) {
    DrawingResolver resolver(in, Verb::merge);
    CONFER_CHECK(resolver.draw(merge.pattern));
    CONFER_CHECK(resolver.add_properties());
    resolver.bind();
    typed::Merge out;
    out.drawing = resolver.take();
    out.walk = resolver.take_walk();
    for (const ast::MergeAction& action : merge.actions) {
        CONFER_TRY(std::vector<typed::SetItem> items, resolve_items(in, action.items));
        auto& all = action.on_create ? out.on_create : out.on_match;
        std::move(items.begin(), items.end(), std::back_inserter(all));
    }
    return checked(std::move(out));
}

Result<typed::Set> resolve_set(Analysis& in, const ast::Set& set) {
    CONFER_TRY(auto items, resolve_items(in, set.items));
    return typed::Set{std::move(items)};
}

Result<typed::Set> resolve_remove(Analysis& in, const ast::Remove& remove) {
    CONFER_TRY(auto items, resolve_items(in, remove.items, true));
    return typed::Set{std::move(items)};
}

Result<typed::Delete> resolve_delete(Analysis& in, const ast::Delete& clause) {
    typed::Delete out{clause.detach, {}};
    for (const ast::ExprPtr& target : clause.targets) {
        CONFER_TRY(ExprPtr resolved, resolve_deleted(in, *target));
        out.targets.push_back(std::move(resolved));
    }
    return out;
}

}  // namespace confer::engine::semantics
