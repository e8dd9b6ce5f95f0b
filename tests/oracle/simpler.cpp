// A statement with one part less: all the ways to leave something out are counted, and one is taken.
#include <algorithm>

#include "naive.h"
#include "shrink.h"
#include "syntax/parse.h"
#include "syntax/unparse.h"

namespace confer::oracle {
namespace {

class Simplifier {
public:
    explicit Simplifier(std::size_t which) : left_(which) {}
    bool done() const { return done_; }

    void query(ast::Query& query) {
        for (std::size_t i = 0; query.parts.size() > 1 && i < query.parts.size(); ++i) {
            offer([&] {
                erase(query.parts, i);
                query.union_all.erase(query.union_all.begin() + static_cast<std::ptrdiff_t>(i == 0 ? 0 : i - 1));
            });
            if (done_) return;
        }
        for (ast::SingleQuery& part : query.parts) single(part);
    }

private:
    template <class Change>
    void offer(const Change& change) {
        if (done_ || left_-- > 0) return;
        done_ = true;
        change();
    }
    template <class Items>
    static void erase(Items& items, std::size_t place) {
        items.erase(items.begin() + static_cast<std::ptrdiff_t>(place));
    }
    template <class Items>
    void one_less(Items& items, std::size_t least) {
        for (std::size_t i = 0; !done_ && items.size() > least && i < items.size(); ++i)
            offer([&] { erase(items, i); });
    }
    template <class Part>
    void drop(Part& part) {
        if (part) offer([&] { part = {}; });
    }
    void flag(bool& set) {
        if (set) offer([&] { set = false; });
    }

    void single(ast::SingleQuery& query) {
        one_less(query.clauses, 1);
        for (ast::Clause& clause : query.clauses) {
            if (done_) return;
            std::visit([&](auto& part) { this->clause(part); }, clause.node);
        }
    }

    void clause(ast::Match& match) {
        flag(match.optional);
        one_less(match.patterns, 1);
        drop(match.where);
        for (ast::PathPattern& pattern : match.patterns) path(pattern);
        expr(match.where);
    }
    void clause(ast::Unwind& unwind) { expr(unwind.list); }
    void clause(ast::Filter& filter) { expr(filter.condition); }
    void clause(ast::Let& let) {
        one_less(let.bindings, 1);
        for (auto& binding : let.bindings) expr(binding.second);
    }
    void clause(ast::For& loop) {
        if (loop.counting != ast::For::Counting::none) offer([&] { loop.counting = ast::For::Counting::none; });
        expr(loop.list);
    }
    void clause(ast::ProcedureCall& call) {
        drop(call.where);
        if (call.yields) one_less(*call.yields, 1);
        if (call.arguments) {
            for (ast::ExprPtr& argument : *call.arguments) expr(argument);
        }
        expr(call.where);
    }
    void clause(ast::Projection& made) { projection(made); }
    void clause(ast::Create& create) {
        one_less(create.patterns, 1);
        for (ast::PathPattern& pattern : create.patterns) path(pattern);
    }
    void clause(ast::Merge& merge) {
        one_less(merge.actions, 0);
        for (ast::MergeAction& action : merge.actions) updates(action.items);
        path(merge.pattern);
    }
    void clause(ast::Set& set) { updates(set.items); }
    void clause(ast::Remove& remove) { updates(remove.items); }
    void clause(ast::Delete& destroy) {
        flag(destroy.detach);
        one_less(destroy.targets, 1);
    }
    void updates(std::vector<ast::UpdateItem>& items) {
        one_less(items, 1);
        for (ast::UpdateItem& item : items) {
            one_less(item.labels, 1);
            expr(item.value);
        }
    }

    void projection(ast::Projection& made) {
        flag(made.distinct);
        one_less(made.items, made.all ? 0 : 1);
        one_less(made.order_by, 0);
        drop(made.skip);
        drop(made.limit);
        drop(made.where);
        for (ast::ProjectionItem& item : made.items) {
            if (!done_) expr(item.expr);
            if (!item.alias) item.text = "x";
        }
        for (ast::SortItem& key : made.order_by) {
            flag(key.descending);
            expr(key.expr);
        }
        expr(made.where);
    }

    void path(ast::PathPattern& path) {
        if (done_) return;
        if (!path.relationships.empty()) {
            offer([&] {
                path.relationships.pop_back();
                path.nodes.pop_back();
            });
            offer([&] {
                erase(path.relationships, 0);
                erase(path.nodes, 0);
            });
        }
        drop(path.variable);
        drop(path.selector);
        drop(path.where);
        expr(path.where);
        for (ast::NodePattern& node : path.nodes) {
            drop(node.labels);
            drop(node.properties);
            drop(node.where);
            drop(node.variable);
            expr(node.where);
        }
        for (ast::RelationshipPattern& relationship : path.relationships) {
            drop(relationship.types);
            drop(relationship.properties);
            drop(relationship.where);
            drop(relationship.variable);
            if (relationship.path != nullptr) {
                this->path(*relationship.path);
                continue;
            }
            drop(relationship.hops);
            if (relationship.direction != ast::Direction::outgoing)
                offer([&] { relationship.direction = ast::Direction::outgoing; });
            expr(relationship.where);
        }
    }

    // A part in place of the whole, then the parts.
    void expr(ast::ExprPtr& whole) {
        if (done_ || whole == nullptr) return;
        const auto part = [&](ast::ExprPtr& child) {
            if (child != nullptr) offer([&] { whole = ast::ExprPtr(std::move(child)); });
            if (!done_) expr(child);
        };
        if (auto* list = std::get_if<ast::ListLiteral>(&whole->node)) {
            one_less(list->items, 0);
            for (auto& item : list->items) {
                part(item);
                if (done_) return;
            }
        } else if (auto* map = std::get_if<ast::MapLiteral>(&whole->node)) {
            one_less(map->entries, 0);
        } else if (auto* unary = std::get_if<ast::Unary>(&whole->node)) {
            part(unary->operand);
        } else if (auto* binary = std::get_if<ast::Binary>(&whole->node)) {
            part(binary->left);
            if (!done_) part(binary->right);
        } else if (auto* comparison = std::get_if<ast::Comparison>(&whole->node)) {
            if (comparison->ops.size() > 1) {
                offer([&] {
                    comparison->ops.pop_back();
                    comparison->operands.pop_back();
                });
            }
            for (auto& operand : comparison->operands) {
                if (!done_) expr(operand);
            }
        } else if (auto* property = std::get_if<ast::Property>(&whole->node)) {
            part(property->object);
        } else if (auto* index = std::get_if<ast::Index>(&whole->node)) {
            part(index->object);
        } else if (auto* slice = std::get_if<ast::Slice>(&whole->node)) {
            part(slice->object);
        } else if (auto* call = std::get_if<ast::FunctionCall>(&whole->node)) {
            flag(call->distinct);
            for (auto& argument : call->arguments) {
                if (done_) return;
                part(argument);
            }
        } else if (auto* choice = std::get_if<ast::Case>(&whole->node)) {
            if (choice->otherwise != nullptr) part(choice->otherwise);
            if (!done_ && !choice->branches.empty()) part(choice->branches.front().second);
        } else if (auto* comprehension = std::get_if<ast::ListComprehension>(&whole->node)) {
            part(comprehension->list);
        } else if (auto* quantifier = std::get_if<ast::Quantifier>(&whole->node)) {
            expr(quantifier->list);
        } else if (auto* predicate = std::get_if<ast::PatternPredicate>(&whole->node)) {
            if (predicate->pattern->relationships.size() > 1) path(*predicate->pattern);
        } else if (auto* pattern = std::get_if<ast::PatternComprehension>(&whole->node)) {
            drop(pattern->where);
            if (!done_) path(*pattern->pattern);
        } else if (auto* shortest = std::get_if<ast::ShortestPath>(&whole->node)) {
            path(*shortest->pattern);
        } else if (auto* subquery = std::get_if<ast::Subquery>(&whole->node)) {
            query(*subquery->query);
        }
        if (done_ || whole == nullptr || std::holds_alternative<ast::IntegerLiteral>(whole->node)) return;
        offer([&] {
            whole = std::make_unique<ast::Expr>();
            whole->node = ast::IntegerLiteral{1};
        });
    }

    std::size_t left_;
    bool done_ = false;
};

}  // namespace

std::string simpler(const std::string& statement, std::size_t which) {
    auto parsed = engine::syntax::parse(statement);
    if (!parsed) return {};
    auto& query = std::get<ast::Query>(parsed.value().body);
    Simplifier simplifier(which);
    simplifier.query(query);
    return simplifier.done() ? engine::syntax::unparse(query) : std::string();
}

}  // namespace confer::oracle
