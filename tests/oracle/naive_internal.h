#pragma once
// The parts of the naive evaluator, which call each other all round.
#include <algorithm>
#include <functional>

#include "naive.h"
#include "random.h"

namespace confer::oracle {

// The rows that an aggregate runs over.
using Group = std::vector<const Row*>;

class Naive {
public:
    Naive(const World& world, const Row& parameters, unsigned order)
        : world_(world), parameters_(parameters), order_(order), random_(order) {}

    // ---- clauses.cpp. `outer`: what is visible around a subquery; empty for a statement.
    Expected run(const ast::Query& query, const Row& outer);
    std::size_t count_rows(const ast::Query& query, const Row& outer);

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

    Value property(const Value& holder, std::string_view key) const;
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
    Table match(const ast::Match& match, Table table);
    Table unwind(const ast::Unwind& unwind, Table table);
    Expected project(const ast::Projection& projection, const Table& table, const Row& outer, Rows* surroundings);
    Table pass_on(const ast::Projection& projection, const Table& table, const Row& outer);
    std::size_t row_count(const ast::ExprPtr& expr, std::size_t otherwise);

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

    const World& world_;
    const Row& parameters_;
    unsigned order_;
    Random random_;
    std::size_t steps_ = 0;
};

bool has_aggregate(const ast::Expr& expr);
// Calls `visit` for the expressions that `expr` is made of, those inside of patterns and subqueries left out.
void each_part(const ast::Expr& expr, const std::function<void(const ast::Expr&)>& visit);
bool is_aggregate(const std::string& function);

}  // namespace confer::oracle
