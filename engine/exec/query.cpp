#include "exec/query.h"

#include <algorithm>
#include <utility>

#include "exec/leftovers.h"
#include "exec/lower_internal.h"

namespace confer::engine::exec {

namespace {

class LoweredQuery final : public ExecutableQuery {
public:
    LoweredQuery(OperatorPtr root, std::vector<std::uint32_t> columns, std::vector<ColumnKind> kinds)
        : root_(std::move(root)), columns_(std::move(columns)), kinds_(std::move(kinds)) {}

    const std::vector<ColumnKind>& kinds() const override { return kinds_; }

    Result<void> run(RunContext& run, const std::function<Result<void>(RowBatch&)>& take) const override {
        CONFER_CHECK(run.limits.check());
        Progress progress{root_->open(run, nullptr), {}, {}};
        Result<void> done = pull(run, progress, take);
        if (!done) leave(run, std::make_unique<Progress>(std::move(progress)));
        return done;
    }

private:
    struct Progress {
        StatePtr state;
        RowBatch rows, answer;
    };

    Result<void> pull(RunContext& run, Progress& at, const std::function<Result<void>(RowBatch&)>& take) const {
        for (;;) {
            CONFER_TRY(const Step step, root_->next(run, *at.state, at.rows));
            if (step == Step::done) return {};
            exchange(at.rows, at.answer);
            CONFER_CHECK(take(at.answer));
            give_back(at.rows, at.answer);
            CONFER_CHECK(run.limits.check());
        }
    }
    // Puts the columns in the query's order. Those that it names twice are copied the second time.
    void exchange(RowBatch& rows, RowBatch& answer) const {
        answer.columns.resize(columns_.size());
        answer.set_row_count(rows.row_count());
        answer.select_all();
        if (rows.has_selection()) answer.select(rows.selection());
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const auto earlier =
                std::find(columns_.begin(), columns_.begin() + static_cast<std::ptrdiff_t>(i), columns_[i]);
            const auto first = static_cast<std::size_t>(earlier - columns_.begin());
            if (first < i) {
                answer.columns[i] = answer.columns[first];
            } else {
                std::swap(answer.columns[i], rows.columns[columns_[i]]);
            }
        }
    }
    void give_back(RowBatch& rows, RowBatch& answer) const {
        for (std::size_t i = columns_.size(); i-- > 0;) std::swap(answer.columns[i], rows.columns[columns_[i]]);
    }

    OperatorPtr root_;
    std::vector<std::uint32_t> columns_;
    std::vector<ColumnKind> kinds_;
};

}  // namespace

Result<std::unique_ptr<const ExecutableQuery>> lower(const plan::Plan& plan, const PropertyGraph& graph,
                                                     const std::vector<RowSet>* sources, Profile* profile) {
    Lowering lowering(plan, graph, sources, profile);
    CONFER_TRY(Lowered root, lowering.lower(*plan.root, nullptr));
    std::vector<std::uint32_t> columns;
    std::vector<ColumnKind> kinds;
    for (const typed::VarId column : plan.columns) {
        columns.push_back(root.layout.slot(column));
        kinds.push_back(root.layout.kind(columns.back()));
    }
    std::unique_ptr<const ExecutableQuery> query =
        std::make_unique<LoweredQuery>(std::move(root.op), std::move(columns), std::move(kinds));
    return query;
}

}  // namespace confer::engine::exec
