#pragma once
// asked: questions and statements to the graphs of tests/graphs.
#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <utility>

#include "session/database.h"
#include "value/compare.h"

namespace confer::engine::tests {

// By the file's name without its ending, or `builtin`; loaded when it is first asked for.
inline Database& graph_called(const std::string& name) {
    static std::map<std::string, Database> databases;
    Database& database = databases[name];
    if (database.graph()->node_count() > 0) return database;
    if (name == "builtin")
        REQUIRE(database.load_builtin());
    else
        REQUIRE(database.load(std::string(CONFER_SOURCE_DIR) + "/tests/graphs/" + name + ".json"));
    return database;
}

inline Answer answer_to(const std::string& graph, const std::string& statement) {
    auto answer = graph_called(graph).run(statement);
    if (!answer) FAIL(statement << ": " << answer.error().message);
    return std::move(answer).value();
}

// A row of EXPLAIN's answer: "understood", "pattern", ….
inline std::string explained(const std::string& graph, const std::string& question, const std::string& part) {
    for (const auto& row : answer_to(graph, "explain " + question).rows) {
        if (row[0].as_string() == part) return std::string(row[1].as_string());
    }
    return {};
}

inline std::string understood(const std::string& graph, const std::string& question) {
    return explained(graph, question, "understood");
}

struct Asked {
    const char* graph;
    const char* question;
};

// Both give the same rows.
inline void check_same(const Answer& one, const Answer& other) {
    REQUIRE(one.columns.size() == other.columns.size());
    for (std::size_t i = 0; i < other.columns.size(); ++i) CHECK(one.columns[i].name == other.columns[i].name);
    REQUIRE(one.rows.size() == other.rows.size());
    for (std::size_t i = 0; i < other.rows.size(); ++i) {
        for (std::size_t j = 0; j < other.columns.size(); ++j) {
            CHECK(order(one.rows[i][j], other.rows[i][j]) == 0);
        }
    }
}

// The pattern that a question was translated to, typed by hand, gives the same rows.
inline void check_pattern(const Asked& asked) {
    CAPTURE(asked.question);
    const Answer question = answer_to(asked.graph, asked.question);
    const std::string pattern = explained(asked.graph, asked.question, "pattern");
    CAPTURE(pattern);
    REQUIRE_FALSE(question.rows.empty());
    check_same(question, answer_to(asked.graph, pattern));
}

}  // namespace confer::engine::tests
