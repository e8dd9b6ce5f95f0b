// What `explain` shows of the four modes of integration: what was understood, and a pattern that gives the same rows.
#include "support/asked.h"

using namespace confer::engine;
using namespace confer::engine::tests;

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
    check_pattern(asked);
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
          "without, what is nearest to it first.");
    CHECK(understood("cooking", "integrate techniques of risotto and paella") ==
          "The techniques of Risotto and Paella together: which they share, which each contributes, what bridges them "
          "and where they contradict.");
}
