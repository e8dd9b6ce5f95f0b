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
    for (const confer::Row& row : *answer) {
        std::cout << row[0].to_string();
        for (const std::size_t source : row.citations()) std::cout << " [" << sources[source].title << "]";
        std::cout << '\n';
    }
}
