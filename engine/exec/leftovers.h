#pragma once
// Leftovers: what a run that failed still held, given back by a thread of its own: to take millions of values apart
// would keep its error waiting until long after the deadline.
//
// Ownership  what is kept may refer to the run's limits, which live as long; to nothing else that is the run's.
// Threads    keep() may be called by all threads of a run at once.
#include <memory>
#include <mutex>
#include <vector>

#include "exec/expr/evaluator.h"

namespace confer::engine::exec {

class Leftovers {
public:
    explicit Leftovers(std::shared_ptr<const RunLimits> limits) : limits_(std::move(limits)) {}
    Leftovers(const Leftovers&) = delete;
    Leftovers& operator=(const Leftovers&) = delete;
    // Hands over what was kept; gives it back itself while that of an earlier run is still being given back.
    ~Leftovers();

    void keep(std::shared_ptr<void> object);

    // Returns when nothing is left of any run.
    static void settle();

private:
    std::mutex mutex_;
    std::shared_ptr<const RunLimits> limits_;
    std::vector<std::shared_ptr<void>> kept_;
};

// The work of a computation that failed.
template <class Work>
void leave(const RunContext& run, std::unique_ptr<Work> work) {
    if (run.leftovers != nullptr) run.leftovers->keep(std::shared_ptr<Work>(std::move(work)));
}

}  // namespace confer::engine::exec
