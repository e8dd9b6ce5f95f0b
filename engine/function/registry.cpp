#include "function/registry.h"

#include <algorithm>
#include <cassert>

#include "function/builtin/builtin_internal.h"
#include "function/folded_internal.h"

namespace confer::engine {

namespace {

template <class Spec>
const Spec* look_up(const std::unordered_map<std::string, std::unique_ptr<Spec>>& specs, std::string_view name) {
    const auto entry = specs.find(folded(name));
    return entry == specs.end() ? nullptr : entry->second.get();
}

FunctionRegistry make_builtin_functions() {
    FunctionRegistry registry;
    for (auto* const theme :
         {builtin::scalar_functions, builtin::conversion_functions, builtin::string_functions, builtin::list_functions,
          builtin::math_functions, builtin::entity_functions, builtin::claim_functions}) {
        for (FunctionSpec& spec : theme()) registry.add(std::move(spec));
    }
    for (AggregateSpec& spec : builtin::aggregate_functions()) registry.add(std::move(spec));
    return registry;
}

}  // namespace

void FunctionRegistry::add(FunctionSpec spec) {
    assert(find(spec.name) == nullptr && find_aggregate(spec.name) == nullptr);
    std::string key = folded(spec.name);
    functions_.emplace(std::move(key), std::make_unique<FunctionSpec>(std::move(spec)));
}

void FunctionRegistry::add(AggregateSpec spec) {
    assert(find(spec.name) == nullptr && find_aggregate(spec.name) == nullptr);
    std::string key = folded(spec.name);
    aggregates_.emplace(std::move(key), std::make_unique<AggregateSpec>(std::move(spec)));
}

const FunctionSpec* FunctionRegistry::find(std::string_view name) const {
    const FunctionSpec* const own = look_up(functions_, name);
    return own == nullptr && below_ != nullptr ? below_->find(name) : own;
}

const AggregateSpec* FunctionRegistry::find_aggregate(std::string_view name) const {
    const AggregateSpec* const own = look_up(aggregates_, name);
    return own == nullptr && below_ != nullptr ? below_->find_aggregate(name) : own;
}

std::vector<std::string> FunctionRegistry::names() const {
    std::vector<std::string> names;
    if (below_ != nullptr) names = below_->names();
    for (const auto& entry : functions_) names.push_back(entry.second->name);
    for (const auto& entry : aggregates_) names.push_back(entry.second->name);
    std::sort(names.begin(), names.end(),
              [](const std::string& a, const std::string& b) { return folded(a) < folded(b); });
    return names;
}

const FunctionRegistry& builtin_functions() {
    static const FunctionRegistry registry = make_builtin_functions();
    return registry;
}

}  // namespace confer::engine
