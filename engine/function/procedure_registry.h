#pragma once
// ProcedureRegistry: all procedures by name, in any case; its own, and those of the registry that it stands on.
//
// Ownership  the registry below outlives this one; specs are shared, so that what was compiled with one outlives both.
// Threads    filled once, then const access is safe from any number of threads.
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "function/procedure_spec.h"

namespace confer::engine {

using ProcedurePtr = std::shared_ptr<const ProcedureSpec>;

class ProcedureRegistry {
public:
    explicit ProcedureRegistry(const ProcedureRegistry* below = nullptr) : below_(below) {}

    // REQUIRES: no procedure of that name yet, here or below.
    void add(ProcedurePtr spec);
    void add(ProcedureSpec spec) { add(std::make_shared<const ProcedureSpec>(std::move(spec))); }

    ProcedurePtr find(std::string_view name) const;  // null: there is none
    std::vector<ProcedurePtr> all() const;           // by name
    std::vector<std::string> names() const;          // documented spelling, alphabetical

private:
    const ProcedureRegistry* below_;
    std::unordered_map<std::string, ProcedurePtr> procedures_;
};

}  // namespace confer::engine
