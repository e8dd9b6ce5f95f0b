#pragma once
// PreparedQuery: a query of the workload on a graph, prepared and bound, ready to be run again and again.
#include <vector>

#include "bench/answers.h"
#include "bench/workload.h"

namespace confer::bench {

class PreparedQuery {
public:
    PreparedQuery(const Graph& graph, const Query& query, double bound_seconds) {
        options_.limits.seconds = bound_seconds;
        for (const Parameters& parameters : query.parameter_sets) {
            Statement statement = graph.prepare(query.text);
            for (const auto& [name, value] : parameters) statement = statement.bind(name, value);
            statements_.push_back(std::move(statement));
        }
    }
    std::size_t set_count() const { return statements_.size(); }
    // Runs it and fetches every row.
    Result<Rows> run(std::size_t set) const {
        const Result<Answer> answer = statements_[set].run(options_);
        if (!answer) return answer.error();
        return fetch(*answer);
    }

private:
    std::vector<Statement> statements_;
    RunOptions options_;
};

}  // namespace confer::bench
