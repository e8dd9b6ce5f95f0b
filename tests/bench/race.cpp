#include "bench/race.h"

#include <cstdio>

#include "bench/measure.h"
#include "bench/prepared_query.h"

namespace confer::bench {
namespace {

constexpr std::size_t least_runs = 3, most_runs = 2000;  // of each parameter set

struct Figures {
    // By parameter set, then by run.
    std::vector<std::vector<double>> reference, confer;
};

// What the engine may take, in milliseconds.
double limit_for(double reference) {
    return 3 * reference + 0.02;
}

// The mean over the parameter sets of `figure` of their runs.
template <class Figure>
double mean(const std::vector<std::vector<double>>& runs, Figure figure) {
    double sum = 0;
    for (const std::vector<double>& of_set : runs) sum += figure(of_set);
    return sum / static_cast<double>(runs.size());
}

double smallest(const std::vector<double>& runs) {
    return *std::min_element(runs.begin(), runs.end());
}

bool check_answers(const PreparedQuery& prepared, const Query& query, reference::Kernels& kernels,
                   reference::Kernels::Kernel kernel) {
    for (std::size_t set = 0; set < prepared.set_count(); ++set) {
        const Result<Rows> rows = prepared.run(set);
        if (!rows) {
            std::printf("| %s | %s |\n", query.name.c_str(), rows.error().message.c_str());
            return false;
        }
        const Rows wanted = (kernels.*kernel)(query.parameter_sets[set]);
        if (!same_rows(*rows, wanted, query.ordered)) {
            std::printf("| %s | WRONG for parameter set %zu: %zu rows, wanted %zu |\n", query.name.c_str(), set,
                        rows->size(), wanted.size());
            return false;
        }
    }
    return true;
}

Figures measure(const PreparedQuery& prepared, const Query& query, reference::Kernels& kernels,
                reference::Kernels::Kernel kernel, double seconds) {
    Figures figures;
    figures.reference.resize(prepared.set_count());
    figures.confer.resize(prepared.set_count());
    const Stopwatch watch;
    for (std::size_t run = 0; run < most_runs && (run < least_runs || watch.milliseconds() < seconds * 1e3); ++run) {
        for (std::size_t set = 0; set < prepared.set_count(); ++set) {
            const Parameters& parameters = query.parameter_sets[set];
            figures.reference[set].push_back(milliseconds_of([&] { return (kernels.*kernel)(parameters); }));
            figures.confer[set].push_back(milliseconds_of([&] { return prepared.run(set); }));
        }
    }
    return figures;
}

void print_row(const std::string& name, const Figures& figures) {
    const double reference = mean(figures.reference, median), confer = mean(figures.confer, median);
    std::printf("| %s | %.4g | %.4g | %.4g | %.1f | %.4g | %s |\n", name.c_str(), reference, confer,
                mean(figures.confer, smallest), confer / reference, limit_for(reference),
                confer <= limit_for(reference) ? "within" : "over");
}

}  // namespace

bool race(const Graph& graph, reference::Kernels& kernels, const std::vector<Query>& queries,
          const RaceOptions& options) {
    bool sound = true;
    if (!options.answers_only) {
        std::printf("| query | reference ms | Confer ms | smallest | ratio | limit ms | verdict |\n");
        std::printf("|---|---|---|---|---|---|---|\n");
    }
    for (const Query& query : queries) {
        const reference::Kernels::Kernel kernel = reference::Kernels::find(query.name);
        if (kernel == nullptr || (!options.only.empty() && !options.only.contains(query.name))) continue;
        const PreparedQuery prepared(graph, query, options.bound_seconds);
        if (!check_answers(prepared, query, kernels, kernel)) {
            sound = false;
        } else if (options.answers_only) {
            std::printf("%s: same answer\n", query.name.c_str());
        } else {
            print_row(query.name, measure(prepared, query, kernels, kernel, options.seconds));
            if (query.name == "Q6") {
                const auto by_degrees = reference::Kernels::find("Q6d");
                print_row("Q6 against counting by degrees",
                          measure(prepared, query, kernels, by_degrees, options.seconds));
            }
        }
        std::fflush(stdout);
    }
    return sound;
}

}  // namespace confer::bench
