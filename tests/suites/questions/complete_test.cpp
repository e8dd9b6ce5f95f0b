// What may come next in a question.
#include "question/complete.h"

#include "suites/questions/graphs.h"

namespace confer::engine::tests {

namespace {

std::vector<std::string> next(std::string_view begun, question::Completion::Kind kind) {
    std::vector<std::string> out;
    for (const question::Completion& found : question::complete(begun, therapy().vocabulary())) {
        if (found.kind == kind) out.push_back(found.text);
    }
    return out;
}

using Kind = question::Completion::Kind;
using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a question begins with a keyword", "[question][complete]") {
    const Texts all = next("", Kind::keyword);
    CHECK(std::vector(all.begin(), all.begin() + 9) ==
          Texts{"which", "what", "who", "where", "how many", "list", "describe", "lineage of", "compare"});
    for (const char* word : {"select", "assimilate", "integrate", "according to", "is", "why", "oldest"}) {
        CHECK(std::find(all.begin(), all.end(), word) != all.end());
    }
    CHECK(std::find(all.begin(), all.end(), "core") == all.end());
    CHECK(next("wh", Kind::keyword) ==
          Texts{"which", "what", "who", "where", "why", "who says that", "when", "what are the sources"});
}

TEST_CASE("words that say how many are offered where things are named", "[question][complete]") {
    const Texts all = next("which approaches use ", Kind::keyword);
    for (const char* word : {"every", "any of", "none of", "at most", "exactly"}) {
        CAPTURE(word);
        CHECK(std::find(all.begin(), all.end(), word) != all.end());
    }
    const Texts openings = next("a", Kind::keyword);
    CHECK(std::find(openings.begin(), openings.end(), "alternatives to") != openings.end());
    CHECK(std::find(openings.begin(), openings.end(), "ancestors of") != openings.end());
    for (const char* word : {"is", "has", "top"}) CHECK(std::find(all.begin(), all.end(), word) == all.end());
}

TEST_CASE("nouns follow which", "[question][complete]") {
    CHECK(next("which te", Kind::noun) == Texts{"techniques"});
    CHECK(next("which ", Kind::noun).size() == 11);
}

TEST_CASE("verbs follow a noun that they can be said of", "[question][complete]") {
    CHECK(next("which techniques ", Kind::verb) == Texts{"are used by", "treat"});
    CHECK(next("which techniques are used ", Kind::verb) == Texts{"are used by", "used by"});
}

TEST_CASE("what is used most comes first", "[question][complete]") {
    CHECK(next("which approaches ", Kind::verb).front() == "use");
    const auto first = question::complete("which approaches use ", therapy().vocabulary());
    REQUIRE(first.size() > 1);
    CHECK(first[0].text == "techniques");
    CHECK(first[1].text == "Mindfulness");
}

TEST_CASE("names follow a verb whose object they can be", "[question][complete]") {
    CHECK(next("which approaches treat ", Kind::name) == Texts{"Anxiety", "Depression", "Insomnia"});
    CHECK(next("which approaches use mindfulness and treat in", Kind::name) == Texts{"Insomnia"});
    CHECK(next("describe watch, wa", Kind::name) == Texts{"Watch, Wait and Wonder"});
}

TEST_CASE("a completion replaces all of the words that it completes", "[question][complete]") {
    const auto found = question::complete("describe gestalt th", therapy().vocabulary());
    REQUIRE_FALSE(found.empty());
    CHECK(found.front().text == "Gestalt therapy");
    CHECK(found.front().begin == 9);
}

TEST_CASE("joining words follow a name", "[question][complete]") {
    const Texts words = next("which approaches use mindfulness ", Kind::keyword);
    for (const char* word : {"and", "or", "but", "share"}) {
        CHECK(std::find(words.begin(), words.end(), word) != words.end());
    }
}

TEST_CASE("names that can be compared follow compare", "[question][complete]") {
    const Texts names = next("compare ", Kind::name);
    CHECK(std::find(names.begin(), names.end(), "Gestalt therapy") != names.end());
    CHECK(std::find(names.begin(), names.end(), "Anxiety") == names.end());
    CHECK(next("compare gestalt therapy, DBT by ", Kind::noun) ==
          Texts{"common factors", "foci", "techniques", "theories"});
}

TEST_CASE("names of any kind can be related and described", "[question][complete]") {
    for (const std::string begun : {"how is gestalt therapy related to ", "describe "}) {
        const Texts names = next(begun, Kind::name);
        CHECK(std::find(names.begin(), names.end(), "Anxiety") != names.end());
    }
}

TEST_CASE("what can be said of a name follows it in a question why", "[question][complete]") {
    const Texts verbs = next("why does DBT ", Kind::verb);
    CHECK(std::find(verbs.begin(), verbs.end(), "use") != verbs.end());
    CHECK(std::find(verbs.begin(), verbs.end(), "are used by") == verbs.end());
    CHECK(next("why does DBT treat ", Kind::name) == Texts{"Anxiety", "Depression", "Insomnia"});
}

TEST_CASE("only what has a lineage follows lineage of", "[question][complete]") {
    const Texts names = next("lineage of ", Kind::name);
    CHECK(std::find(names.begin(), names.end(), "Gestalt therapy") != names.end());
    CHECK(std::find(names.begin(), names.end(), "Mindfulness") == names.end());
}

TEST_CASE("nothing follows what is no question", "[question][complete]") {
    CHECK(question::complete("foo bar ", therapy().vocabulary()).empty());
}

}  // namespace confer::engine::tests
