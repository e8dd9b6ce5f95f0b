// same: equality up to places and up to the numbers of variables that the expressions bind themselves:
// `[x IN xs | x]` written twice has two numbers for x, and is the same.
#include <algorithm>

#include "semantics/typed_query.h"
#include "value/compare.h"

namespace confer::engine::typed {

namespace {

class Sameness {
public:
    bool operator()(const ExprPtr& a, const ExprPtr& b) {
        if (a == nullptr || b == nullptr) return a == b;
        return (*this)(*a, *b);
    }

    bool operator()(const Expr& a, const Expr& b) {
        if (a.node.index() != b.node.index()) return false;
        return std::visit(
            [&](const auto& node) {
                using Node = std::decay_t<decltype(node)>;
                return equal(node, std::get<Node>(b.node));
            },
            a.node);
    }

private:
    std::vector<std::pair<VarId, VarId>> bound_;

    // Declares that a's own variable x is called y in b.
    bool bind(VarId x, VarId y) {
        bound_.emplace_back(x, y);
        return true;
    }
    bool equal(VarId x, VarId y) {
        const auto found = std::find_if(bound_.rbegin(), bound_.rend(),
                                        [&](const auto& pair) { return pair.first == x || pair.second == y; });
        return found == bound_.rend() ? x == y : found->first == x && found->second == y;
    }
    // The same variable of the surroundings, or one that each side binds here.
    bool meet(bool bound, VarId x, VarId y) { return bound ? equal(x, y) : equal(x, y) || bind(x, y); }

    template <class T, class Equal>
    bool all(const std::vector<T>& a, const std::vector<T>& b, Equal equal_parts) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(), equal_parts);
    }
    bool equal(const std::vector<ExprPtr>& a, const std::vector<ExprPtr>& b) { return all(a, b, std::ref(*this)); }
    template <class First>
    bool equal(const std::vector<std::pair<First, ExprPtr>>& a, const std::vector<std::pair<First, ExprPtr>>& b) {
        return all(a, b, [&](const auto& x, const auto& y) {
            if constexpr (std::is_same_v<First, ExprPtr>) {
                return (*this)(x.first, y.first) && (*this)(x.second, y.second);
            } else {
                return x.first == y.first && (*this)(x.second, y.second);
            }
        });
    }
    bool equal(const LabelTestPtr& a, const LabelTestPtr& b) {
        if (a == nullptr || b == nullptr) return a == b;
        return a->op == b->op && a->name == b->name &&
               all(a->parts, b->parts, [&](const auto& x, const auto& y) { return equal(x, y); });
    }

    bool equal(const Constant& a, const Constant& b) {
        return a.value.kind() == b.value.kind() && equivalent(a.value, b.value);
    }
    bool equal(const Parameter& a, const Parameter& b) { return a.name == b.name; }
    bool equal(const Variable& a, const Variable& b) { return equal(a.id, b.id); }
    bool equal(const Property& a, const Property& b) { return a.key == b.key && (*this)(a.object, b.object); }
    bool equal(const Operation& a, const Operation& b) {
        return a.op == b.op && a.from_open == b.from_open && a.to_open == b.to_open && equal(a.operands, b.operands);
    }
    bool equal(const Chain& a, const Chain& b) { return a.ops == b.ops && equal(a.operands, b.operands); }
    bool equal(const HasLabels& a, const HasLabels& b) { return equal(a.test, b.test) && (*this)(a.object, b.object); }
    bool equal(const Call& a, const Call& b) { return a.function == b.function && equal(a.arguments, b.arguments); }
    bool equal(const List& a, const List& b) { return equal(a.items, b.items); }
    bool equal(const Map& a, const Map& b) { return equal(a.entries, b.entries); }
    bool equal(const Case& a, const Case& b) {
        return (*this)(a.subject, b.subject) && equal(a.branches, b.branches) && (*this)(a.otherwise, b.otherwise);
    }
    bool equal(const ListComprehension& a, const ListComprehension& b) {
        return (*this)(a.list, b.list) && bind(a.variable, b.variable) && (*this)(a.where, b.where) &&
               (*this)(a.result, b.result);
    }
    bool equal(const Quantifier& a, const Quantifier& b) {
        return a.form == b.form && (*this)(a.list, b.list) && bind(a.variable, b.variable) && (*this)(a.where, b.where);
    }
    bool equal(const Reduce& a, const Reduce& b) {
        return (*this)(a.initial, b.initial) && (*this)(a.list, b.list) && bind(a.accumulator, b.accumulator) &&
               bind(a.variable, b.variable) && (*this)(a.body, b.body);
    }
    bool equal(const MapProjection& a, const MapProjection& b) {
        return a.all_properties == b.all_properties && (*this)(a.object, b.object) && equal(a.entries, b.entries);
    }
    bool equal(const Subquery& a, const Subquery& b) {
        if (a.form != b.form || (a.pattern == nullptr) != (b.pattern == nullptr) ||
            (a.query == nullptr) != (b.query == nullptr)) {
            return false;
        }
        return (a.pattern == nullptr || equal(*a.pattern, *b.pattern)) &&
               (a.query == nullptr || equal(*a.query, *b.query)) && (*this)(a.where, b.where) &&
               (*this)(a.result, b.result);
    }

    bool equal(const PatternNode& a, const PatternNode& b) {
        return a.bound == b.bound && meet(a.bound, a.variable, b.variable) && equal(a.labels, b.labels);
    }
    bool equal(const std::unique_ptr<Turn>& a, const std::unique_ptr<Turn>& b) {
        if (a == nullptr || b == nullptr) return a == b;
        return all(a->nodes, b->nodes, [&](VarId x, VarId y) { return meet(false, x, y); }) &&
               all(a->steps, b->steps,
                   [&](const Turn::Step& x, const Turn::Step& y) {
                       return x.towards == y.towards && equal(x.types, y.types) &&
                              meet(false, x.relationship, y.relationship);
                   }) &&
               equal(a->conditions, b->conditions) &&
               all(a->lists, b->lists, [&](const Turn::List& x, const Turn::List& y) {
                   return x.of_nodes == y.of_nodes && x.position == y.position && meet(false, x.list, y.list);
               });
    }
    bool equal(const std::optional<PathSelector>& a, const std::optional<PathSelector>& b) {
        if (!a || !b) return a.has_value() == b.has_value();
        return a->groups == b->groups && a->ends_differ == b->ends_differ && (*this)(a->count, b->count);
    }
    bool equal(const PatternRelationship& a, const PatternRelationship& b) {
        const auto hops = [](const PatternRelationship& r) {
            return r.hops ? std::optional(std::pair(r.hops->least, r.hops->most)) : std::nullopt;
        };
        return a.bound == b.bound && a.from == b.from && a.to == b.to && a.towards == b.towards && hops(a) == hops(b) &&
               meet(a.bound, a.variable, b.variable) && equal(a.types, b.types) && meet(false, a.each, b.each) &&
               equal(a.each_conditions, b.each_conditions) && equal(a.turn, b.turn) && equal(a.selector, b.selector);
    }
    bool equal(const PatternGraph& a, const PatternGraph& b) {
        const auto parts = [&](const auto& x, const auto& y) { return equal(x, y); };
        return all(a.nodes, b.nodes, parts) && all(a.relationships, b.relationships, parts) &&
               all(a.paths, b.paths,
                   [&](const NamedPath& x, const NamedPath& y) {
                       return x.nodes == y.nodes && x.relationships == y.relationships &&
                              meet(false, x.variable, y.variable);
                   }) &&
               equal(a.conditions, b.conditions) && equal(a.selector, b.selector) && equal(a.after, b.after);
    }
    bool equal(const std::vector<Binding>& a, const std::vector<Binding>& b) {
        return all(a, b, [&](const Binding& x, const Binding& y) {
            return (*this)(x.expr, y.expr) && meet(false, x.variable, y.variable);
        });
    }
    bool equal(const Match& a, const Match& b) { return a.optional == b.optional && equal(a.pattern, b.pattern); }
    bool equal(const Unwind& a, const Unwind& b) {
        return (*this)(a.list, b.list) && a.first == b.first && bind(a.variable, b.variable) &&
               bind(a.position, b.position);
    }
    bool equal(const ProcedureCall& a, const ProcedureCall& b) {
        return a.procedure == b.procedure && equal(a.arguments, b.arguments) &&
               all(a.yields, b.yields,
                   [&](const ProcedureCall::Yield& x, const ProcedureCall::Yield& y) {
                       return x.output == y.output && bind(x.variable, y.variable);
                   }) &&
               equal(a.conditions, b.conditions);
    }
    bool equal(const Projection& a, const Projection& b) {
        return a.aggregating == b.aggregating && a.distinct == b.distinct && equal(a.keys, b.keys) &&
               all(a.aggregates, b.aggregates,
                   [&](const AggregateCall& x, const AggregateCall& y) {
                       return x.function == y.function && x.distinct == y.distinct && equal(x.arguments, y.arguments) &&
                              bind(x.variable, y.variable);
                   }) &&
               equal(a.items, b.items) &&
               all(a.order_by, b.order_by,
                   [&](const SortKey& x, const SortKey& y) {
                       return x.descending == y.descending && (*this)(x.expr, y.expr);
                   }) &&
               (*this)(a.skip, b.skip) && (*this)(a.limit, b.limit) && (*this)(a.where, b.where);
    }
    bool equal(const Clause& a, const Clause& b) {
        if (a.node.index() != b.node.index()) return false;
        return std::visit([&](const auto& node) { return equal(node, std::get<std::decay_t<decltype(node)>>(b.node)); },
                          a.node);
    }
    bool equal(const Query& a, const Query& b) {
        return a.union_all == b.union_all && all(a.parts, b.parts, [&](const SingleQuery& x, const SingleQuery& y) {
                   return all(x.clauses, y.clauses, [&](const auto& c, const auto& d) { return equal(c, d); }) &&
                          all(x.columns, y.columns, [&](VarId c, VarId d) { return equal(c, d); });
               });
    }
};

}  // namespace

bool same(const Expr& a, const Expr& b) {
    return Sameness()(a, b);
}

}  // namespace confer::engine::typed
