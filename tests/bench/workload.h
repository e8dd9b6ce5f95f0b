#pragma once
// The workload: queries by name and the parameters that each is run with.
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "confer/confer.hpp"

namespace confer::bench {

struct Query {
    std::string name, text;
    bool ordered = false;                    // the order of its rows is part of the answer
    std::vector<Parameters> parameter_sets;  // one, empty, for a query without parameters
};

// A file in which a line `//! NAME [ordered]` opens a query. A file that can't be read ends the program with a message.
std::vector<Query> read_queries(const std::filesystem::path& file);
// Those of params.json: {"Q1": [{"id": "a7"}]}.
void read_parameters(const std::filesystem::path& file, std::vector<Query>& queries);

// A job as the peers' harness writes it.
struct Job {
    std::filesystem::path data;  // holds graph.json
    std::vector<Query> queries;
    std::size_t repetitions = 5;  // at least
    double bound_seconds = 120;   // for one run
    double cap_seconds = 60;      // for the repetitions of one query
};
Job read_job(const std::filesystem::path& file);

}  // namespace confer::bench
