// What `explain` shows of questions that compare: what was understood, and a pattern that gives the same rows.
#include "graphs.h"
#include "value/compare.h"

using namespace confer::engine;
using namespace confer::engine::tests;

namespace {

// A row of EXPLAIN's answer.
std::string part(const std::string& graph, const std::string& question, const std::string& name) {
    for (const auto& row : answer_to(graph, "explain " + question).rows) {
        if (row[0].as_string() == name) return std::string(row[1].as_string());
    }
    return {};
}

std::string understood(const std::string& graph, const std::string& question) {
    return part(graph, question, "understood");
}

struct Asked {
    const char* graph;
    const char* question;
};

}  // namespace

TEST_CASE("the pattern of a comparison, typed by hand, gives the same rows", "[comparing][explain]") {
    const Asked asked = GENERATE(Asked{"therapy", "what do behavior therapy, CBT and DBT share?"},
                                 Asked{"therapy", "which techniques do CBT and DBT have in common?"},
                                 Asked{"cooking", "what do risotto, saffron risotto and pilaf share?"},
                                 Asked{"therapy", "compare behavior therapy, CBT, gestalt therapy"},
                                 Asked{"therapy", "compare CBT, DBT by techniques, only differences"},
                                 Asked{"therapy", "compare homework, exposure by approaches"},
                                 Asked{"cooking", "compare risotto, paella, gazpacho by ingredients, techniques"},
                                 Asked{"cooking", "compare risotto, paella by dishes"},
                                 Asked{"cooking", "compare Spanish dishes, only shared"},
                                 Asked{"therapy", "how similar are CBT and behavior therapy?"},
                                 Asked{"cooking", "how similar are risotto, paella and pilaf by ingredients?"},
                                 Asked{"therapy", "which approaches are most like CBT?"},
                                 Asked{"cooking", "the 2 Italian dishes most similar to pilaf"});
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

TEST_CASE("a comparison says what it was taken for", "[comparing][explain]") {
    CHECK(understood("therapy", "what do CBT, DBT and gestalt therapy share?") ==
          "The components that all of Cognitive behavioral therapy, Dialectical behavior therapy and Gestalt therapy "
          "have.");
    CHECK(understood("cooking", "which ingredients do paella and pilau have in common?") ==
          "The ingredients that both Paella and Pilaf have.");
    CHECK(understood("therapy", "compare CBT, DBT by techniques and conditions, only differences") ==
          "Cognitive behavioral therapy and Dialectical behavior therapy side by side, by what they use, treat, lack "
          "support for and harm, without what all of them have.");
    CHECK(understood("cooking", "compare frying, steaming by dishes") ==
          "Frying and Steaming side by side, by what they cook.");
    CHECK(understood("cooking", "how similar are paella and pilaf?") ==
          "How alike Paella and Pilaf are in the components that they have.");
    CHECK(understood("cooking", "the 3 dishes most like paella by techniques") ==
          "The 3 dishes most like Paella in the techniques that they have.");
    CHECK(understood("cooking", "which Italian dishes are most like pilaf?") ==
          "The 10 dishes that belong to Italian, and are most like Pilaf in the components that they have.");
}
