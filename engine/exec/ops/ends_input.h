#pragma once
// EndsInput: an operator's input with the nodes that its rows expand from, and to where those are bound.
#include "exec/ops/expand.h"

namespace confer::engine::exec {

class EndsInput : public Input {
public:
    using Input::Input;

    std::span<const NodeId> from, to;  // by row of the batch; `to` is empty where it is not bound

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

private:
    std::vector<NodeId> from_scratch_, to_scratch_;
};

}  // namespace confer::engine::exec
