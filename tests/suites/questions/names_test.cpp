// How names are found, whatever their shape, and what is said when they aren't.
#include "suites/questions/graphs.h"

namespace confer::engine::tests {

TEST_CASE("names are known by id, name or alias, in any case, hyphens and spaces alike", "[question][names]") {
    for (const char* name :
         {"dbt", "DBT", "Dialectical Behavior Therapy", "dialectical behaviour therapy", "dialectical-behavior-therapy",
          "'dialectical behavior therapy'", "\"DBT\"", "`dbt`", "\u201CDBT\u201D", "the DBT"}) {
        CHECK(therapy().condition("which techniques are used by " + std::string(name)) == "(a)<-[:USES]-({id: 'dbt'})");
    }
}

TEST_CASE("names hold words that are keywords elsewhere", "[question][names]") {
    CHECK(therapy().condition("which techniques are used by acceptance and commitment therapy and CBT?") ==
          "(a)<-[:USES]-({id: 'act'}) AND (a)<-[:USES]-({id: 'cbt'})");
    CHECK(cooking().condition("which dishes have salt and pepper and garlic?") ==
          "(a)-[:HAS]->({id: 'salt-and-pepper'}) AND (a)-[:HAS]->({id: 'garlic'})");
}

TEST_CASE("names hold commas, parentheses, dots and apostrophes", "[question][names]") {
    CHECK(therapy().condition("which techniques are used by watch, wait and wonder, and cbt") ==
          "(a)<-[:USES]-({id: 'watch'}) AND (a)<-[:USES]-({id: 'cbt'})");
    CHECK(therapy().condition("which techniques are used by (PRT (pain) or cbt)") ==
          "(a)<-[:USES]-({id: 'prt-pain'}) OR (a)<-[:USES]-({id: 'cbt'})");
    CHECK(therapy().condition("which approaches were developed by B. F. Skinner") ==
          "(a)-[:DEVELOPED_BY]->({id: 'skinner'})");
    CHECK(therapy().condition("which approaches are delivered in the client's home") ==
          "(a)-[:DELIVERED_IN]->({id: 'home'})");
    CHECK(therapy().condition("which approaches emphasise Frank\u2019s common features?") ==
          "(a)-[:EMPHASIZES]->({id: 'franks'})");
}

TEST_CASE("a name's other number is understood", "[question][names]") {
    CHECK(therapy().condition("which approaches focus on emotion?") == "(a)-[:FOCUSES_ON]->({id: 'emotions'})");
}

TEST_CASE("of several nodes with one name, the verb's object is meant", "[question][names]") {
    CHECK(therapy().condition("which approaches use exposure") == "(a)-[:USES]->({id: 'exposure'})");
    CHECK(therapy().condition("which approaches emphasize exposure") == "(a)-[:EMPHASIZES]->({id: 'facing'})");
    CHECK(therapy().condition("which approaches derive from exposure") ==
          "(a)-[:DERIVES_FROM]->({id: 'exposure-therapy'})");
}

TEST_CASE("a noun beside a name says which is meant", "[question][names]") {
    CHECK(therapy().condition("which approaches belong to the psychodynamic family") ==
          "(a)-[:BELONGS_TO]->({id: 'psychodynamic'})");
    CHECK(therapy().condition("which approaches use the technique exposure") == "(a)-[:USES]->({id: 'exposure'})");
    CHECK(therapy().pattern("describe the therapy exposure").find("'exposure-therapy'") != std::string::npos);
}

TEST_CASE("a word that is noun and name is what its place asks for", "[question][names]") {
    CHECK(therapy().condition("which approaches are offered as family") ==
          "(a)-[:OFFERED_AS]->({id: 'family-format'})");
    CHECK(therapy().condition("which approaches belong to a family") == "(a)-[:BELONGS_TO]->(:Family)");
    CHECK(therapy().pattern("which family includes cbt").starts_with("MATCH (a:Family)"));
}

TEST_CASE("an own name goes before another's alias, with a notice", "[question][names]") {
    const auto translated = therapy().translation("describe exposure");
    REQUIRE(translated.has_value());
    CHECK(translated.value().paraphrase == "What is recorded about Exposure.");
    CHECK(translated.value().notices ==
          std::vector<std::string>{"`exposure` is also another name of the approach `Exposure therapy`.",
                                   "`exposure` is also another name of the common factor `Facing the problem`."});
}

TEST_CASE("what only stands beside the graph, such as sources, gives way", "[question][names]") {
    CHECK(therapy().pattern("describe gestalt therapy").starts_with("MATCH (a {id: 'gestalt-therapy'})"));
    CHECK(therapy().pattern("describe S1").starts_with("MATCH (a {id: 'S1'})"));
}

TEST_CASE("nodes without a name are found by their id", "[question][names]") {
    CHECK(cooking().condition("which dishes does anna cook") == "({id: 'anna'})<-[:COOKED_BY]-(a)");
    CHECK(cooking().pattern("who cooks pesto alla genovese?") ==
          "MATCH (a:Cook) WHERE (a)<-[:COOKED_BY]-({id: 'pesto'}) RETURN a.id AS cook ORDER BY cook");
}

TEST_CASE("an unknown name names the things that were expected and the nearest", "[question][names][error]") {
    CHECK(therapy().pattern("which approaches use mindfullness and treat anxiety?") ==
          R"(error[unknown-name]: no technique is called `mindfullness`
 --> query:1:22
1 | which approaches use mindfullness and treat anxiety?
  |                      ^^^^^^^^^^^^
hint: did you mean `mindfulness`?)");
    CHECK(therapy().pattern("what does dbtt combine?") ==
          R"(error[unknown-name]: no approach is called `dbtt`
 --> query:1:11
1 | what does dbtt combine?
  |           ^^^^
hint: did you mean `dbt`?)");
}

TEST_CASE("a misspelt name of several words is seen as a whole", "[question][names][error]") {
    CHECK(therapy().pattern("which techniques are used by acceptence and commitment therapy?") ==
          R"(error[unknown-name]: no approach is called `acceptence and commitment therapy`
 --> query:1:30
1 | which techniques are used by acceptence and commitment therapy?
  |                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
hint: did you mean `acceptance and commitment therapy`?)");
    CHECK(therapy().pattern("describe acceptence and commitment therapy") ==
          R"(error[unknown-name]: nothing here is called `acceptence and commitment therapy`
 --> query:1:10
1 | describe acceptence and commitment therapy
  |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
hint: did you mean `acceptance and commitment therapy`?)");
}

TEST_CASE("a known name in the wrong place says what it is and what could be said", "[question][names][error]") {
    CHECK(therapy().pattern("which approaches use depression") ==
          R"(error[unknown-name]: no technique is called `depression`
 --> query:1:22
1 | which approaches use depression
  |                      ^^^^^^^^^^
hint: `Depression` is a condition
hint: what can be said is `approaches treat conditions` or `approaches harm conditions`)");
}

TEST_CASE("an ambiguous name lists the candidates", "[question][names][error]") {
    CHECK(
        therapy().pattern("describe EFT") ==
        R"(error[ambiguous-name]: `EFT` may be the approach `Emotional freedom techniques` or the approach `Emotionally focused therapy`
 --> query:1:10
1 | describe EFT
  |          ^^^
hint: write `Emotional freedom techniques` or `Emotionally focused therapy`)");
}

TEST_CASE("without a name near, the hint says where to look", "[question][names][error]") {
    CHECK(therapy().pattern("which approaches use 'xylophone music'") ==
          R"(error[unknown-name]: no technique is called `xylophone music`
 --> query:1:22
1 | which approaches use 'xylophone music'
  |                      ^^^^^^^^^^^^^^^^^
hint: see what there is with `list techniques`)");
}

}  // namespace confer::engine::tests
