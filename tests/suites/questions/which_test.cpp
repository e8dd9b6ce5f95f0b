// WHICH, WHAT, WHO and WHERE.
#include "suites/questions/graphs.h"

namespace confer::engine::tests {

TEST_CASE("which asks for the things that fit, one a row", "[question][which]") {
    CHECK(therapy().pattern("which approaches use mindfulness?") ==
          "MATCH (a:Approach) WHERE (a)-[:USES]->({id: 'mindfulness'}) RETURN a.name AS approach ORDER BY approach");
    CHECK(therapy().pattern("which common factors are there?") ==
          "MATCH (a:CommonFactor) RETURN a.name AS common_factor ORDER BY common_factor");
}

TEST_CASE("a verb may be said from its other end", "[question][which]") {
    CHECK(therapy().condition("which techniques are used by DBT?") == "(a)<-[:USES]-({id: 'dbt'})");
    CHECK(therapy().condition("which techniques are used in DBT?") == "(a)<-[:USES]-({id: 'dbt'})");
    CHECK(therapy().condition("what techniques does DBT use?") == "({id: 'dbt'})-[:USES]->(a)");
    CHECK(therapy().condition("which techniques that DBT uses are used for insomnia") ==
          "({id: 'dbt'})-[:USES]->(a) AND (a)-[:TREATS]->({id: 'insomnia'})");
}

TEST_CASE("who, what and where ask for whatever the verb leads to", "[question][which]") {
    CHECK(therapy().pattern("WHO developed gestalt therapy?") ==
          "MATCH (a:Person) WHERE (a)<-[:DEVELOPED_BY]-({id: 'gestalt-therapy'}) RETURN a.name AS person ORDER BY "
          "person");
    CHECK(therapy().condition("who was gestalt therapy developed by?") ==
          "({id: 'gestalt-therapy'})-[:DEVELOPED_BY]->(a)");
    CHECK(therapy().pattern("WHERE is integrative therapy delivered?") ==
          "MATCH (a:Setting) WHERE ({id: 'integrative-therapy'})-[:DELIVERED_IN]->(a) "
          "RETURN a.name AS setting ORDER BY setting");
    CHECK(cooking().pattern("where is pesto alla genovese eaten?") ==
          "MATCH (a:Region) WHERE ({id: 'pesto'})-[:EATEN_IN]->(a) RETURN a.name AS region ORDER BY region");
}

TEST_CASE("things of several kinds come with their kind", "[question][which]") {
    CHECK(therapy().pattern("WHAT treats insomnia?") ==
          "MATCH (a:Approach|Technique) WHERE (a)-[:TREATS]->({id: 'insomnia'}) "
          "RETURN a.name AS name, labels(a)[0] AS kind ORDER BY kind, name");
}

TEST_CASE("one verb may stand for several relationship types", "[question][which]") {
    CHECK(therapy().condition("WHAT does CBT combine?") == "({id: 'cbt'})-[:DRAWS_ON|DERIVES_FROM]->(a)");
    CHECK(therapy().condition("which theories does CBT combine?") == "({id: 'cbt'})-[:DRAWS_ON]->(a)");
    CHECK(therapy().condition("which approaches combine learning theory") == "(a)-[:DRAWS_ON]->({id: 'learning'})");
}

TEST_CASE("a verb that means the same from both ends has no direction", "[question][which]") {
    CHECK(therapy().condition("what contrasts with CBT?") == "(a)-[:CONTRASTS_WITH]-({id: 'cbt'})");
}

TEST_CASE("a noun may be the object", "[question][which]") {
    CHECK(therapy().condition("which approaches use techniques") == "(a)-[:USES]->(:Technique)");
    CHECK(therapy().condition("which approaches do not treat disorders") == "NOT (a)-[:TREATS]->(:Condition)");
}

TEST_CASE("an adjective or a preposition joins by the only way there is", "[question][which]") {
    const std::string both = "(a)-[:BELONGS_TO]->({id: 'humanistic'}) AND (a)-[:USES]->({id: 'empty-chair'})";
    CHECK(therapy().condition("which humanistic approaches use the empty chair") == both);
    CHECK(therapy().condition("which approaches from the humanistic family use the empty chair") == both);
    CHECK(cooking().condition("which dishes without garlic are eaten in Liguria?") ==
          "NOT (a)-[:HAS]->({id: 'garlic'}) AND (a)-[:EATEN_IN]->({id: 'liguria'})");
    CHECK(cooking().condition("which ingredients of pesto alla genovese are there") == "(a)<-[:HAS]-({id: 'pesto'})");
}

TEST_CASE("a preposition goes on with the verb that ends in it", "[question][which]") {
    CHECK(therapy().condition("which conditions are treated by CBT and not by ACT") ==
          "(a)<-[:TREATS]-({id: 'cbt'}) AND NOT (a)<-[:TREATS]-({id: 'act'})");
}

TEST_CASE("what one has and the other hasn't", "[question][which]") {
    CHECK(therapy().condition("WHAT DOES dbt use THAT act does NOT?") ==
          "({id: 'dbt'})-[:USES]->(a) AND NOT ({id: 'act'})-[:USES]->(a)");
}

TEST_CASE("kinds of things are things, unless the verb is meant", "[question][which]") {
    CHECK(therapy().pattern("which kinds of approaches use mindfulness?") ==
          therapy().pattern("which approaches use mindfulness?"));
    CHECK(therapy().condition("which conditions are kinds of anxiety?") == "(a)-[:IS_A]->({id: 'anxiety'})");
}

TEST_CASE("a list's rows rest on the things and on what was asserted of them", "[question][list][evidence]") {
    CHECK(therapy()
              .evidence("list approaches that use techniques that treat insomnia but do not use homework")
              .find("[a, [(a)-[r:USES]->(b:Technique) WHERE (b)-[:TREATS]->({id: 'insomnia'}) | "
                    "[r, [(b)-[rc:TREATS]->({id: 'insomnia'}) | rc]]]] AS evidence") != std::string::npos);
}

TEST_CASE("an unknown verb comes with the verbs that there are", "[question][which][error]") {
    CHECK(therapy().pattern("which approaches utilise mindfulness") ==
          R"(error[unknown-relationship-type]: `utilise` is no verb that this graph knows
 --> query:1:18
1 | which approaches utilise mindfulness
  |                  ^^^^^^^
hint: of approaches can be said that they `use`, `draw on`, `focus on`, `emphasize`, `derive from` or `give rise to`)");
    CHECK(therapy().pattern("which approaches trest insomnia").find("hint: did you mean `treat`?") !=
          std::string::npos);
}

TEST_CASE("an unknown noun comes with the nearest", "[question][which][error]") {
    CHECK(therapy().pattern("which aproaches use mindfulness") ==
          R"(error[unknown-label]: nothing in this graph is called `aproaches`
 --> query:1:7
1 | which aproaches use mindfulness
  |       ^^^^^^^^^
hint: did you mean `approaches` or `approach`?)");
    CHECK(cooking().pattern("list cars") ==
          R"(error[unknown-label]: nothing in this graph is called `cars`
 --> query:1:6
1 | list cars
  |      ^^^^
hint: it is about `dishes`, `ingredients`, `methods`, `regions` and `cooks`)");
}

TEST_CASE("a verb said of the wrong things says what it joins", "[question][which][error]") {
    CHECK(therapy().pattern("which conditions use mindfulness") ==
          R"(error[unfitting-words]: `use` joins approaches with techniques, so it can't be said of conditions
 --> query:1:18
1 | which conditions use mindfulness
  |                  ^^^
hint: what can be said is `conditions are treated by techniques`)");
    CHECK(therapy().pattern("which approaches use conditions") ==
          R"(error[unfitting-words]: `use` joins approaches with techniques, so it can't be said of conditions
 --> query:1:22
1 | which approaches use conditions
  |                      ^^^^^^^^^^
hint: what can be said is `approaches treat conditions` or `approaches harm conditions`)");
}

TEST_CASE("where several verbs would do, one has to be said", "[question][which][error]") {
    CHECK(therapy().pattern("list approaches for insomnia") ==
          R"(error[unfitting-words]: approaches are joined with conditions in several ways
 --> query:1:21
1 | list approaches for insomnia
  |                     ^^^^^^^^
hint: say which, with a verb: `treat` or `harm`)");
}

TEST_CASE("verbs of different things can't be asked at once", "[question][which][error]") {
    CHECK(therapy()
              .pattern("who developed CBT and treats insomnia")
              .find("nothing can fit all of this at once: the verbs are said of different things") !=
          std::string::npos);
}

}  // namespace confer::engine::tests
