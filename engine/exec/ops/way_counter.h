#pragma once
// WayCounter: the number of ways on from a node (plan::Ways), by degrees where nothing else is asked for.
//
// Shapes     a way along a relationship from a node to itself is one way, whatever the direction.
// Errors     integer_overflow; memory_limit.
// Cost       O(1) a way without conditions on its far end; else the node's relationships. What lies further is
//            counted once for each node, and remembered.
// Threads    one thread.
#include <optional>
#include <span>
#include <vector>

#include "exec/memory_charge.h"
#include "exec/ops/expand.h"
#include "exec/symbol_test.h"
#include "plan/logical_plan.h"

namespace confer::engine::exec {

struct WaySpec;
struct WaysSpec {
    std::vector<WaySpec> each;
    std::vector<plan::Ways::Apart> apart;
};
struct WaySpec {
    std::vector<Leg> legs;
    std::optional<SymbolTest> labels;  // of the far end
    std::vector<Slot> distinct_from;   // relationships of the row
    std::vector<Slot> unequal;         // nodes of the row
    WaysSpec further;
    std::size_t memory = 0;  // which of the counter's memories is for `further`

    // Whether each relationship counts as one.
    bool is_plain() const { return !labels && further.each.empty(); }
};

class WayCounter {
public:
    using Counts = Array<std::int64_t>;  // by row

    // `memories`: how many ways have something further.
    WayCounter(RunContext& run, std::size_t memories) : run_(run), charge_(run.limits), memories_(memories) {}

    // counts[row]: the product of the ways on from nodes[row], for each selected row. Null nodes have none.
    Result<void> count(const WaysSpec& ways, const RowBatch& batch, std::span<const NodeId> nodes, Counts& counts);

private:
    std::int64_t product(const WaysSpec& ways, NodeId node);
    std::int64_t ways_on(const WaySpec& way, NodeId node);
    std::int64_t weight(const WaySpec& way, NodeId end);
    std::int64_t shared(const WaySpec& a, const WaySpec& b, bool nodes, NodeId node);
    std::int64_t edges_to(const WaySpec& way, NodeId node, NodeId end);
    std::int64_t times_taken(const WaySpec& way, NodeId node, EdgeId edge, std::span<const NodeId> ends_left_out);
    Result<void> leave_out(const WaySpec& way, const RowBatch& batch, std::span<const NodeId> nodes, Counts& counts);
    Result<void> look_up();
    std::int64_t times(std::int64_t a, std::int64_t b) {
        std::int64_t result = 0;
        overflow_ = __builtin_mul_overflow(a, b, &result) || overflow_;
        return result;
    }
    std::int64_t plus(std::int64_t a, std::int64_t b) {
        std::int64_t result = 0;
        overflow_ = __builtin_add_overflow(a, b, &result) || overflow_;
        return result;
    }

    RunContext& run_;
    MemoryCharge charge_;
    std::vector<std::vector<std::int64_t>> memories_;  // by way, then node; unknown where not counted yet
    Counts one_, other_;
    std::vector<NodeId> left_out_;
    std::size_t steps_ = 0;
    bool overflow_ = false;
};

}  // namespace confer::engine::exec
