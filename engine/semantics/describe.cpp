#include "semantics/describe.h"

#include "semantics/operator_types.h"
#include "value/format.h"

namespace confer::engine::typed {

namespace {

class Describer {
public:
    explicit Describer(const std::vector<VariableInfo>& variables) : variables_(variables) {}

    std::string query(const Query& query, std::string_view separator) const {
        std::string text;
        for (std::size_t i = 0; i < query.parts.size(); ++i) {
            if (i > 0) text += std::string(separator) + (query.union_all[i - 1] ? "union all" : "union");
            const SingleQuery& part = query.parts[i];
            const auto add = [&](const std::string& line) {
                text += (text.empty() ? "" : std::string(separator)) + line;
            };
            for (const Step& step : part.steps) {
                for (const Clause& clause : step.clauses) add(std::visit(*this, clause.node));
                const std::string bound = join(bound_by(step.update), ", ", [this](VarId one) { return name(one); });
                add("then " + std::string(name_of(step.update)) + (bound.empty() ? "" : " binds " + bound));
            }
            for (const Clause& clause : part.clauses) add(std::visit(*this, clause.node));
            if (part.columns.empty()) continue;
            text += separator;
            text += "columns " + join(part.columns, ", ", [this](VarId variable) { return name(variable); });
        }
        return text;
    }

    std::string expr(const ExprPtr& expr) const { return std::visit(*this, expr->node); }

    // ---- expressions
    std::string operator()(const Constant& node) const { return to_literal(node.value); }
    std::string operator()(const Parameter& node) const { return "$" + node.name; }
    std::string operator()(const Variable& node) const { return name(node.id); }
    std::string operator()(const Property& node) const { return expr(node.object) + "." + node.key; }
    std::string operator()(const Chain& node) const {
        std::string text = "(" + expr(node.operands.front());
        for (std::size_t i = 0; i < node.ops.size(); ++i)
            text += " " + std::string(semantics::symbol(node.ops[i])) + " " + expr(node.operands[i + 1]);
        return text + ")";
    }
    std::string operator()(const Operation& node) const {
        const std::string sign(semantics::symbol(node.op));
        switch (node.op) {
            case Op::not_:
                return "(NOT " + expr(node.operands[0]) + ")";
            case Op::plus:
            case Op::minus:
                return "(" + sign + expr(node.operands[0]) + ")";
            case Op::is_null:
            case Op::is_not_null:
                return "(" + expr(node.operands[0]) + " " + sign + ")";
            case Op::index:
                return expr(node.operands[0]) + "[" + expr(node.operands[1]) + "]";
            case Op::slice:
                return expr(node.operands[0]) + "[" + (node.from_open ? "" : expr(node.operands[1])) + ".." +
                       (node.to_open ? "" : expr(node.operands[2])) + "]";
            default:
                break;
        }
        return "(" + join(node.operands, " " + sign + " ", [this](const ExprPtr& e) { return expr(e); }) + ")";
    }
    std::string operator()(const HasLabels& node) const { return "(" + expr(node.object) + labels(node.test) + ")"; }
    std::string operator()(const Call& node) const { return node.function->name + "(" + exprs(node.arguments) + ")"; }
    std::string operator()(const List& node) const { return "[" + exprs(node.items) + "]"; }
    std::string operator()(const Map& node) const { return "{" + entries(node.entries) + "}"; }
    std::string operator()(const Case& node) const {
        std::string text = "CASE";
        if (node.subject != nullptr) text += " " + expr(node.subject);
        for (const auto& [when, then] : node.branches) text += " WHEN " + expr(when) + " THEN " + expr(then);
        if (node.otherwise != nullptr) text += " ELSE " + expr(node.otherwise);
        return text + " END";
    }
    std::string operator()(const ListComprehension& node) const {
        return "[" + name(node.variable) + " IN " + expr(node.list) + optional(" WHERE ", node.where) +
               optional(" | ", node.result) + "]";
    }
    std::string operator()(const Quantifier& node) const {
        constexpr const char* forms[] = {"all", "any", "none", "single"};
        return std::string(forms[static_cast<std::size_t>(node.form)]) + "(" + name(node.variable) + " IN " +
               expr(node.list) + " WHERE " + expr(node.where) + ")";
    }
    std::string operator()(const Reduce& node) const {
        return "reduce(" + name(node.accumulator) + " = " + expr(node.initial) + ", " + name(node.variable) + " IN " +
               expr(node.list) + " | " + expr(node.body) + ")";
    }
    std::string operator()(const MapProjection& node) const {
        std::string text = expr(node.object) + "{" + (node.all_properties ? ".*" : "");
        if (node.all_properties && !node.entries.empty()) text += ", ";
        return text + entries(node.entries) + "}";
    }
    std::string operator()(const Subquery& node) const {
        constexpr const char* forms[] = {"exists", "count", "collect"};
        std::string text = std::string(forms[static_cast<std::size_t>(node.form)]) + "(" +
                           join(node.outer, ", ", [this](VarId variable) { return name(variable); }) + ") {";
        if (node.pattern != nullptr) text += " " + pattern(*node.pattern);
        if (node.query != nullptr) text += " " + query(*node.query, "; ");
        return text + optional(" where ", node.where) + optional(" | ", node.result) + " }";
    }

    // ---- clauses
    std::string operator()(const Match& clause) const {
        return (clause.optional ? "optional match " : "match ") + pattern(clause.pattern);
    }
    std::string operator()(const Unwind& clause) const {
        std::string text = "unwind " + expr(clause.list) + " as " + name(clause.variable);
        if (clause.position == no_variable) return text;
        return text + " counting " + name(clause.position) + " from " + std::to_string(clause.first);
    }
    std::string operator()(const ProcedureCall& clause) const {
        std::string text = "call " + clause.procedure->name + "(" + exprs(clause.arguments) + ")";
        if (!clause.yields.empty()) {
            text += " yield " + join(clause.yields, ", ", [&](const ProcedureCall::Yield& yield) {
                        return clause.procedure->outputs[yield.output].name + " as " + name(yield.variable);
                    });
        }
        return text + (clause.conditions.empty() ? "" : " where " + exprs(clause.conditions));
    }
    std::string operator()(const Projection& clause) const {
        std::string text = clause.distinct ? "project distinct" : "project";
        if (clause.aggregating) {
            text += " keys [" + bindings(clause.keys) + "] aggregates [" +
                    join(clause.aggregates, ", ", [this](const AggregateCall& call) { return aggregate(call); }) + "]";
        }
        text += " items [" + bindings(clause.items) + "]";
        if (!clause.order_by.empty()) {
            text += " order by " + join(clause.order_by, ", ", [this](const SortKey& key) {
                        return expr(key.expr) + (key.descending ? " desc" : "");
                    });
        }
        return text + optional(" skip ", clause.skip) + optional(" limit ", clause.limit) +
               optional(" where ", clause.where);
    }

private:
    const std::vector<VariableInfo>& variables_;

    template <class Parts, class Text>
    static std::string join(const Parts& parts, const std::string& separator, Text text_of) {
        std::string text;
        for (const auto& part : parts) text += (&part == &parts.front() ? "" : separator) + text_of(part);
        return text;
    }

    std::string name(VarId variable) const {
        return (variable < variables_.size() ? variables_[variable].name : "") + "#" + std::to_string(variable);
    }
    std::string optional(const char* before, const ExprPtr& part) const {
        return part == nullptr ? "" : before + expr(part);
    }
    std::string exprs(const std::vector<ExprPtr>& parts) const {
        return join(parts, ", ", [this](const ExprPtr& part) { return expr(part); });
    }
    std::string entries(const std::vector<std::pair<std::string, ExprPtr>>& parts) const {
        return join(parts, ", ", [this](const auto& part) { return part.first + ": " + expr(part.second); });
    }
    std::string bindings(const std::vector<Binding>& parts) const {
        return join(parts, ", ", [this](const Binding& part) {
            const auto* source = std::get_if<Variable>(&part.expr->node);
            const bool passes_on = source != nullptr && source->id == part.variable;
            return passes_on ? name(part.variable) : name(part.variable) + " = " + expr(part.expr);
        });
    }
    std::string aggregate(const AggregateCall& call) const {
        return name(call.variable) + " = " + call.function->name + (call.distinct ? "(distinct " : "(") +
               exprs(call.arguments) + ")";
    }

    static std::string label_text(const LabelTest& test) {
        const auto parts = [&test](const char* separator) {
            return "(" + join(test.parts, separator, [](const LabelTestPtr& part) { return label_text(*part); }) + ")";
        };
        switch (test.op) {
            case LabelTest::Op::name:
                return test.name;
            case LabelTest::Op::any:
                return "%";
            case LabelTest::Op::negation:
                return "!" + parts("");
            case LabelTest::Op::conjunction:
                return parts("&");
            case LabelTest::Op::disjunction:
                return parts("|");
        }
        return "";
    }
    static std::string labels(const LabelTestPtr& test) { return test == nullptr ? "" : ":" + label_text(*test); }

    // A variable from an earlier clause has a dot before it.
    std::string pattern_variable(VarId variable, bool bound) const { return (bound ? "." : "") + name(variable); }
    std::string node(const PatternNode& node) const {
        return "(" + pattern_variable(node.variable, node.bound) + labels(node.labels) + ")";
    }
    std::string relationship(const PatternGraph& graph, const PatternRelationship& relationship) const {
        std::string text = name(graph.nodes[relationship.from].variable);
        text += relationship.towards == Towards::incoming ? "<-[" : "-[";
        text += pattern_variable(relationship.variable, relationship.bound) + labels(relationship.types);
        if (relationship.hops) {
            text += "*" + std::to_string(relationship.hops->least) + "..";
            if (relationship.hops->most) text += std::to_string(*relationship.hops->most);
        }
        if (relationship.each != no_variable) {
            text += " each " + name(relationship.each) + " where " + exprs(relationship.each_conditions);
        }
        if (relationship.turn != nullptr) text += " each " + turn(*relationship.turn);
        text += selector(relationship.selector);
        text += relationship.towards == Towards::outgoing ? "]->" : "]-";
        return text + name(graph.nodes[relationship.to].variable);
    }
    std::string turn(const Turn& turn) const {
        std::string text = name(turn.nodes.front());
        for (std::size_t i = 0; i < turn.steps.size(); ++i) {
            const Turn::Step& step = turn.steps[i];
            text += step.towards == Towards::incoming ? "<-[" : "-[";
            text += name(step.relationship) + labels(step.types);
            text += step.towards == Towards::outgoing ? "]->" : "]-";
            text += name(turn.nodes[i + 1]);
        }
        if (!turn.conditions.empty()) text += " where " + exprs(turn.conditions);
        if (turn.lists.empty()) return text;
        return text + " lists " + join(turn.lists, ", ", [&](const Turn::List& list) {
                   const VarId inside =
                       list.of_nodes ? turn.nodes[list.position] : turn.steps[list.position].relationship;
                   return name(list.list) + " of " + name(inside);
               });
    }
    std::string selector(const std::optional<PathSelector>& selector) const {
        if (!selector) return "";
        return " shortest" + optional(" ", selector->count) + (selector->groups ? " groups" : "") +
               (selector->ends_differ ? " between different ends" : "");
    }
    std::string pattern(const PatternGraph& graph) const {
        std::string text = join(graph.nodes, " ", [this](const PatternNode& part) { return node(part); });
        for (const PatternRelationship& part : graph.relationships) text += " " + relationship(graph, part);
        for (const NamedPath& path : graph.paths) {
            text += " " + name(path.variable) + " = path of " +
                    join(path.nodes, ", ", [&](std::size_t i) { return name(graph.nodes[i].variable); });
            if (path.relationships.empty()) continue;
            text += " by " + join(path.relationships, ", ",
                                  [&](std::size_t i) { return name(graph.relationships[i].variable); });
        }
        if (!graph.conditions.empty()) text += " where " + exprs(graph.conditions);
        text += selector(graph.selector);
        if (!graph.after.empty()) text += " after that where " + exprs(graph.after);
        return text;
    }
};

}  // namespace

std::string describe(const Query& query) {
    return Describer(query.variables).query(query, "\n");
}

std::string describe(const Expr& expr, const std::vector<VariableInfo>& variables) {
    return std::visit(Describer(variables), expr.node);
}

}  // namespace confer::engine::typed
