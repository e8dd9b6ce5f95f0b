#pragma once
// Prepared: a statement that is run again and again: it keeps its plan, so that a run is a run and nothing else.
//
// Ownership  belongs to no database; the plan is of the snapshot that it was last run on, which it does not keep alive.
// Threads    may be run from any number of threads at once.
#include <atomic>
#include <memory>
#include <string>

#include "session/compile.h"
#include "session/literals.h"

namespace confer::engine {

class Prepared {
public:
    explicit Prepared(std::string text) : text_(std::move(text)), skeleton_(skeleton_of(text_)) {}

    const std::string& text() const { return text_; }
    const Skeleton& skeleton() const { return skeleton_; }

    // The plan that was kept for this owner and these conditions, or nullptr.
    std::shared_ptr<const Compiled> plan(const std::shared_ptr<const void>& owner, std::string_view conditions) const {
        const auto kept = kept_.load();
        if (kept == nullptr || kept->conditions != conditions) return nullptr;
        if (kept->owner.owner_before(owner) || owner.owner_before(kept->owner)) return nullptr;
        return kept->plan;
    }
    void keep(const std::shared_ptr<const void>& owner, std::string_view conditions,
              std::shared_ptr<const Compiled> plan) const {
        kept_.store(std::make_shared<const Kept>(Kept{owner, std::string(conditions), std::move(plan)}));
    }

private:
    struct Kept {
        std::weak_ptr<const void> owner;  // the snapshot that the plan reads
        std::string conditions;           // all else that it depends on
        std::shared_ptr<const Compiled> plan;
    };
    std::string text_;
    Skeleton skeleton_;
    mutable std::atomic<std::shared_ptr<const Kept>> kept_;
};

}  // namespace confer::engine
