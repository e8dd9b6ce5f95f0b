// What `explain` shows of questions that compare: what was understood, and a pattern that gives the same rows.
#include "support/asked.h"

using namespace confer::engine;
using namespace confer::engine::tests;

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
    check_pattern(asked);
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
