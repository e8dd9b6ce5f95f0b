#include "bench/statements.h"

#include <cstdio>
#include <fstream>

#include "bench/measure.h"
#include "confer/confer.hpp"

namespace confer::bench {
namespace {

constexpr int repetitions = 20;

struct Cost {
    std::string statement;
    double first, uncached, cached, prepared;  // milliseconds; first: in this process
};

bool is_blank(const std::string& line) {
    return line.find_first_not_of(" \t\r") == std::string::npos;
}

// Statements are separated by blank lines, or by a semicolon at the end of a line.
void add_statements(const std::vector<std::string>& block, std::vector<std::string>& statements) {
    std::string statement;
    const auto end = [&] {
        if (!statement.empty()) statements.push_back(std::move(statement));
        statement.clear();
    };
    for (const std::string& line : block) {
        if (is_blank(line)) {
            end();
            continue;
        }
        const bool last = line.ends_with(";");
        statement += (statement.empty() ? "" : "\n") + line.substr(0, line.size() - (last ? 1 : 0));
        if (last) end();
    }
    end();
}

// A statement is in the cache by its text: with other white space behind it, it is new.
std::optional<Cost> cost_of(const std::string& statement, const Graph& graph) {
    Cost cost{.statement = statement, .first = 0, .uncached = 0, .cached = 0, .prepared = 0};
    bool sound = true;
    const auto ask = [&](const std::string& text) {
        return milliseconds_of([&] { sound = static_cast<bool>(graph.ask(text)) && sound; });
    };
    cost.first = ask(statement);
    std::vector<double> uncached, cached, prepared;
    const Statement ready = graph.prepare(statement);
    for (int i = 1; i <= repetitions; ++i) {
        uncached.push_back(ask(statement + std::string(static_cast<std::size_t>(i), ' ')));
        cached.push_back(ask(statement));
        prepared.push_back(milliseconds_of([&] { return ready.run(); }));
    }
    if (!sound) {
        std::printf("fails: %s\n", statement.c_str());
        return std::nullopt;
    }
    cost.uncached = median(uncached);
    cost.cached = median(cached);
    cost.prepared = median(prepared);
    return cost;
}

}  // namespace

std::vector<std::string> examples_of(const std::filesystem::path& document) {
    std::ifstream stream(document);
    std::vector<std::string> statements, block;
    bool inside = false;
    for (std::string line; std::getline(stream, line);) {
        if (inside && line.starts_with("```")) {
            add_statements(block, statements);
            inside = false;
        } else if (inside) {
            block.push_back(line);
        } else if (line == "```confer" || line == "```confer empty") {
            block.clear();
            inside = true;
        }
    }
    return statements;
}

bool time_statements(const std::vector<std::filesystem::path>& documents) {
    const Result<Graph> graph = Graph::builtin();
    if (!graph) return false;
    std::vector<Cost> costs;
    bool sound = true;
    for (const std::filesystem::path& document : documents) {
        for (const std::string& statement : examples_of(document)) {
            if (auto cost = cost_of(statement, *graph)) {
                costs.push_back(std::move(*cost));
            } else {
                sound = false;
            }
        }
    }
    if (costs.empty()) return false;
    const auto line = [&](const char* what, auto figure, const char* limit) {
        std::vector<double> figures;
        for (const Cost& cost : costs) figures.push_back(figure(cost));
        std::printf("| %s | %.3f | %.3f | %s |\n", what, median(figures),
                    *std::max_element(figures.begin(), figures.end()), limit);
    };
    std::printf("%zu statements\n\n| milliseconds | median | most | limit of the median |\n|---|---|---|---|\n",
                costs.size());
    line(
        "asked for the first time in a process", [](const Cost& cost) { return cost.first; }, "");
    line(
        "asked anew, parsing and all", [](const Cost& cost) { return cost.uncached; }, "1");
    line(
        "asked again", [](const Cost& cost) { return cost.cached; }, "");
    line(
        "prepared", [](const Cost& cost) { return cost.prepared; }, "");
    line(
        "asked again, over prepared", [](const Cost& cost) { return cost.cached - cost.prepared; }, "0.05");
    const auto slowest = std::max_element(costs.begin(), costs.end(),
                                          [](const Cost& a, const Cost& b) { return a.uncached < b.uncached; });
    std::printf("\nslowest anew, %.3f ms: %s\n", slowest->uncached, slowest->statement.c_str());
    return sound;
}

}  // namespace confer::bench
