// restrict: puts an admission's condition into every relationship that a query draws.
//
// (a)-[:USES]->(b) becomes (a)-[claim:USES WHERE …]->(b). As a condition, where a pattern can't name anything, it
// becomes EXISTS { MATCH … }. A procedure gets a list of all claims that count as its last argument.
#include <utility>

#include "question/admission.h"
#include "question/build_path.h"

namespace confer::engine::question {

namespace {

class Restricting {
public:
    explicit Restricting(const Admission& admission) : admission_(admission) {}

    void query(ast::Query& query) {
        for (ast::SingleQuery& part : query.parts) {
            const unsigned before = drawn_;
            for (ast::Clause& clause : part.clauses) std::visit(*this, clause.node);
            if (drawn_ == before) restrict_nodes(part);
        }
    }

    // ---- clauses
    void operator()(ast::Match& match) {
        for (ast::PathPattern& pattern : match.patterns) path(pattern);
        expr(match.where);
    }
    void operator()(ast::Unwind& unwind) { expr(unwind.list); }
    void operator()(ast::Filter& filter) { expr(filter.condition); }
    void operator()(ast::Let& let) {
        for (auto& [name, value] : let.bindings) expr(value);
    }
    void operator()(ast::For& loop) { expr(loop.list); }
    // The last argument of those that questions call.
    void operator()(ast::ProcedureCall& call) {
        ++drawn_;
        ast::RelationshipPattern any = relationship({}, ast::Direction::outgoing, "claim");
        call.arguments->push_back(each(question::path(node(), std::move(any), node()),
                                       admission_.condition("claim", false), variable("claim")));
    }
    void operator()(ast::Projection& projection) {
        for (ast::ProjectionItem& item : projection.items) expr(item.expr);
        for (ast::SortItem& item : projection.order_by) expr(item.expr);
        expr(projection.where);
    }
    // Questions change nothing.
    void operator()(ast::Create&) {}
    void operator()(ast::Merge&) {}
    void operator()(ast::Set&) {}
    void operator()(ast::Remove&) {}
    void operator()(ast::Delete&) {}

    // ---- expressions
    void operator()(ast::NullLiteral&) {}
    void operator()(ast::BooleanLiteral&) {}
    void operator()(ast::IntegerLiteral&) {}
    void operator()(ast::FloatLiteral&) {}
    void operator()(ast::StringLiteral&) {}
    void operator()(ast::Parameter&) {}
    void operator()(ast::Variable&) {}
    void operator()(ast::CountStar&) {}
    void operator()(ast::ListLiteral& node) { all(node.items); }
    void operator()(ast::MapLiteral& node) {
        for (auto& [key, value] : node.entries) expr(value);
    }
    void operator()(ast::Unary& node) { expr(node.operand); }
    void operator()(ast::Binary& node) {
        expr(node.left);
        expr(node.right);
    }
    void operator()(ast::Chain& node) { all(node.operands); }
    void operator()(ast::Comparison& node) { all(node.operands); }
    void operator()(ast::Property& node) { expr(node.object); }
    void operator()(ast::Index& node) {
        expr(node.object);
        expr(node.index);
    }
    void operator()(ast::Slice& node) {
        expr(node.object);
        expr(node.from);
        expr(node.to);
    }
    void operator()(ast::HasLabels& node) { expr(node.object); }
    void operator()(ast::FunctionCall& node) { all(node.arguments); }
    void operator()(ast::Case& node) {
        expr(node.subject);
        for (auto& [when, then] : node.branches) {
            expr(when);
            expr(then);
        }
        expr(node.otherwise);
    }
    void operator()(ast::ListComprehension& node) {
        expr(node.list);
        expr(node.where);
        expr(node.result);
    }
    void operator()(ast::Quantifier& node) {
        expr(node.list);
        expr(node.where);
    }
    void operator()(ast::Reduce& node) {
        expr(node.initial);
        expr(node.list);
        expr(node.body);
    }
    void operator()(ast::MapProjection& node) {
        for (ast::MapProjectionItem& item : node.items) expr(item.value);
    }
    void operator()(ast::PatternPredicate& node) { path(*node.pattern); }
    void operator()(ast::PatternComprehension& node) {
        path(*node.pattern);
        expr(node.where);
        expr(node.result);
    }
    void operator()(ast::ShortestPath& node) { path(*node.pattern); }
    void operator()(ast::Subquery& node) {
        // What it draws is its own; that it draws nothing doesn't make its nodes claims.
        for (ast::SingleQuery& part : node.query->parts) {
            for (ast::Clause& clause : part.clauses) std::visit(*this, clause.node);
        }
    }

private:
    void all(std::vector<ast::ExprPtr>& exprs) {
        for (ast::ExprPtr& each : exprs) expr(each);
    }

    void expr(ast::ExprPtr& each) {
        if (each == nullptr) return;
        std::visit(*this, each->node);
        if (auto* predicate = std::get_if<ast::PatternPredicate>(&each->node)) {
            each = exists(std::move(*predicate->pattern), nullptr);
        }
    }

    void path(ast::PathPattern& pattern) {
        for (ast::NodePattern& node : pattern.nodes) {
            expr(node.properties);
            expr(node.where);
        }
        for (ast::RelationshipPattern& relationship : pattern.relationships) {
            if (relationship.path != nullptr)
                path(*relationship.path);
            else
                claim(relationship);
        }
        expr(pattern.where);
    }

    void claim(ast::RelationshipPattern& relationship) {
        ++drawn_;
        if (!relationship.variable) {
            relationship.variable = ast::Name{"claim" + (drawn_ == 1 ? "" : std::to_string(drawn_)), {}};
        }
        relationship.where =
            all_of(make_list(std::move(relationship.where), admission_.condition(relationship.variable->text, false)));
    }

    void restrict_nodes(ast::SingleQuery& part) {
        for (ast::Clause& clause : part.clauses) {
            auto* match = std::get_if<ast::Match>(&clause.node);
            if (match == nullptr) continue;
            for (ast::PathPattern& pattern : match->patterns) {
                for (ast::NodePattern& node : pattern.nodes) {
                    if (!node.variable) continue;
                    node.where =
                        all_of(make_list(std::move(node.where), admission_.condition(node.variable->text, true)));
                }
            }
        }
    }

    const Admission& admission_;
    unsigned drawn_ = 0;
};

}  // namespace

void restrict(ast::Query& query, const Admission& admission) {
    Restricting(admission).query(query);
}

}  // namespace confer::engine::question
