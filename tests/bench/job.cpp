#include "bench/job.h"

#include <cstdio>

#include "bench/loading.h"
#include "bench/measure.h"
#include "bench/prepared_query.h"

namespace confer::bench {
namespace {

constexpr std::size_t most_runs = 200;
constexpr double enough_milliseconds = 1000;

std::string quoted(const std::string& text) {
    const std::string row = to_json({{text}});  // [["text"]]
    return row.substr(2, row.size() - 4);
}

void tell(const std::string& event, const std::string& query, const std::string& more = {}) {
    std::printf("{\"event\":\"%s\",\"q\":%s%s}\n", event.c_str(), quoted(query).c_str(), more.c_str());
    std::fflush(stdout);
}

std::string number(double figure) {
    char text[32];
    std::snprintf(text, sizeof text, "%.5f", figure);
    return text;
}

// The rows of each parameter set as a JSON list, and how long the first took; nothing when one fails, which is told.
std::optional<std::string> first_runs(const PreparedQuery& prepared, const std::string& name, double& first) {
    std::string all;
    for (std::size_t set = 0; set < prepared.set_count(); ++set) {
        const Stopwatch watch;
        const Result<Rows> rows = prepared.run(set);
        if (!rows) {
            const std::string why = rows.error().code == "timeout" ? "timeout" : rows.error().message;
            tell("error", name, ",\"error\":" + quoted(why));
            return std::nullopt;
        }
        if (set == 0) {
            first = watch.milliseconds();
            tell("first", name, ",\"ms\":" + number(first));
        }
        all += (set == 0 ? "" : ",") + to_json(*rows);
    }
    return all;
}

void run_query(const PreparedQuery& prepared, const std::string& name, const Job& job) {
    tell("start", name);
    double first = 0;
    const auto rows = first_runs(prepared, name, first);
    if (!rows) return;
    for (std::size_t set = 0; set < prepared.set_count(); ++set) (void)prepared.run(set);

    std::vector<double> runs;
    const Stopwatch watch;
    const double cpu_before = cpu_milliseconds();
    const auto more = [&] {
        const double spent = watch.milliseconds();
        if (spent >= job.cap_seconds * 1e3) return false;
        return runs.size() < job.repetitions || (runs.size() < most_runs && spent < enough_milliseconds);
    };
    while (more()) {
        for (std::size_t set = 0; set < prepared.set_count(); ++set) {
            runs.push_back(milliseconds_of([&] { return prepared.run(set); }));
        }
    }
    const double cpu = (cpu_milliseconds() - cpu_before) / static_cast<double>(runs.size());
    std::string times;
    for (const double run : runs) times += (times.empty() ? "" : ",") + number(run);
    tell("query", name,
         ",\"first_ms\":" + number(first) + ",\"cpu_ms\":" + number(cpu) + ",\"times_ms\":[" + times + "],\"rows\":[" +
             *rows + "]");
}

}  // namespace

void run_job(const Job& job) {
    Loading figures;
    const Graph graph = load(job.data, figures);
    std::printf(R"({"event":"load","version":"this","path":"JSON","seconds":%.4f,"rss_kb":%ld,"hwm_kb":%ld})"
                "\n",
                figures.seconds, memory_kib("VmRSS:"), memory_kib("VmHWM:"));
    for (const Query& query : job.queries) run_query(PreparedQuery(graph, query, job.bound_seconds), query.name, job);
    std::printf("{\"event\":\"end\",\"hwm_kb\":%ld}\n", memory_kib("VmHWM:"));
}

}  // namespace confer::bench
