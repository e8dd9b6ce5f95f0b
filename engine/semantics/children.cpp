#include "semantics/children.h"

#include "semantics/typed_query.h"

namespace confer::engine::typed {

namespace {

struct Children {
    const std::function<void(ExprPtr&)>& visit;

    void one(ExprPtr& child) const {
        if (child != nullptr) visit(child);
    }
    void all(std::vector<ExprPtr>& children) const {
        for (ExprPtr& child : children) one(child);
    }

    void operator()(Constant&) const {}
    void operator()(Parameter&) const {}
    void operator()(Variable&) const {}
    void operator()(Subquery&) const {}
    void operator()(Property& node) const { one(node.object); }
    void operator()(HasLabels& node) const { one(node.object); }
    void operator()(Operation& node) const { all(node.operands); }
    void operator()(Chain& node) const { all(node.operands); }
    void operator()(Call& node) const { all(node.arguments); }
    void operator()(List& node) const { all(node.items); }
    void operator()(Map& node) const {
        for (auto& [key, value] : node.entries) one(value);
    }
    void operator()(Case& node) const {
        one(node.subject);
        for (auto& [when, then] : node.branches) {
            one(when);
            one(then);
        }
        one(node.otherwise);
    }
    void operator()(ListComprehension& node) const {
        one(node.list);
        one(node.where);
        one(node.result);
    }
    void operator()(Quantifier& node) const {
        one(node.list);
        one(node.where);
    }
    void operator()(Reduce& node) const {
        one(node.initial);
        one(node.list);
        one(node.body);
    }
    void operator()(MapProjection& node) const {
        one(node.object);
        for (auto& [key, value] : node.entries) one(value);
    }
};

}  // namespace

void each_child(Expr& expr, const std::function<void(ExprPtr&)>& visit) {
    std::visit(Children{visit}, expr.node);
}

void each_child(const Expr& expr, const std::function<void(const Expr&)>& visit) {
    // The walk itself changes nothing, and the visitor sees constants only.
    each_child(const_cast<Expr&>(expr), [&visit](ExprPtr& child) { visit(*child); });
}

bool any_part(const Expr& expr, const std::function<bool(const Expr&)>& accepts) {
    if (accepts(expr)) return true;
    bool found = false;
    each_child(expr, [&](const Expr& child) { found = found || any_part(child, accepts); });
    return found;
}

}  // namespace confer::engine::typed
