#include "session/plan_cache.h"

namespace confer::engine {
namespace {

// Statements hold no byte 0xFF, so that neither key can be taken for the other, nor one of its parts for the next.
constexpr char divider = '\xFF';

std::string skeleton_key(const Skeleton& skeleton, std::string_view conditions) {
    std::string key = skeleton.text;
    key += divider;
    key += conditions;
    return key;
}

std::string plan_key(std::string key, const std::vector<bool>& lifted, const Skeleton& skeleton,
                     std::string_view statement) {
    key += divider;
    for (std::size_t i = 0; i < lifted.size(); ++i) {
        if (lifted[i]) continue;
        key += divider;
        key += text_of(skeleton.literals[i], statement);
    }
    return key;
}

}  // namespace

const PlanCache::Entry* PlanCache::use(const std::string& key) {
    const auto found = by_key_.find(key);
    if (found == by_key_.end()) return nullptr;
    entries_.splice(entries_.begin(), entries_, found->second);
    return &*found->second;
}

void PlanCache::add(Entry entry) {
    if (use(entry.key) != nullptr) return;
    entries_.push_front(std::move(entry));
    by_key_.emplace(entries_.front().key, entries_.begin());
    while (entries_.size() > 2 * max_plans) {  // a plan and its skeleton
        by_key_.erase(entries_.back().key);
        entries_.pop_back();
    }
}

std::shared_ptr<const Compiled> PlanCache::find(const Skeleton& skeleton, std::string_view statement,
                                                std::string_view conditions) {
    std::string key = skeleton_key(skeleton, conditions);
    const std::lock_guard lock(mutex_);
    const Entry* const shape = use(key);
    if (shape == nullptr) return nullptr;
    const Entry* const found = use(plan_key(std::move(key), shape->lifted, skeleton, statement));
    return found == nullptr ? nullptr : found->plan;
}

void PlanCache::keep(const Skeleton& skeleton, std::string_view statement, std::string_view conditions,
                     std::shared_ptr<const Compiled> plan) {
    if (statement.size() > max_statement_bytes) return;
    std::string key = skeleton_key(skeleton, conditions);
    std::string with_literals = plan_key(key, plan->lifted, skeleton, statement);
    const std::lock_guard lock(mutex_);
    add({.key = std::move(key), .lifted = plan->lifted, .plan = nullptr});
    add({.key = std::move(with_literals), .lifted = {}, .plan = std::move(plan)});
}

}  // namespace confer::engine
