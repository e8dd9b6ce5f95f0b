// Test: tests/suites/check/check_test.cpp.
#include "check/check.h"

#include <algorithm>

#include "check/reader_internal.h"

namespace confer::engine::check {

Findings check(const PropertyGraph& graph, std::size_t most_of_each) {
    Findings findings(most_of_each);
    const Reader reader(graph);
    const Cited cited = cited_by_claims(reader);
    check_sources(reader, cited, findings);
    check_names(reader, findings);
    check_descent(reader, findings);
    check_conflicts(reader, findings);
    check_completeness(reader, cited, findings);
    std::ranges::stable_sort(findings.kept(), {}, &Finding::lint);
    return findings;
}

}  // namespace confer::engine::check
