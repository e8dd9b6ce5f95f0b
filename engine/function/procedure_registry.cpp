#include "function/procedure_registry.h"

#include <algorithm>
#include <cassert>

#include "function/folded_internal.h"

namespace confer::engine {

void ProcedureRegistry::add(ProcedurePtr spec) {
    assert(find(spec->name) == nullptr);
    std::string key = folded(spec->name);
    procedures_.emplace(std::move(key), std::move(spec));
}

ProcedurePtr ProcedureRegistry::find(std::string_view name) const {
    const auto entry = procedures_.find(folded(name));
    if (entry != procedures_.end()) return entry->second;
    return below_ == nullptr ? nullptr : below_->find(name);
}

std::vector<ProcedurePtr> ProcedureRegistry::all() const {
    std::vector<ProcedurePtr> all;
    if (below_ != nullptr) all = below_->all();
    for (const auto& entry : procedures_) all.push_back(entry.second);
    std::sort(all.begin(), all.end(),
              [](const ProcedurePtr& a, const ProcedurePtr& b) { return folded(a->name) < folded(b->name); });
    return all;
}

std::vector<std::string> ProcedureRegistry::names() const {
    std::vector<std::string> names;
    for (const ProcedurePtr& procedure : all()) names.push_back(procedure->name);
    return names;
}

}  // namespace confer::engine
