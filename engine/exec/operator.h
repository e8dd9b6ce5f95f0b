#pragma once
// Operator: one step of a lowered plan; itself immutable, its progress in a State of the run's own.
//
// Shapes     rows come in batches of about batch_rows; a batch is never empty, except the last, which says `done`.
//            Inside a subplan the rows of many outer rows flow together: the first column then holds, for
//            each row, the index of its outer row in Frame::rows (see `tag` in the specs).
// Ownership  an operator owns its inputs. The batch given to next() stays with the caller, who may give the same one
//            again: columns keep their capacity. Columns beyond the operator's own belong to those above.
// Threads    an operator may run in many threads at once, each with its own State.
// Errors     run-time errors; the State is then of no more use, except to be destroyed.
// Source     Graefe, "Volcano", IEEE TKDE 6(1), 1994 (open, next); Boncz et al., "MonetDB/X100", CIDR 2005 (batches).
#include <cstdint>
#include <memory>
#include <vector>

#include "base/result.h"
#include "exec/batch.h"
#include "exec/expr/evaluator.h"

namespace confer::engine::exec {

enum class Step : std::uint8_t {
    more,  // the batch has rows
    done,  // it has none, and there are no more
};

// The rows for which a subplan runs now; its apply operator owns and refills it.
struct Frame {
    const RowBatch* rows = nullptr;
    // By row: further rows for it are not wanted. Empty where all are.
    std::vector<std::uint8_t> satisfied;

    bool wants(RowIndex row) const { return satisfied.empty() || satisfied[row] == 0; }
};

class Operator {
public:
    struct State {
        virtual ~State() = default;
    };

    virtual ~Operator() = default;

    // `frame` is that of the subplan around it, or nullptr; it outlives the State.
    virtual std::unique_ptr<State> open(RunContext& run, const Frame* frame) const = 0;
    // Makes the state fresh again, for the frame's next rows; keeps its memory.
    virtual void rewind(State& state) const = 0;
    // REQUIRES: the state is of this operator; not called again after `done` without a rewind.
    virtual Result<Step> next(RunContext& run, State& state, RowBatch& out) const = 0;
};

using OperatorPtr = std::unique_ptr<const Operator>;
using StatePtr = std::unique_ptr<Operator::State>;

}  // namespace confer::engine::exec
