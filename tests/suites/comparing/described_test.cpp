// Things that are described are looked up before there is a pattern: they must be those that `which` finds.
#include <set>

#include "support/asked.h"

using namespace confer::engine;
using namespace confer::engine::tests;

TEST_CASE("what is compared by description is what fits the description", "[comparing]") {
    const std::string description =
        GENERATE(as<std::string>{}, "approaches", "approaches that use homework", "approaches that do not use homework",
                 "approaches that use homework or exposure", "approaches that use exposure and treat anxiety",
                 "approaches that use homework but not mindfulness", "humanistic approaches",
                 "approaches that use techniques that treat anxiety",
                 "approaches that contrast with psychoanalysis or use exposure",
                 "approaches that derive from approaches that use homework", "approaches developed by people",
                 "approaches that use every technique that behavior therapy uses",
                 "approaches that use any of homework and exposure",
                 "approaches that use none of homework and exposure", "approaches with between 1 and 2 techniques",
                 "approaches with at most one technique", "approaches that have exactly two techniques",
                 "cognitive-behavioral or humanistic approaches", "approaches that are humanistic");
    CAPTURE(description);
    std::set<std::string> found, compared;
    for (const auto& row : answer_to("therapy", "which " + description).rows) found.emplace(row[0].as_string());
    const auto answer = graph_called("therapy").run("compare " + description);
    if (found.size() < 2) {
        CHECK_FALSE(answer);
        return;
    }
    REQUIRE(answer);
    for (const std::string& thing : answer.value().matrix->things) compared.insert(thing);
    CHECK(compared == found);
}
