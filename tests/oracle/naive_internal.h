#pragma once
// The parts of the naive evaluator, which call each other all round.
#include <algorithm>
#include <functional>
#include <set>

#include "naive.h"
#include "random.h"

namespace confer::oracle {

// The rows that an aggregate runs over.
using Group = std::vector<const Row*>;

class Naive {
public:
    // `writes`: whether the statement does; numbers of nodes and relationships then mean nothing.
    Naive(World& world, const Row& parameters, unsigned order, bool writes)
        : world_(world), parameters_(parameters), order_(order), writes_(writes), random_(order) {}

    // ---- clauses.cpp. `outer`: what is visible around a subquery; empty for a statement.
    Expected run(const ast::Query& query, const Row& outer);

    // ---- updates.cpp: no relationship may lead to a node that was deleted.
    void check_ends() const;

    // ---- expressions.cpp
    Value evaluate(const ast::Expr& expr, const Row& row, const Group* group = nullptr);
    bool holds(const ast::Expr& condition, const Row& row, const Group* group = nullptr);

    // ---- matching.cpp: calls `found` with `row` and what the pattern adds to it, for each match.
    struct Path {
        const ast::PathPattern* pattern;
        const std::optional<ast::Name>* name;
    };
    void match(const std::vector<Path>& paths, const Row& row, const std::function<void(const Row&)>& found);
    bool has_labels(const ast::LabelExpr& labels, const Value& value) const;
    // Conditions of a pattern's node or relationship, for what is there.
    bool properties_fit(const ast::ExprPtr& properties, const Value& owner, const Row& row);

    Value property(const Value& holder, std::string_view key) const;
    const Properties& properties_of(const Value& element) const;
    const World& world() const { return world_; }
    void count_step() {
        if (++steps_ > 50'000) throw TooMuch{};
    }

private:
    struct Table {
        std::vector<std::string> names;  // alphabetical
        Rows rows;
    };
    Expected run(const ast::SingleQuery& query, const Row& outer);
    Table pass(const ast::Clause& clause, Table table, const Row& outer);
    Table match(const ast::Match& match, Table table);
    // Each row once for each element, which is called `element`; its place, counted from `first`, is called `position`.
    Table unwind(const ast::Expr& list, const std::string& element, const std::string* position, std::int64_t first,
                 Table table);
    Table unwind(const ast::For& loop, Table table);
    Table filter(const ast::Expr& condition, Table table);
    Table let(const ast::Let& let, Table table);
    Table call(const ast::ProcedureCall& call, Table table, bool alone);
    Expected project(const ast::Projection& projection, const Table& table, const Row& outer, Rows* surroundings);
    Table pass_on(const ast::Projection& projection, const Table& table, const Row& outer);
    std::size_t row_count(const ast::ExprPtr& expr, std::size_t otherwise);
    // For comparing by more than equality.
    void check_order(const Value& value) const;

    // ---- updates.cpp
    Table create(const ast::Create& create, Table table);
    Table merge(const ast::Merge& merge, Table table);
    void set(const std::vector<ast::UpdateItem>& items, const Row& row);
    void remove(const std::vector<ast::UpdateItem>& items, const Table& table);
    void destroy(const ast::Delete& clause, const Table& table);
    using Given = std::vector<Properties>;
    Given given_properties(const std::vector<const ast::PathPattern*>& paths, const Row& row);
    void draw(const std::vector<const ast::PathPattern*>& paths, const Given& given, Row& row);
    Value draw_node(const ast::NodePattern& pattern, const Properties& properties, Row& row);
    void give_all(const Value& element, const Properties& properties);
    void give(const Value& element, const std::string& key, const Value& value);

    // For rows whose order the language leaves open.
    template <class Items>
    void rearrange(Items& items) {
        if (order_ == 1) std::reverse(items.begin(), items.end());
        if (order_ < 2) return;
        for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[random_.below(i)]);
    }

    Value call(const ast::FunctionCall& call, const Row& row, const Group* group);
    Value aggregate(const ast::FunctionCall& call, const Group& group);
    Value unary(const ast::Unary& unary, const Row& row, const Group* group);
    Value binary(const ast::Binary& binary, const Row& row, const Group* group);
    Value index(const Value& object, const Value& index) const;
    Value slice(const ast::Slice& slice, const Row& row, const Group* group);
    Value choose(const ast::Case& choice, const Row& row, const Group* group);
    Value quantify(const ast::Quantifier& quantifier, const Row& row, const Group* group);
    Value map_projection(const ast::MapProjection& projection, const Row& row, const Group* group);
    Value comprehend(const ast::PatternComprehension& comprehension, const Row& row);
    Value shortest_path(const ast::PathPattern& pattern, const Row& row);
    Value subquery(const ast::Subquery& subquery, const Row& row);

    World& world_;
    const Row& parameters_;
    unsigned order_;
    bool writes_;
    Random random_;
    std::size_t steps_ = 0;
};

bool has_aggregate(const ast::Expr& expr);
// Calls `visit` for the expressions that `expr` is made of, those inside of patterns and subqueries left out.
void each_part(const ast::Expr& expr, const std::function<void(const ast::Expr&)>& visit);
bool is_aggregate(const std::string& function);
// All names that a pattern gives something.
void add_names(const ast::PathPattern& path, std::set<std::string>& names);

}  // namespace confer::oracle
