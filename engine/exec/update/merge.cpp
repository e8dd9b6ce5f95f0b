// Row by row: what is found, or else made, joins the row; then the row's actions are carried out, before the next row
// is looked at.
#include "exec/leftovers.h"
#include "exec/ops/rows.h"
#include "exec/update/edit_charge_internal.h"
#include "exec/update/merge_match_internal.h"
#include "exec/update/set_items_internal.h"
#include "exec/update/update.h"

namespace confer::engine::exec {

namespace {

class Merging {
public:
    Merging(const typed::Merge& clause, RowSet& rows, GraphEdit& edit, RunContext& run)
        : clause_(clause), rows_(rows), edit_(edit), run_(run) {}

    Result<void> run_all();

private:
    const typed::Merge& clause_;
    RowSet& rows_;
    GraphEdit& edit_;
    RunContext& run_;
    Drawn drawn_;
    SetItems on_create_, on_match_;

    Result<void> run_batches(MergeMatcher& matcher, const Layout& layout);
    Result<void> run_batch(const RowBatch& batch, MergeMatcher& matcher, CurrentRow& current, RowBatch& out);
    Result<std::vector<std::vector<Value>>> wanted(RowIndex row, const CurrentRow& current) const;
    Result<void> check_wanted(const NewProperties& properties, const std::vector<Value>& values) const;
};

Result<void> Merging::check_wanted(const NewProperties& properties, const std::vector<Value>& values) const {
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!values[i].is_null()) continue;
        return update_error(ErrorCode::merge_read_own_writes, properties.span(i),
                            "`MERGE` can't look for the property `" + edit_.view().keys().name(properties.keys()[i]) +
                                "`, since it is null here",
                            {"leave such rows out before, with `WITH * WHERE … IS NOT NULL`"});
    }
    return {};
}

Result<std::vector<std::vector<Value>>> Merging::wanted(RowIndex row, const CurrentRow& current) const {
    std::vector<std::vector<Value>> all;
    const auto add = [&](const auto& drawn) -> Result<void> {
        CONFER_TRY(std::vector<Value> values, drawn.properties.values(run_, row, current));
        CONFER_CHECK(check_wanted(drawn.properties, values));
        all.push_back(std::move(values));
        return {};
    };
    for (const Drawn::Node& node : drawn_.nodes()) CONFER_CHECK(add(node));
    for (const Drawn::Relationship& relationship : drawn_.relationships()) CONFER_CHECK(add(relationship));
    return all;
}

Result<void> Merging::run_batch(const RowBatch& batch, MergeMatcher& matcher, CurrentRow& current, RowBatch& out) {
    const std::size_t given = batch.columns.size();
    Selection from;
    std::vector<NodeId> changed;
    for (RowIndex row = 0; row < batch.row_count(); ++row) {
        current.fill(batch, row);
        CONFER_TRY(const std::vector<NodeId> bound, drawn_.bound_nodes(batch, row, edit_));
        CONFER_TRY(const auto values, wanted(row, current));
        std::vector<MergeMatch> matches = matcher.find(bound, values);
        const bool is_new = matches.empty();
        if (is_new) {
            MergeMatch& made = matches.emplace_back(MergeMatch{bound, {}});
            CONFER_CHECK(drawn_.add(run_, row, current, made.nodes, made.edges, edit_));
            for (const NodeId node : made.nodes) matcher.note(node);
        }
        for (const MergeMatch& match : matches) {
            drawn_.each_variable(match.nodes, match.edges, [&](std::uint32_t slot, const Value& value) {
                current.set(slot, value);
                out.columns[slot].append(value);
            });
            from.push_back(row);
            changed.clear();
            CONFER_CHECK((is_new ? on_create_ : on_match_).apply(run_, row, current, edit_, &changed));
            for (const NodeId node : changed) matcher.note(node);
        }
    }
    for (std::size_t i = 0; i < given; ++i) out.columns[i].append_rows(batch.columns[i], from);
    out.set_row_count(from.size());
    return {};
}

Result<void> Merging::run_all() {
    Layout layout = rows_.layout();
    const std::size_t given = layout.column_count();
    CONFER_TRY(drawn_, Drawn::compile(clause_.drawing, layout, RowExpr::Sees::own_work, edit_, run_));
    CONFER_TRY(on_create_, SetItems::compile(clause_.on_create, layout, given, edit_));
    CONFER_TRY(on_match_, SetItems::compile(clause_.on_match, layout, given, edit_));
    auto matcher = std::make_unique<MergeMatcher>(drawn_, clause_.walk, edit_, rows_.count());
    if (Result<void> done = run_batches(*matcher, layout); !done) {
        leave(run_, std::move(matcher));
        return done;
    }
    name_columns(clause_.drawing, layout, rows_);
    return {};
}

Result<void> Merging::run_batches(MergeMatcher& matcher, const Layout& layout) {
    CurrentRow current(layout.kinds());
    EditCharge charge(edit_, run_);
    for (RowBatch& batch : rows_.batches) {
        CONFER_CHECK(charge.check());
        CONFER_CHECK(drawn_.begin(run_, batch));
        CONFER_CHECK(on_create_.begin(run_, batch));
        CONFER_CHECK(on_match_.begin(run_, batch));
        RowBatch out;
        begin_rows(out, layout.kinds());
        CONFER_CHECK(run_batch(batch, matcher, current, out));
        batch = std::move(out);
    }
    return {};
}

}  // namespace

Result<void> merge(const typed::Merge& clause, RowSet& rows, GraphEdit& edit, RunContext& run) {
    return Merging(clause, rows, edit, run).run_all();
}

}  // namespace confer::engine::exec
