#pragma once
// Planner: the state of one build(): the graph's statistics, the statement's variables, and one method for each
// clause. Clauses take the plan so far and give it back with something on top.
//
// Shapes     Scope says which variables the rows have at a point of the plan, and which more a Recall could fetch.
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "plan/build.h"
#include "plan/cardinality.h"
#include "plan/expr_tree.h"
#include "plan/join_order.h"
#include "plan/logical_plan.h"
#include "plan/rules.h"
#include "plan/var_set.h"

namespace confer::engine::plan {

struct Scope {
    VarSet available;  // columns of the rows
    VarSet frame;      // columns of the rows for which the enclosing subplan runs
};

// A condition that waits until its variables are bound.
struct Conjunct {
    typed::ExprPtr expr;
    VarSet needs;
};

struct PatternBuild;  // match.cpp

template <class Op, class... Inputs>
NodePtr make_node(double rows, Op op, Inputs... inputs) {
    auto node = std::make_unique<Node>();
    node->op = std::move(op);
    node->rows = rows;
    (node->inputs.push_back(std::move(inputs)), ...);
    return node;
}

class Planner {
public:
    Planner(const PropertyGraph& graph, std::vector<typed::VariableInfo>& variables, Rules rules,
            const RunLimits* limits = nullptr)
        : cardinality_(graph), variables_(variables), rules_(rules), limits_(limits) {}

    // The statement as a whole, and what stands inside EXISTS { } and COUNT { }; `columns` receives the variables of
    // its result. `frame`: the rows it runs for, or nullptr.
    NodePtr query(typed::Query query, const VarSet* frame, std::vector<VarId>& columns);

    // UNION of the plans of the query's parts.
    NodePtr unite(std::vector<NodePtr> plans, const typed::Query& query, std::vector<VarId>& columns);
    // A piece of a statement that writes: see build_step. `scope` receives the variables of its rows.
    NodePtr step(std::vector<typed::Clause> clauses, const std::vector<typed::ExprPtr*>& expressions,
                 const std::optional<IncomingRows>& incoming, Scope& scope);
    static NodePtr rows(const IncomingRows& incoming, std::size_t source);

    // Errors: interrupted, timeout, when one of them came while planning; what was built is no plan then.
    Result<void> outcome() const { return stopped_ ? Result<void>(*stopped_) : Result<void>(); }

private:
    // Whether there is time to go on. Asked before each clause and each step of a pattern.
    bool goes_on();

    // ---- clauses (build.cpp, projection.cpp, match.cpp)
    // `count`: where given, only the number of rows matters, and each stands for as many as it says (null: one).
    NodePtr single_query(typed::SingleQuery query, const VarSet* frame, typed::ExprPtr* count = nullptr);
    NodePtr clauses(NodePtr plan, Scope& scope, std::vector<typed::Clause> clauses, typed::ExprPtr* count);
    NodePtr unwind(NodePtr input, Scope& scope, typed::Unwind clause);
    NodePtr group_alike(NodePtr rows, std::vector<VarId>& columns);
    NodePtr procedure_call(NodePtr input, Scope& scope, typed::ProcedureCall clause);
    NodePtr projection(NodePtr input, Scope& scope, typed::Projection clause);
    NodePtr optional_match(NodePtr input, Scope& scope, typed::PatternGraph pattern);
    // `through`: relationships of the pattern that stand for two over a middle; see plan/rules/products.cpp.
    NodePtr match(NodePtr input, Scope& scope, typed::PatternGraph pattern, std::map<VarId, Through> through = {});

    // ---- counting.cpp
    // A match whose rows go into the projection's aggregates, and nowhere else.
    NodePtr aggregated_match(NodePtr input, Scope& scope, typed::PatternGraph pattern, typed::Projection& projection);
    // A match of which only `needed` is read, and how many rows there are: each stands for `count` (null: one).
    NodePtr counted_match(NodePtr input, Scope& scope, typed::PatternGraph pattern, VarSet needed,
                          typed::ExprPtr& count);

    // ---- projection.cpp
    NodePtr order_and_cut(NodePtr input, Scope& scope, typed::Projection& clause);
    NodePtr compute(NodePtr input, Scope& scope, std::vector<typed::Binding> bindings);

    // ---- expressions (subquery.cpp)
    // Makes `expr` computable on the rows: fetches what a projection dropped, and turns each subquery inside into a
    // subplan and a variable.
    NodePtr prepare(NodePtr input, Scope& scope, typed::ExprPtr& expr);
    NodePtr filter(NodePtr input, Scope& scope, typed::ExprPtr condition);
    NodePtr recall(NodePtr input, Scope& scope, const VarSet& needed);
    NodePtr lift(NodePtr input, Scope& scope, typed::ExprPtr& expr);
    NodePtr lift_subquery(NodePtr input, Scope& scope, typed::ExprPtr& expr);
    NodePtr lift_comprehension(NodePtr input, Scope& scope, typed::ExprPtr& expr);
    NodePtr lift_quantifier(NodePtr input, Scope& scope, typed::ExprPtr& expr);
    NodePtr lift_reduce(NodePtr input, Scope& scope, typed::ExprPtr& expr);
    // Its rows; in one that is counted, `result` afterwards says for how many each of them stands (null: one).
    NodePtr subplan(const Scope& scope, typed::Subquery& subquery);
    // Makes `expr` a plain variable, computing it first when it is something else.
    NodePtr name_it(NodePtr input, Scope& scope, typed::ExprPtr& expr);

    // ---- patterns (match.cpp, match_steps.cpp)
    NodePtr place(NodePtr input, Scope& scope, std::vector<Conjunct>& waiting);
    NodePtr component(NodePtr input, Scope& scope, PatternBuild& build, std::size_t index);
    NodePtr find_start(NodePtr input, Scope& scope, PatternBuild& build, std::size_t node);
    // The nodes that meet a condition EXISTS, if they are few (rules/existence.cpp); else null.
    NodePtr start_from_existence(PatternBuild& build, VarId node, double otherwise);
    NodePtr follow(NodePtr input, Scope& scope, PatternBuild& build, std::size_t relationship, bool forward,
                   double rows);
    NodePtr follow_through(NodePtr input, Scope& scope, PatternBuild& build, std::size_t relationship, bool forward,
                           double rows);
    NodePtr join(NodePtr left, Scope& scope, NodePtr right, const Scope& right_scope, const PatternBuild& build);
    static HashJoin join_keys(const Scope& left, const Scope& right, const PatternBuild& build);
    NodePtr keep_distinct(NodePtr input, Scope& scope, PatternBuild& build);
    NodePtr tell_apart(NodePtr input, Scope& scope, const std::vector<typed::PatternRelationship>& relationships,
                       std::size_t added, std::vector<std::size_t> others);
    typed::ExprPtr differ(const typed::PatternRelationship& one, const typed::PatternRelationship& other);
    JoinGraph join_graph(const Scope& scope, const PatternBuild& build, std::size_t index) const;
    std::vector<VarId> must_differ(const Scope& scope, PatternBuild& build, std::size_t relationship) const;
    // How many ways one turn has from a node.
    double turn_degree(const typed::PatternRelationship& relationship, const typed::LabelTest* from,
                       double from_count) const;
    const typed::LabelTest* known_labels(const typed::PatternNode& node) const;

    // ---- walks and shortest paths (match_paths.cpp)
    Walk walk(Scope& scope, PatternBuild& build, std::size_t relationship, bool forward);
    typed::ExprPtr for_each_turn(typed::Turn& turn, typed::ExprPtr condition);
    NodePtr turn_lists(NodePtr input, Scope& scope, const PatternBuild& build, std::size_t relationship);
    // By node: whether the search for a shortest path finds it.
    std::vector<bool> found_by_search(const Scope& scope, const PatternBuild& build) const;
    NodePtr search(NodePtr input, Scope& scope, PatternBuild& build);
    NodePtr select_paths(NodePtr input, Scope& scope, typed::PatternGraph pattern);

    VarId new_variable(ValueType type, std::string name = {});
    ValueType type_of(VarId variable) const { return variables_[variable].type; }
    typed::ExprPtr read(VarId variable) const { return make_variable(variable, type_of(variable)); }
    static Scope inside(const Scope& scope) { return {scope.available, scope.available}; }
    static NodePtr argument(const Scope& scope) { return make_node(1, Argument{scope.available.to_vector()}); }

    Cardinality cardinality_;
    std::vector<typed::VariableInfo>& variables_;
    Rules rules_;
    const RunLimits* limits_;  // may be null
    std::optional<Error> stopped_;
    std::map<VarId, typed::LabelTestPtr> labels_;  // of nodes bound so far
};

}  // namespace confer::engine::plan
