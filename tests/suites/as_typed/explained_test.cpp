// Whatever question is asked in the pairs of these folders: the pattern that `explain` shows of it, typed by hand,
// gives the same rows.
#include <filesystem>
#include <fstream>

#include "support/asked.h"

using namespace confer::engine;
using namespace confer::engine::tests;

namespace {

struct Pair {
    std::string graph, question;
};

// "-- graph: kitchen.json" and the question in the next line.
std::vector<Pair> pairs_of(const std::string& feature) {
    std::vector<Pair> out;
    const std::filesystem::path folder = std::string(CONFER_SOURCE_DIR) + "/tests/suites/" + feature;
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        if (file.path().extension() != ".query") continue;
        std::ifstream in(file.path());
        std::string graph;
        Pair pair;
        std::getline(in, graph);
        std::getline(in, pair.question);
        pair.graph = std::filesystem::path(graph.substr(graph.rfind(' ') + 1)).stem().string();
        out.push_back(std::move(pair));
    }
    return out;
}

}  // namespace

TEST_CASE("the pattern of a question, typed by hand, gives the same rows", "[questions][explain]") {
    std::size_t answered = 0;
    for (const char* feature : {"as_typed", "another_sixty", "quantifiers", "sixty"}) {
        for (const Pair& pair : pairs_of(feature)) {
            CAPTURE(pair.question);
            const auto answer = graph_called(pair.graph).run(pair.question);
            const bool is_explained = pair.question.starts_with("explain ") || pair.question.starts_with("Explain ");
            if (!answer || is_explained) continue;
            check_same(answer.value(), answer_to(pair.graph, explained(pair.graph, pair.question, "pattern")));
            CHECK(understood(pair.graph, pair.question).ends_with("."));
            ++answered;
        }
    }
    CHECK(answered > 200);
}
