#pragma once
// The two graphs of the tests, each loaded once.
#include <catch2/catch.hpp>
#include <string>

#include "session/database.h"

namespace confer::engine::tests {

// "therapy" or "cooking"
inline Database& graph_called(const std::string& name) {
    static Database therapy, cooking;
    Database& database = name == "therapy" ? therapy : cooking;
    if (database.graph()->node_count() == 0) {
        REQUIRE(database.load(std::string(CONFER_SOURCE_DIR) + "/tests/graphs/" + name + ".json"));
    }
    return database;
}

inline Answer answer_to(const std::string& graph, const std::string& statement) {
    auto answer = graph_called(graph).run(statement);
    if (!answer) FAIL(statement << ": " << answer.error().message);
    return std::move(answer).value();
}

}  // namespace confer::engine::tests
