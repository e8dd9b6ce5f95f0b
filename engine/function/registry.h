#pragma once
// FunctionRegistry: all functions by name, in any case; its own, and those of the registry that it stands on.
//
// Ownership  the registry below outlives this one.
// Threads    filled once, then const access is safe from any number of threads.
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "function/function_spec.h"

namespace confer::engine {

class FunctionRegistry {
public:
    explicit FunctionRegistry(const FunctionRegistry* below = nullptr) : below_(below) {}

    // REQUIRES: no function or aggregate of that name yet, here or below.
    void add(FunctionSpec spec);
    void add(AggregateSpec spec);

    const FunctionSpec* find(std::string_view name) const;  // pointers stay valid
    const AggregateSpec* find_aggregate(std::string_view name) const;
    std::vector<std::string> names() const;  // documented spelling, alphabetical, both kinds

private:
    const FunctionRegistry* below_;
    std::unordered_map<std::string, std::unique_ptr<FunctionSpec>> functions_;
    std::unordered_map<std::string, std::unique_ptr<AggregateSpec>> aggregates_;
};

// All functions and aggregates of the language. Built on first use; one for the process.
const FunctionRegistry& builtin_functions();

}  // namespace confer::engine
