#pragma once
// shape: an AST as fully parenthesised text, so that a test can see how a statement was understood.
//
// Operators stand before their operands, as in (+ 1 (* 2 3)); absent parts are left out. Spans are not shown.
#include <catch2/catch.hpp>
#include <sstream>
#include <string>

#include "syntax/ast_clause.h"
#include "syntax/parse.h"

namespace confer::test {

namespace ast = engine::ast;

class Shape {
public:
    static std::string of(const ast::Query& query) {
        Shape shape;
        shape.add(query);
        return shape.out_.str();
    }
    static std::string of(const ast::Expr& expr) {
        Shape shape;
        shape.add(expr);
        return shape.out_.str();
    }

private:
    void add(const ast::Query& query) {
        for (std::size_t i = 0; i < query.parts.size(); ++i) {
            if (i > 0) out_ << (query.union_all[i - 1] ? " union-all " : " union ");
            for (const ast::Clause& clause : query.parts[i].clauses) {
                if (&clause != &query.parts[i].clauses.front()) out_ << ' ';
                std::visit([&](const auto& node) { add(node); }, clause.node);
            }
        }
    }

    void add(const ast::Match& match) {
        out_ << (match.optional ? "(optional-match" : "(match");
        for (const ast::PathPattern& pattern : match.patterns) {
            out_ << ' ';
            add(pattern);
        }
        part(" where", match.where);
        out_ << ')';
    }
    void add(const ast::Unwind& unwind) {
        out_ << "(unwind";
        part("", unwind.list);
        out_ << " as " << unwind.variable.text << ')';
    }
    void add(const ast::Filter& filter) {
        out_ << "(filter";
        part("", filter.condition);
        out_ << ')';
    }
    void add(const ast::Let& let) {
        out_ << "(let";
        for (const auto& [name, value] : let.bindings) {
            out_ << ' ' << name.text;
            part("", value);
        }
        out_ << ')';
    }
    void add(const ast::For& loop) {
        out_ << "(for " << loop.variable.text;
        part("", loop.list);
        if (loop.counting == ast::For::Counting::from_one) out_ << " from-one " << loop.position.text;
        if (loop.counting == ast::For::Counting::from_zero) out_ << " from-zero " << loop.position.text;
        out_ << ')';
    }
    void add(const ast::ProcedureCall& call) {
        out_ << "(call " << call.procedure.text;
        if (!call.arguments) out_ << " implicit";
        if (call.arguments)
            for (const ast::ExprPtr& argument : *call.arguments) part("", argument);
        if (call.yields_all) out_ << " yield *";
        if (call.yields) out_ << " yield";
        if (call.yields)
            for (const ast::YieldItem& item : *call.yields)
                out_ << ' ' << item.output.text << (item.alias ? " as " + item.alias->text : "");
        part(" where", call.where);
        out_ << ')';
    }
    void add(const ast::Projection& projection) {
        out_ << (projection.is_return ? "(return" : "(with") << (projection.distinct ? " distinct" : "")
             << (projection.all ? " *" : "");
        for (const ast::ProjectionItem& item : projection.items) {
            part("", item.expr);
            if (item.alias)
                out_ << " as " << item.alias->text;
            else
                out_ << " \"" << item.text << '"';
        }
        for (const ast::SortItem& item : projection.order_by) part(item.descending ? " down" : " up", item.expr);
        part(" skip", projection.skip);
        part(" limit", projection.limit);
        part(" where", projection.where);
        out_ << ')';
    }

    void add(const ast::Create& create) {
        out_ << "(create";
        for (const ast::PathPattern& pattern : create.patterns) {
            out_ << ' ';
            add(pattern);
        }
        out_ << ')';
    }
    void add(const ast::Merge& merge) {
        out_ << "(merge ";
        add(merge.pattern);
        for (const ast::MergeAction& action : merge.actions) {
            out_ << (action.on_create ? " on-create" : " on-match");
            add(action.items);
        }
        out_ << ')';
    }
    void add(const ast::Set& set) {
        out_ << "(set";
        add(set.items);
        out_ << ')';
    }
    void add(const ast::Remove& remove) {
        out_ << "(remove";
        add(remove.items);
        out_ << ')';
    }
    void add(const ast::Delete& clause) {
        out_ << (clause.detach ? "(detach-delete" : "(delete");
        for (const ast::ExprPtr& target : clause.targets) part("", target);
        out_ << ')';
    }
    void add(const std::vector<ast::UpdateItem>& items) {
        using Form = ast::UpdateItem::Form;
        for (const ast::UpdateItem& item : items) {
            part("", item.target);
            if (item.form == Form::property) out_ << '.' << item.key.text;
            for (const ast::Name& label : item.labels) out_ << " :" << label.text;
            if (item.form == Form::replace) out_ << " all";
            if (item.form == Form::add) out_ << " add";
            part("", item.value);
        }
    }

    void add(const ast::PathPattern& pattern) {
        if (pattern.variable) out_ << pattern.variable->text << '=';
        if (pattern.selector) {
            using Form = ast::PathSelector::Form;
            const Form form = pattern.selector->form;
            out_ << (form == Form::any               ? "any"
                     : form == Form::any_shortest    ? "any-shortest"
                     : form == Form::all_shortest    ? "all-shortest"
                     : form == Form::shortest        ? "shortest"
                     : form == Form::shortest_groups ? "shortest-groups"
                     : form == Form::shortest_path   ? "shortestPath"
                                                     : "allShortestPaths");
            part("", pattern.selector->count);
            out_ << ' ';
        }
        path(pattern);
        part(" where", pattern.where);
    }
    void path(const ast::PathPattern& pattern) {
        for (std::size_t i = 0; i < pattern.nodes.size(); ++i) {
            if (i > 0) add(pattern.relationships[i - 1]);
            const ast::NodePattern& node = pattern.nodes[i];
            out_ << '<' << (node.variable ? node.variable->text : "");
            if (node.labels) labels(" :", *node.labels);
            part("", node.properties);
            part(" where", node.where);
            out_ << '>';
        }
    }
    void add(const ast::RelationshipPattern& relationship) {
        if (relationship.path) {
            out_ << '(';
            add(*relationship.path);
            out_ << ')';
            hops(relationship);
            return;
        }
        const bool in = relationship.direction == ast::Direction::incoming;
        const bool out = relationship.direction == ast::Direction::outgoing;
        out_ << (in ? "<-" : "-") << '[' << (relationship.variable ? relationship.variable->text : "");
        if (relationship.types) labels(" :", *relationship.types);
        if (relationship.hops && !relationship.hops->quantifier) hops(relationship);
        part("", relationship.properties);
        part(" where", relationship.where);
        out_ << ']' << (out ? "->" : "-");
        if (relationship.hops && relationship.hops->quantifier) hops(relationship);
    }
    void hops(const ast::RelationshipPattern& relationship) {
        out_ << (relationship.hops->quantifier ? "{" : " hops");
        bound(relationship.hops->least);
        bound(relationship.hops->most);
        if (relationship.hops->quantifier) out_ << '}';
    }
    void bound(const std::optional<std::int64_t>& bound) {
        out_ << ' ';
        if (bound)
            out_ << *bound;
        else
            out_ << '_';
    }
    void labels(const char* before, const ast::LabelExpr& labels_) {
        out_ << before;
        switch (labels_.op) {
            case ast::LabelOp::name:
                out_ << labels_.name;
                return;
            case ast::LabelOp::any:
                out_ << '%';
                return;
            case ast::LabelOp::negation:
                out_ << "(!";
                break;
            case ast::LabelOp::conjunction:
                out_ << "(&";
                break;
            case ast::LabelOp::disjunction:
                out_ << "(|";
                break;
        }
        for (const ast::LabelExprPtr& one : labels_.parts) labels(" ", *one);
        out_ << ')';
    }

    void part(const char* before, const ast::ExprPtr& expr) {
        if (!expr) return;
        out_ << before << ' ';
        add(*expr);
    }
    void parts(const std::vector<ast::ExprPtr>& exprs) {
        for (const ast::ExprPtr& expr : exprs) part("", expr);
    }
    void call(const std::string& name, const std::vector<ast::ExprPtr>& exprs) {
        out_ << '(' << name;
        parts(exprs);
        out_ << ')';
    }

    void add(const ast::Expr& expr) {
        std::visit([&](const auto& node) { add(node); }, expr.node);
    }
    void add(const ast::NullLiteral&) { out_ << "null"; }
    void add(const ast::BooleanLiteral& node) { out_ << (node.value ? "true" : "false"); }
    void add(const ast::IntegerLiteral& node) { out_ << node.value; }
    void add(const ast::FloatLiteral& node) { out_ << node.value << 'f'; }
    void add(const ast::StringLiteral& node) { out_ << '"' << node.value << '"'; }
    void add(const ast::ListLiteral& node) { call("list", node.items); }
    void add(const ast::MapLiteral& node) {
        out_ << "(map";
        for (const auto& [key, value] : node.entries) part((" " + key.text + ":").c_str(), value);
        out_ << ')';
    }
    void add(const ast::Parameter& node) { out_ << '$' << node.name; }
    void add(const ast::Variable& node) { out_ << node.name; }
    void add(const ast::Unary& node) {
        constexpr const char* names[] = {"not", "plus", "minus", "is-null", "is-not-null"};
        out_ << '(' << names[static_cast<int>(node.op)];
        part("", node.operand);
        out_ << ')';
    }
    void add(const ast::Binary& node) {
        constexpr const char* names[] = {"or", "xor", "and", "+",           "-",         "*",        "/",
                                         "%",  "^",   "in",  "starts-with", "ends-with", "contains", "=~"};
        out_ << '(' << names[static_cast<int>(node.op)];
        part("", node.left);
        part("", node.right);
        out_ << ')';
    }
    void add(const ast::Chain& node) {
        constexpr const char* names[] = {"+", "-", "*", "/", "%", "^"};
        out_ << "(chain";
        part("", node.operands.front());
        for (std::size_t i = 0; i < node.ops.size(); ++i) {
            out_ << ' ' << names[static_cast<int>(node.ops[i]) - static_cast<int>(ast::BinaryOp::add)];
            part("", node.operands[i + 1]);
        }
        out_ << ')';
    }
    void add(const ast::Comparison& node) {
        constexpr const char* names[] = {"=", "<>", "<", "<=", ">", ">="};
        out_ << '(';
        for (std::size_t i = 0; i < node.operands.size(); ++i) {
            if (i > 0) out_ << ' ' << names[static_cast<int>(node.ops[i - 1])] << ' ';
            add(*node.operands[i]);
        }
        out_ << ')';
    }
    void add(const ast::Property& node) {
        out_ << "(. ";
        add(*node.object);
        out_ << ' ' << node.key.text << ')';
    }
    void add(const ast::Index& node) {
        out_ << "(at";
        part("", node.object);
        part("", node.index);
        out_ << ')';
    }
    void add(const ast::Slice& node) {
        out_ << "(slice";
        part("", node.object);
        part(" from", node.from);
        part(" to", node.to);
        out_ << ')';
    }
    void add(const ast::HasLabels& node) {
        out_ << "(is ";
        add(*node.object);
        labels(" ", *node.labels);
        out_ << ')';
    }
    void add(const ast::FunctionCall& node) {
        call(node.name.text + "()" + (node.distinct ? " distinct" : ""), node.arguments);
    }
    void add(const ast::CountStar&) { out_ << "(count *)"; }
    void add(const ast::Case& node) {
        out_ << "(case";
        part("", node.subject);
        for (const auto& [condition, result] : node.branches) {
            part(" when", condition);
            part(" then", result);
        }
        part(" else", node.otherwise);
        out_ << ')';
    }
    void add(const ast::ListComprehension& node) {
        out_ << "(each " << node.variable.text;
        part(" in", node.list);
        part(" where", node.where);
        part(" give", node.result);
        out_ << ')';
    }
    void add(const ast::Quantifier& node) {
        constexpr const char* names[] = {"(all ", "(any ", "(none ", "(single "};
        out_ << names[static_cast<int>(node.kind)] << node.variable.text;
        part(" in", node.list);
        part(" where", node.where);
        out_ << ')';
    }
    void add(const ast::Reduce& node) {
        out_ << "(reduce " << node.accumulator.text;
        part(" =", node.initial);
        out_ << ' ' << node.variable.text;
        part(" in", node.list);
        part(" give", node.body);
        out_ << ')';
    }
    void add(const ast::MapProjection& node) {
        using Form = ast::MapProjectionItem::Form;
        out_ << "(project " << node.variable.text;
        for (const ast::MapProjectionItem& item : node.items) {
            switch (item.form) {
                case Form::property:
                    out_ << " ." << item.name.text;
                    break;
                case Form::all_properties:
                    out_ << " .*";
                    break;
                case Form::variable:
                    out_ << ' ' << item.name.text;
                    break;
                case Form::entry:
                    part((" " + item.name.text + ":").c_str(), item.value);
                    break;
            }
        }
        out_ << ')';
    }
    void add(const ast::PatternPredicate& node) {
        out_ << "(there-is ";
        add(*node.pattern);
        out_ << ')';
    }
    void add(const ast::ShortestPath& node) { add(*node.pattern); }
    void add(const ast::PatternComprehension& node) {
        out_ << "(each-match " << (node.variable ? node.variable->text + "=" : "");
        add(*node.pattern);
        part(" where", node.where);
        part(" give", node.result);
        out_ << ')';
    }
    void add(const ast::Subquery& node) {
        out_ << (node.kind == ast::SubqueryKind::exists ? "(exists " : "(count ");
        add(*node.query);
        out_ << ')';
    }

    std::ostringstream out_;
};

// The query of a statement that must be a pattern.
inline ast::Query query_of(std::string_view text) {
    engine::Result<ast::Statement> statement = engine::syntax::parse(text);
    if (!statement) FAIL(engine::render(statement.error(), text));
    REQUIRE(std::holds_alternative<ast::Query>(statement.value().body));
    return std::get<ast::Query>(std::move(statement).value().body);
}

inline std::string shape(std::string_view statement) {
    return Shape::of(query_of(statement));
}

// How an expression is understood: that of `RETURN expression AS x`.
inline std::string expr_shape(const std::string& expr) {
    const ast::Query query = query_of("RETURN " + expr + " AS x");
    return Shape::of(*std::get<ast::Projection>(query.parts[0].clauses[0].node).items[0].expr);
}

// What a person sees instead of an answer.
inline std::string error_of(std::string_view text) {
    const engine::Result<ast::Statement> statement = engine::syntax::parse(text);
    if (statement) return "no error";
    return engine::render(statement.error(), text);
}

}  // namespace confer::test
