// Asks the built-in graph a question and prints the answer with its sources.
#include <confer/confer.hpp>
#include <iostream>

int main() {
    const auto graph = confer::Graph::builtin();
    if (!graph) {
        std::cerr << graph.error().rendered << '\n';
        return 1;
    }
    const auto answer = graph->ask("what does family systems therapy combine?");
    if (!answer) {
        std::cerr << answer.error().rendered << '\n';
        return 1;
    }
    const std::vector<confer::Source> sources = answer->sources();
    for (std::size_t row = 0; row < answer->row_count(); ++row) {
        std::cout << answer->at(row, 0).to_string();
        for (const std::size_t source : answer->citations(row)) std::cout << " [" << sources[source].title << "]";
        std::cout << '\n';
    }
}
