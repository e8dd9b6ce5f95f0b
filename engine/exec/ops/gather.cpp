// Turns are taken in order, so those before one that fails have all been begun, and are finished.
#include "exec/ops/gather.h"

#include <algorithm>
#include <atomic>
#include <deque>

#include "exec/memory_charge.h"
#include "exec/workers.h"

namespace confer::engine::exec {

namespace {

constexpr std::size_t morsels_a_worker = 4;
// Of few nodes with much work each, morsels are small enough for so many windows.
constexpr std::size_t least_windows = 4;
// A morsel of few nodes may have any number of rows: it is left when it has given so many, and gone on with later.
constexpr std::size_t batches_a_turn = 16;

// A morsel under way: a run of its own, within the same limits, and what it gave in its last turn.
struct Share {
    explicit Share(const RunContext& run)
        : context{run.graph, run.parameters, run.limits, &morsel, run.notices, run.leftovers},
          state(nullptr),
          memory(run.limits) {}

    Morsel morsel;
    RunContext context;
    StatePtr state;
    std::vector<RowBatch> batches;
    std::size_t given = 0;  // batches given out
    MemoryCharge memory;    // of the batches
    bool done = true;
    std::optional<Error> error;
};

struct GatherState final : Operator::State {
    std::deque<Share> window;  // in the order of their nodes
    std::size_t first = 0;     // the node where the next window begins
    std::size_t share = 0;     // of the window: the one that is given out
};

void begin(const Operator& pipeline, Share& share, Morsel morsel) {
    share.morsel = morsel;
    if (share.state == nullptr) {
        share.state = pipeline.open(share.context, nullptr);
    } else {
        pipeline.rewind(*share.state);
    }
    share.done = false;
}

Result<void> take_turn(const Operator& pipeline, Share& share) {
    share.batches.clear();
    share.given = 0;
    std::size_t bytes = 0;
    while (share.batches.size() < batches_a_turn) {
        RowBatch batch;
        CONFER_TRY(const Step step, pipeline.next(share.context, *share.state, batch));
        share.done = step == Step::done;
        if (share.done) break;
        for (const Column& column : batch.columns) bytes += column.heap_bytes();
        CONFER_CHECK(share.memory.hold(bytes));
        share.batches.push_back(std::move(batch));
    }
    return share.memory.hold(bytes);
}

// The next morsels, one for each share of the window.
void next_window(const Operator& pipeline, std::size_t nodes, RunContext& run, GatherState& at) {
    const std::size_t most = morsels_a_worker * Workers::shared().count();
    const std::size_t morsel = std::clamp<std::size_t>(nodes / (least_windows * most), 1, batch_rows);
    at.share = 0;
    for (std::size_t i = 0; i < most && at.first < nodes; ++i) {
        if (i == at.window.size()) at.window.emplace_back(run);
        const std::size_t end = std::min(at.first + morsel, nodes);
        begin(pipeline, at.window[i], {at.first, end});
        at.first = end;
    }
}

// A turn for each share that has nothing left to give and is not done.
Result<void> take_turns(const Operator& pipeline, GatherState& at) {
    std::vector<Share*> waiting;
    for (Share& share : at.window)
        if (!share.done && share.given == share.batches.size()) waiting.push_back(&share);
    std::atomic<std::size_t> next{0};
    std::atomic<bool> failed{false};
    const std::function<void(std::size_t)> work = [&](std::size_t) {
        for (std::size_t i = next++; i < waiting.size() && !failed; i = next++) {
            Result<void> taken = take_turn(pipeline, *waiting[i]);
            if (taken) continue;
            waiting[i]->error = std::move(taken).error();
            failed = true;
        }
    };
    if (waiting.size() > 1) {
        Workers::shared().run(work);
    } else {
        work(0);
    }
    for (Share& share : at.window) {
        if (share.error) return *std::move(share.error);
    }
    return {};
}

}  // namespace

StatePtr Gather::open(RunContext&, const Frame*) const {
    return std::make_unique<GatherState>();
}

void Gather::rewind(State& state) const {
    auto& at = static_cast<GatherState&>(state);
    at.first = at.share = 0;
    for (Share& share : at.window) {
        share.batches.clear();
        share.given = 0;
        share.done = true;
    }
}

Result<Step> Gather::next(RunContext& run, State& state, RowBatch& out) const {
    auto& at = static_cast<GatherState&>(state);
    for (;;) {
        CONFER_CHECK(run.limits.check());
        for (; at.share < at.window.size(); ++at.share) {
            Share& share = at.window[at.share];
            if (share.given < share.batches.size()) {
                std::swap(out, share.batches[share.given++]);
                return Step::more;
            }
            if (!share.done) break;
        }
        if (at.share == at.window.size()) {
            if (at.first == nodes_) {
                out.clear();
                return Step::done;
            }
            next_window(*pipeline_, nodes_, run, at);
        }
        CONFER_CHECK(take_turns(*pipeline_, at));
    }
}

}  // namespace confer::engine::exec
