// confer_bench: see README.md beside this file.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <sstream>

#include "bench/data/generate.h"
#include "bench/job.h"
#include "bench/loading.h"
#include "bench/race.h"
#include "bench/statements.h"

namespace {

using namespace confer::bench;

constexpr const char* usage =
    "usage: confer_bench S1|S2|S3 [--data FOLDER] [--only Q1,Q2] [--seconds N] [--answers]\n"
    "       confer_bench statements DOCUMENT...\n"
    "       confer_bench JOB.json\n";

// The folder of a scale, generated if it is not there.
std::filesystem::path data_of(const std::string& scale, const std::filesystem::path& all) {
    std::filesystem::path folder = all / scale;
    if (!std::filesystem::exists(folder / "meta.json")) {
        std::fprintf(stderr, "generating %s\n", folder.c_str());
        generate(*draw_graph(scale), folder);
    }
    return folder;
}

// At S3 all pairs of approaches are too many for most engines: there the recent ones stand for them.
std::vector<Query> queries_for(const std::string& scale, const std::filesystem::path& data) {
    std::vector<Query> queries = read_queries(CONFER_BENCH_QUERIES);
    std::erase_if(queries, [&](const Query& query) { return query.name == (scale == "S3" ? "Q2" : "Q2s"); });
    read_parameters(data / "params.json", queries);
    return queries;
}

int run_scale(const std::string& scale, int count, char** arguments) {
    std::filesystem::path all = CONFER_BENCH_DATA;
    RaceOptions options;
    for (int i = 0; i < count; ++i) {
        const std::string option = arguments[i];
        if (option == "--answers") {
            options.answers_only = true;
        } else if (option == "--data" && i + 1 < count) {
            all = arguments[++i];
        } else if (option == "--seconds" && i + 1 < count) {
            options.seconds = std::atof(arguments[++i]);
        } else if (option == "--only" && i + 1 < count) {
            std::istringstream names(arguments[++i]);
            for (std::string name; std::getline(names, name, ',');) options.only.insert(name);
        } else {
            std::fputs(usage, stderr);
            return 2;
        }
    }
    const std::filesystem::path data = data_of(scale, all);
    const double sax = options.answers_only ? 0 : sax_pass_seconds(data);
    Loading figures;
    const confer::Graph graph = load(data, figures);
    if (!options.answers_only) print(figures, sax, graph.relationship_count());
    const reference::Graph reference_graph(data);
    reference::Kernels kernels(reference_graph);
    return race(graph, kernels, queries_for(scale, data), options) ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
    const std::string first = count > 1 ? arguments[1] : "";
    if (first == "S1" || first == "S2" || first == "S3") return run_scale(first, count - 2, arguments + 2);
    if (first == "statements" && count > 2) return time_statements({arguments + 2, arguments + count}) ? 0 : 1;
    if (count == 2 && first.ends_with(".json")) {
        run_job(read_job(first));
        return 0;
    }
    std::fputs(usage, stderr);
    return 2;
}
