#include "bench/loading.h"

#include <rapidjson/filereadstream.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <memory>
#include <vector>

#include "bench/measure.h"

namespace confer::bench {

Graph load(const std::filesystem::path& folder, Loading& figures) {
    forget_peak_memory();
    const long before = memory_kib("VmRSS:");
    const Stopwatch watch;
    Result<Graph> graph = Graph::open((folder / "graph.json").string());
    figures.seconds = watch.milliseconds() / 1e3;
    if (!graph) {
        std::fprintf(stderr, "%s\n", graph.error().rendered.c_str());
        std::exit(1);
    }
    figures.held_kib = memory_kib("VmRSS:") - before;
    figures.peak_kib = memory_kib("VmHWM:") - before;
    return std::move(*graph);
}

double sax_pass_seconds(const std::filesystem::path& folder) {
    double best = std::numeric_limits<double>::infinity();
    std::vector<char> buffer(std::size_t{1} << 16U);
    for (int pass = 0; pass < 3; ++pass) {
        const Stopwatch watch;
        const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen((folder / "graph.json").c_str(), "rb"),
                                                                   std::fclose);
        rapidjson::FileReadStream stream(file.get(), buffer.data(), buffer.size());
        rapidjson::BaseReaderHandler<> nobody;
        rapidjson::Reader().Parse(stream, nobody);
        best = std::min(best, watch.milliseconds() / 1e3);
    }
    return best;
}

void print(const Loading& figures, double sax_seconds, std::size_t edges) {
    const auto per_edge = [&](long kib) { return static_cast<double>(kib) * 1024 / static_cast<double>(edges); };
    std::printf("| loading | figure | limit |\n|---|---|---|\n");
    std::printf("| seconds | %.3f | %.3f (3 × RapidJSON's pass) |\n", figures.seconds, 3 * sax_seconds);
    std::printf("| bytes an edge after loading | %.1f | 64 |\n", per_edge(figures.held_kib));
    std::printf("| bytes an edge at the peak | %.1f | 128 |\n\n", per_edge(figures.peak_kib));
}

}  // namespace confer::bench
