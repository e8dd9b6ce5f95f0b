#pragma once
// PlanCache: the plans of the statements that were asked last, so that a statement that is asked again isn't parsed
// again.
//
// A plan is found by the statement's skeleton (session/literals.h), the kinds of the parameters, and those literals
// that could not be lifted out. One cache belongs to one snapshot of the graph and one set of functions.
//
// Threads    safe from any number of threads; the lock is held for a look-up only, never while a plan is made. Two
// threads
//            that miss the same plan both make it, and one of the two is kept.
// Cost       one hash of the statement for a look-up. It holds at most max_plans plans, those used last.
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "session/compile.h"
#include "session/literals.h"

namespace confer::engine {

class PlanCache {
public:
    static constexpr std::size_t max_plans = 500;
    static constexpr std::size_t max_statement_bytes = std::size_t{1} << 15U;  // longer ones are not kept

    // The plan of a statement with this skeleton, or nullptr. `conditions`: all else that the plan depends on.
    std::shared_ptr<const Compiled> find(const Skeleton& skeleton, std::string_view statement,
                                         std::string_view conditions);
    // REQUIRES: `plan` was compiled from that statement.
    void keep(const Skeleton& skeleton, std::string_view statement, std::string_view conditions,
              std::shared_ptr<const Compiled> plan);

private:
    struct Entry {
        std::string key;
        std::vector<bool> lifted;              // of a skeleton: which literals plans don't depend on
        std::shared_ptr<const Compiled> plan;  // of a skeleton with its other literals
    };
    const Entry* use(const std::string& key);
    void add(Entry entry);

    std::mutex mutex_;          // guards all below
    std::list<Entry> entries_;  // last used first
    std::unordered_map<std::string_view, std::list<Entry>::iterator> by_key_;
};

}  // namespace confer::engine
