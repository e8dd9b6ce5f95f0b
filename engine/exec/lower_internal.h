#pragma once
// Lowering: the state of one lower(): which plan, onto which graph; one method for each kind of plan node.
//
// Shapes     Lowered::layout says where the operator's rows have their variables; variables that nobody above needs
//            may be absent. Inside a subplan the tag (exec/operator.h) is a variable of its own, always there.
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "exec/layout.h"
#include "exec/operator.h"
#include "exec/ops/cut.h"
#include "exec/ops/expand.h"
#include "exec/ops/sort_rows.h"
#include "exec/ops/walk_steps.h"
#include "exec/ops/way_counter.h"
#include "exec/profile.h"
#include "exec/query.h"
#include "plan/logical_plan.h"
#include "plan/var_set.h"

namespace confer::engine::exec {

struct Lowered {
    OperatorPtr op;
    Layout layout;
};

// What a subplan runs for.
struct FrameLayout {
    const Layout* outer;
    typed::VarId tag;
};

// The columns that an operator copies to its output, and the layout that begins with them.
struct Carried {
    Layout layout;
    std::vector<Carry> columns;
};

class Lowering {
public:
    Lowering(const plan::Plan& plan, const PropertyGraph& graph, const std::vector<RowSet>* sources, Profile* profile)
        : plan_(plan),
          graph_(graph),
          sources_(sources),
          profile_(profile),
          next_tag_(static_cast<typed::VarId>(plan.variables.size())) {}

    // `frame`: of the subplan that the node is in and whose rows it works on, or nullptr.
    Result<Lowered> lower(const plan::Node& node, const FrameLayout* frame);

private:
    // ---- lower.cpp
    Result<Lowered> lower_op(const plan::SingleRow& op, const plan::Node& node, const FrameLayout* frame);
    Result<Lowered> lower_op(const plan::Argument& op, const plan::Node& node, const FrameLayout* frame);
    Result<Lowered> lower_op(const plan::Rows& op, const plan::Node& node, const FrameLayout* frame);
    Result<Lowered> lower_op(const plan::Filter& op, const plan::Node& node, const FrameLayout* frame);
    Result<Lowered> lower_op(const plan::Compute& op, const plan::Node& node, const FrameLayout* frame);
    Result<Lowered> lower_op(const plan::Recall& op, const plan::Node& node, const FrameLayout* frame);
    Result<Lowered> lower_op(const plan::Aggregate& op, const plan::Node& node, const FrameLayout* frame);
    Result<Lowered> lower_op(const plan::Distinct& op, const plan::Node& node, const FrameLayout* frame);
    Result<Lowered> lower_op(const plan::Sort& op, const plan::Node& node, const FrameLayout* frame);
    Result<Lowered> lower_op(const plan::Top& op, const plan::Node& node, const FrameLayout* frame);
    Result<Lowered> lower_op(const plan::Skip& op, const plan::Node& node, const FrameLayout* frame);
    Result<Lowered> lower_op(const plan::Limit& op, const plan::Node& node, const FrameLayout* frame);
    Result<Lowered> lower_op(const plan::Unwind& op, const plan::Node& node, const FrameLayout* frame);
    Result<Lowered> lower_op(const plan::ProcedureCall& op, const plan::Node& node, const FrameLayout* frame);
    // ---- lower_graph.cpp
    Result<Lowered> lower_op(const plan::AllNodes& op, const plan::Node& node, const FrameLayout* frame);
    Result<Lowered> lower_op(const plan::LabelScan& op, const plan::Node& node, const FrameLayout* frame);
    Result<Lowered> lower_op(const plan::IdSeek& op, const plan::Node& node, const FrameLayout* frame);
    Result<Lowered> lower_op(const plan::Expand& op, const plan::Node& node, const FrameLayout* frame);
    Result<Lowered> lower_op(const plan::Endpoints& op, const plan::Node& node, const FrameLayout* frame);
    // ---- lower_walk.cpp
    Result<Lowered> lower_op(const plan::VarExpand& op, const plan::Node& node, const FrameLayout* frame);
    Result<Lowered> lower_op(const plan::ShortestWalk& op, const plan::Node& node, const FrameLayout* frame);
    Result<Lowered> lower_op(const plan::TurnLists& op, const plan::Node& node, const FrameLayout* frame);
    Result<Lowered> lower_op(const plan::MakePath& op, const plan::Node& node, const FrameLayout* frame);
    Result<Lowered> lower_op(const plan::SelectPaths& op, const plan::Node& node, const FrameLayout* frame);
    // ---- lower_count.cpp
    Result<Lowered> lower_op(const plan::CountWays& op, const plan::Node& node, const FrameLayout* frame);
    Result<Lowered> lower_op(const plan::CountThrough& op, const plan::Node& node, const FrameLayout* frame);
    // ---- lower_apply.cpp
    Result<Lowered> lower_op(const plan::OptionalApply& op, const plan::Node& node, const FrameLayout* frame);
    Result<Lowered> lower_op(const plan::SemiApply& op, const plan::Node& node, const FrameLayout* frame);
    Result<Lowered> lower_op(const plan::SubqueryApply& op, const plan::Node& node, const FrameLayout* frame);
    Result<Lowered> lower_op(const plan::Fold& op, const plan::Node& node, const FrameLayout* frame);
    Result<Lowered> lower_op(const plan::HashJoin& op, const plan::Node& node, const FrameLayout* frame);
    Result<Lowered> lower_op(const plan::CrossProduct& op, const plan::Node& node, const FrameLayout* frame);
    Result<Lowered> lower_op(const plan::Union& op, const plan::Node& node, const FrameLayout* frame);

    // ---- lower_workers.cpp
    // As input(), for an operator that reads all rows before it gives any: several workers may find them.
    Result<Lowered> whole_input(const plan::Node& node, const FrameLayout* frame);
    double mean_degree(std::span<const Leg> legs, bool from_far_end) const;
    double work_a_row(const plan::Node& step) const;
    // Whether the scan that is lowered now is the one that the workers share.
    bool scan_by_morsels() { return std::exchange(scan_by_morsels_, false); }

    // ---- parts
    Result<Lowered> input(const plan::Node& node, const FrameLayout* frame) { return lower(*node.inputs[0], frame); }
    FrameLayout frame_around(const Layout& outer) { return {&outer, next_tag_++}; }
    // What is live of `from`, and the tag.
    static Carried carry_live(const Layout& from, const plan::Node& node, const FrameLayout* frame);
    // Adds to `carried` what is live of `from` and not there yet.
    static std::vector<Carry> carry_more(const Layout& from, const plan::Node& node, Layout& to);
    static std::uint32_t tag_slot(const Layout& layout, const FrameLayout* frame) {
        return frame == nullptr ? Layout::absent : layout.slot(frame->tag);
    }
    static bool is_live(typed::VarId variable, const plan::Node& node);
    // Gives the variable a column if it is live.
    static std::uint32_t add_live(typed::VarId variable, ColumnKind kind, const plan::Node& node, Layout& layout);
    Slot slot(typed::VarId variable, const Layout& layout) const;
    Result<EvaluatorPtr> compile_on(const typed::Expr& expr, const Layout& layout) const {
        return compile_expr(expr, layout, graph_);
    }
    Result<EvaluatorPtr> read(typed::VarId variable, ValueType type, const Layout& layout) const;
    Result<std::vector<OrderKey>> order_keys(const std::vector<typed::SortKey>& keys, const Layout& layout,
                                             const FrameLayout* frame) const;
    Result<RowCount> row_count(const typed::Expr* count, const char* clause) const;
    std::vector<Leg> legs(const typed::LabelTest* types, typed::Towards towards) const;
    Result<WalkSpec> walk(const plan::Walk& op, const Layout& layout, const FrameLayout* frame) const;
    Result<std::vector<WalkStep>> turn(const std::vector<plan::WalkStep>& steps, const Layout& layout) const;
    Result<std::vector<WalkStep>> backward(const plan::Walk& op, const Layout& layout) const;

    // ---- lower_count.cpp
    bool always_reach(std::span<const Leg> legs, const typed::LabelTest& labels) const;
    // Whether a condition on rows of `below` asks for labels that its node always has.
    bool is_implied(const typed::Expr& condition, const plan::Node& below) const;
    std::optional<SymbolTest> test_unless_implied(const typed::LabelTest* labels, std::span<const Leg> legs) const;
    WaysSpec lower_ways(const plan::Ways& ways, const Layout& layout, std::size_t& memories) const;
    std::optional<plan::VarSet> identity_of(const plan::Node& node) const;
    bool is_count(const typed::Expr& expr, const plan::Node& below) const;
    bool groups_are_rows(const plan::Aggregate& op, const plan::Node& node) const;
    Result<Lowered> lower_rows_as_groups(const plan::Aggregate& op, const plan::Node& node);
    void want_top(const plan::Top& op);
    void want_top_through(const plan::Compute& op);

    // Of the rows to come only those are wanted whose `variable` is among the highest.
    struct WantedTop {
        typed::VarId variable;
        const typed::Expr *limit, *skip;
    };

    const plan::Plan& plan_;
    const PropertyGraph& graph_;
    const std::vector<RowSet>* sources_;  // of plan::Rows; may be null when there are none
    Profile* profile_;                    // may be null
    typed::VarId next_tag_;
    bool scan_by_morsels_ = false;
    std::optional<WantedTop> wanted_top_;  // for the node that is lowered next
};

}  // namespace confer::engine::exec
