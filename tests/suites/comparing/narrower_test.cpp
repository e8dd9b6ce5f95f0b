// What is narrower counts for things that are described, as it does for `which`.
#include <set>

#include "support/asked.h"

using namespace confer::engine;
using namespace confer::engine::tests;

TEST_CASE("what is compared by description counts what is narrower", "[comparing]") {
    const std::string description =
        GENERATE(as<std::string>{}, "dishes that contain rice", "dishes that contain exactly rice",
                 "dishes that contain grain and onion", "dishes that do not contain grain");
    CAPTURE(description);
    std::set<std::string> found, compared;
    for (const auto& row : answer_to("cooking", "which " + description).rows) found.emplace(row[0].as_string());
    const Answer answer = answer_to("cooking", "compare " + description);
    for (const std::string& thing : answer.matrix->things) compared.insert(thing);
    CHECK(compared == found);
}
