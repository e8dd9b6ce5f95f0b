// Morsels are taken in order, so those before one that fails have all been begun, and are finished.
#include "exec/ops/gather.h"

#include <algorithm>
#include <atomic>
#include <deque>

#include "exec/memory_charge.h"
#include "exec/workers.h"

namespace confer::engine::exec {

namespace {

constexpr std::size_t morsels_a_worker = 4;

// A worker's own run: the same limits, looked at on its own account.
struct Pipeline {
    explicit Pipeline(const RunContext& run)
        : limits(run.limits), context{run.graph, run.parameters, limits, &morsel}, state(nullptr) {}

    RunLimits limits;
    Morsel morsel;
    RunContext context;
    StatePtr state;
};

struct Given {
    std::vector<RowBatch> batches;
    std::optional<Error> error;
};

struct GatherState final : Operator::State {
    explicit GatherState(RunContext& run) : memory(run.limits) {}

    MemoryCharge memory;
    std::deque<Pipeline> pipelines;  // by worker
    std::vector<Given> window;
    std::size_t first = 0;              // the node where the next window begins
    std::size_t morsel = 0, batch = 0;  // what is given out next
};

void run_morsel(const Operator& pipeline, Pipeline& own, Morsel morsel, Given& given) {
    own.morsel = morsel;
    if (own.state == nullptr) {
        own.state = pipeline.open(own.context, nullptr);
    } else {
        pipeline.rewind(*own.state);
    }
    for (;;) {
        RowBatch batch;
        const Result<Step> step = pipeline.next(own.context, *own.state, batch);
        if (!step) given.error = step.error();
        if (!step || step.value() == Step::done) return;
        given.batches.push_back(std::move(batch));
    }
}

Result<void> fill_window(const Operator& pipeline, std::size_t nodes, RunContext& run, GatherState& at) {
    Workers& workers = Workers::shared();
    if (at.pipelines.empty())
        for (std::size_t i = 0; i < workers.count(); ++i) at.pipelines.emplace_back(run);
    const std::size_t left = (nodes - at.first + batch_rows - 1) / batch_rows;
    at.window.clear();
    at.window.resize(std::min(left, morsels_a_worker * workers.count()));
    std::atomic<std::size_t> next{0};
    std::atomic<bool> failed{false};
    const std::function<void(std::size_t)> work = [&](std::size_t index) {
        for (std::size_t i = next++; i < at.window.size() && !failed; i = next++) {
            const std::size_t first = at.first + i * batch_rows;
            run_morsel(pipeline, at.pipelines[index], {first, std::min(first + batch_rows, nodes)}, at.window[i]);
            if (at.window[i].error) failed = true;
        }
    };
    if (at.window.size() > 1) {
        workers.run(work);
    } else {
        work(0);
    }
    at.first = std::min(nodes, at.first + at.window.size() * batch_rows);
    at.morsel = at.batch = 0;
    std::size_t bytes = 0;
    for (Given& given : at.window) {
        if (given.error) return *std::move(given.error);
        for (const RowBatch& batch : given.batches)
            for (const Column& column : batch.columns) bytes += column.heap_bytes();
    }
    return at.memory.hold(bytes);
}

}  // namespace

StatePtr Gather::open(RunContext& run, const Frame*) const {
    return std::make_unique<GatherState>(run);
}

void Gather::rewind(State& state) const {
    auto& at = static_cast<GatherState&>(state);
    at.window.clear();
    at.first = at.morsel = at.batch = 0;
}

Result<Step> Gather::next(RunContext& run, State& state, RowBatch& out) const {
    auto& at = static_cast<GatherState&>(state);
    for (;;) {
        while (at.morsel < at.window.size()) {
            std::vector<RowBatch>& batches = at.window[at.morsel].batches;
            if (at.batch < batches.size()) {
                std::swap(out, batches[at.batch++]);
                return Step::more;
            }
            ++at.morsel;
            at.batch = 0;
        }
        if (at.first == nodes_) {
            out.clear();
            return Step::done;
        }
        CONFER_CHECK(run.limits.check());
        CONFER_CHECK(fill_window(*pipeline_, nodes_, run, at));
    }
}

}  // namespace confer::engine::exec
