#pragma once
// Profile: what each operator of a plan did in a run: rows, time, memory. Profiled: an operator that is looked at so.
//
// Only a plan that is lowered with a Profile has operators of this kind; all others cost nothing for it.
//
// Shapes     one OperatorProfile for each node of the plan, in the order of plan::outline().
// Units      rows that were handed upwards; nanoseconds of wall time, bytes of the run's memory budget.
// Threads    counters may be written from several threads; read them when the run is over.
#include <atomic>
#include <cstdint>
#include <deque>
#include <unordered_map>
#include <vector>

#include "exec/operator.h"
#include "plan/logical_plan.h"

namespace confer::engine::exec {

struct OperatorProfile {
    std::vector<const OperatorProfile*> inputs;
    std::atomic<std::uint64_t> rows{0};
    std::atomic<std::int64_t> nanoseconds_with_inputs{0};
    std::atomic<std::int64_t> bytes_with_inputs{0};  // held now
    std::atomic<std::int64_t> most_bytes{0};         // of its own, held at once

    std::int64_t nanoseconds() const;
    std::int64_t bytes() const;
};

class Profile {
public:
    explicit Profile(const plan::Plan& plan) { add(*plan.root); }

    // REQUIRES: a node of that plan.
    OperatorProfile& of(const plan::Node& node) { return *by_node_.at(&node); }
    const std::deque<OperatorProfile>& operators() const { return operators_; }

private:
    OperatorProfile& add(const plan::Node& node);

    std::deque<OperatorProfile> operators_;
    std::unordered_map<const plan::Node*, OperatorProfile*> by_node_;
};

class Profiled final : public Operator {
public:
    // `profile` outlives this.
    Profiled(OperatorPtr inner, OperatorProfile& profile) : inner_(std::move(inner)), profile_(&profile) {}

    StatePtr open(RunContext& run, const Frame* frame) const override;
    void rewind(State& state) const override;
    Result<Step> next(RunContext& run, State& state, RowBatch& out) const override;

private:
    OperatorPtr inner_;
    OperatorProfile* profile_;
};

}  // namespace confer::engine::exec
