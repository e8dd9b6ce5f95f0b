#include "exec/profile.h"

#include <chrono>

namespace confer::engine::exec {

namespace {

using Clock = std::chrono::steady_clock;

// From here to the end of the scope: time and memory.
class Meter {
public:
    Meter(OperatorProfile& profile, const RunLimits* limits)
        : profile_(profile), limits_(limits), bytes_(charged()), start_(Clock::now()) {}
    Meter(const Meter&) = delete;
    Meter& operator=(const Meter&) = delete;
    ~Meter() {
        const auto spent = std::chrono::duration_cast<std::chrono::nanoseconds>(Clock::now() - start_);
        profile_.nanoseconds_with_inputs += spent.count();
        profile_.bytes_with_inputs += charged() - bytes_;
        const std::int64_t held = profile_.bytes();
        if (held > profile_.most_bytes) profile_.most_bytes = held;
    }

private:
    std::int64_t charged() const { return limits_ == nullptr ? 0 : static_cast<std::int64_t>(limits_->charged()); }

    OperatorProfile& profile_;
    const RunLimits* limits_;
    std::int64_t bytes_;
    Clock::time_point start_;
};

}  // namespace

std::int64_t OperatorProfile::nanoseconds() const {
    std::int64_t own = nanoseconds_with_inputs;
    for (const OperatorProfile* const input : inputs) own -= input->nanoseconds_with_inputs;
    return own;
}

std::int64_t OperatorProfile::bytes() const {
    std::int64_t own = bytes_with_inputs;
    for (const OperatorProfile* const input : inputs) own -= input->bytes_with_inputs;
    return own;
}

OperatorProfile& Profile::add(const plan::Node& node) {
    OperatorProfile& profile = operators_.emplace_back();
    by_node_.emplace(&node, &profile);
    for (const plan::NodePtr& input : node.inputs) profile.inputs.push_back(&add(*input));
    return profile;
}

StatePtr Profiled::open(RunContext& run, const Frame* frame) const {
    const Meter meter(*profile_, &run.limits);
    return inner_->open(run, frame);
}

void Profiled::rewind(State& state) const {
    const Meter meter(*profile_, nullptr);
    inner_->rewind(state);
}

Result<Step> Profiled::next(RunContext& run, State& state, RowBatch& out) const {
    const Meter meter(*profile_, &run.limits);
    Result<Step> step = inner_->next(run, state, out);
    if (step.has_value() && step.value() == Step::more) profile_->rows += out.selected_count();
    return step;
}

}  // namespace confer::engine::exec
