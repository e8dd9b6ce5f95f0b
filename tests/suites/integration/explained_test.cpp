// What `explain` shows of the four modes of integration: what was understood, and a pattern that gives the same rows.
#include <catch2/catch.hpp>
#include <map>
#include <string>

#include "session/database.h"
#include "value/compare.h"

using namespace confer::engine;

namespace {

Database& graph_called(const std::string& name) {
    static std::map<std::string, Database> databases;
    Database& database = databases[name];
    if (database.graph()->node_count() == 0) {
        REQUIRE(database.load(std::string(CONFER_SOURCE_DIR) + "/tests/graphs/" + name + ".json"));
    }
    return database;
}

Answer answer_to(const std::string& graph, const std::string& statement) {
    auto answer = graph_called(graph).run(statement);
    if (!answer) FAIL(statement << ": " << answer.error().message);
    return std::move(answer).value();
}

std::string part(const std::string& graph, const std::string& question, const std::string& name) {
    for (const auto& row : answer_to(graph, "explain " + question).rows) {
        if (row[0].as_string() == name) return std::string(row[1].as_string());
    }
    return {};
}

struct Asked {
    const char* graph;
    const char* question;
};

}  // namespace

TEST_CASE("the pattern of an integration, typed by hand, gives the same rows", "[integration][explain]") {
    const Asked asked = GENERATE(Asked{"cooking", "common factors of risotto and pilaf"},
                                 Asked{"therapy", "common factors of CBT, DBT and gestalt therapy in at least 2"},
                                 Asked{"cooking", "common factors of Spanish dishes"},
                                 Asked{"garden", "select practices for drought, mildew from at least 2 traditions"},
                                 Asked{"cooking", "select techniques for hot weather, weeknight"},
                                 Asked{"garden", "assimilate into dry for mildew"},
                                 Asked{"garden", "assimilate practices into dry from ecological"},
                                 Asked{"cooking", "assimilate ingredients into minestrone for winter from borscht"},
                                 Asked{"cooking", "integrate risotto, paella and biryani"},
                                 Asked{"therapy", "integrate theories of CBT and DBT"},
                                 Asked{"cooking", "which dishes contain rice or follow peasant cooking?"});
    CAPTURE(asked.question);
    const Answer question = answer_to(asked.graph, asked.question);
    const std::string pattern = part(asked.graph, asked.question, "pattern");
    CAPTURE(pattern);
    const Answer typed = answer_to(asked.graph, pattern);
    REQUIRE_FALSE(question.rows.empty());
    REQUIRE(question.columns.size() == typed.columns.size());
    for (std::size_t i = 0; i < typed.columns.size(); ++i) CHECK(question.columns[i].name == typed.columns[i].name);
    REQUIRE(question.rows.size() == typed.rows.size());
    for (std::size_t i = 0; i < typed.rows.size(); ++i) {
        for (std::size_t j = 0; j < typed.columns.size(); ++j) {
            CHECK(order(question.rows[i][j], typed.rows[i][j]) == 0);
        }
    }
}

TEST_CASE("each row of an integration has its sources", "[integration][sources]") {
    const Asked asked = GENERATE(Asked{"cooking", "common factors of risotto and pilaf"},
                                 Asked{"garden", "select practices for drought, mildew"},
                                 Asked{"garden", "assimilate into dry for mildew"},
                                 Asked{"cooking", "integrate risotto, paella and biryani"});
    CAPTURE(asked.question);
    const Answer answer = answer_to(asked.graph, asked.question);
    REQUIRE(answer.citations.size() == answer.rows.size());
    for (const auto& cited : answer.citations) CHECK_FALSE(cited.empty());
}

TEST_CASE("the four modes say what they were taken for", "[integration][explain]") {
    const auto understood = [](const std::string& graph, const std::string& question) {
        return part(graph, question, "understood");
    };
    CHECK(understood("cooking", "common factors of risotto and pilaf") ==
          "The components that both Risotto and Pilaf have, those that most other dishes have first.");
    CHECK(understood("cooking", "common factors of Spanish dishes in at least 3") ==
          "The components that at least 3 of the dishes that belong to Spanish have, those that most other dishes "
          "have first.");
    CHECK(understood("garden", "select practices for drought, mildew from at least 3 traditions") ==
          "A few practices from at least 3 traditions that together help with drought and mildew, by what sources say, "
          "what they support best first.");
    CHECK(understood("garden", "assimilate practices into dry for mildew from permaculture, biodynamics") ==
          "Practices of permaculture and biodynamics that help with mildew and that dry lacks and isn't said to do "
          "without, from what shares most with it first.");
    CHECK(understood("cooking", "integrate techniques of risotto and paella") ==
          "The techniques of Risotto and Paella together: which they share, which each contributes, what bridges them "
          "and where they contradict.");
}
