#pragma once
// EndsInput: an operator's input with the nodes that its rows expand from, and to where those are bound.
#include "exec/ops/expand.h"

namespace confer::engine::exec {

class EndsInput : public Input {
public:
    using Input::Input;

    std::span<const NodeId> from, to;  // by row of the batch; `to` is empty where it is not bound
    bool row_open = false;             // whether give_rows() left the row before all that it has was given

    void rewind() {
        Input::rewind();
        row_open = false;
    }

    // Reads the next batch; false when there is none. Errors: the input's; invalid_argument_type when an end is no
    // node.
    Result<bool> pull_ends(RunContext& run, const ExpandSpec& spec) {
        CONFER_TRY(const bool more, pull(run));
        if (!more) return false;
        CONFER_TRY(from, ids_of(batch, spec.from, Kind::node, from_scratch_));
        if (spec.to.present()) {
            CONFER_TRY(to, ids_of(batch, spec.to, Kind::node, to_scratch_));
        }
        return true;
    }

    // Whether the row that is read now has all its ends and is wanted. REQUIRES: !at_end()
    bool is_joinable(const ExpandSpec& spec) const {
        return from[row()] != no_id && (!spec.to.present() || to[row()] != no_id) && is_wanted(spec.tag);
    }

    // Calls give(row) for one joinable row after the other until `rows` has some; it adds to `rows`, of these at most a
    // batch, and returns whether the row may have more. False when there is no input left and nothing to give.
    template <class Give>
    Result<bool> give_rows(RunContext& run, const ExpandSpec& spec, const std::vector<RowIndex>& rows, Give give) {
        while (rows.empty()) {
            if (at_end()) {
                CONFER_TRY(const bool more, pull_ends(run, spec));
                if (!more) return false;
            }
            while (!at_end() && rows.size() < batch_rows) {
                if (is_joinable(spec)) {
                    CONFER_TRY(row_open, give(row()));
                    if (row_open) break;  // the batch is full
                }
                row_open = false;  // also when the row has ceased to be wanted
                ++next;
            }
        }
        return true;
    }

private:
    std::vector<NodeId> from_scratch_, to_scratch_;
};

}  // namespace confer::engine::exec
