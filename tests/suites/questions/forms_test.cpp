// SHARE, DESCRIBE, LIST, HOW MANY and LINEAGE; and what is no question.
#include "suites/questions/graphs.h"

namespace confer::engine::tests {

TEST_CASE("pairs that share components come with their number and names", "[question][share]") {
    CHECK(therapy().pattern("WHICH approaches SHARE components?") ==
          "MATCH (a:Approach)-[:USES|DRAWS_ON|FOCUSES_ON|EMPHASIZES]->(c)<-[:USES|DRAWS_ON|FOCUSES_ON|EMPHASIZES]-"
          "(b:Approach) WHERE a.id < b.id WITH a, b, count(DISTINCT c) AS shared, "
          "collect(DISTINCT c.name) AS components RETURN a.name AS approach, b.name AS other, shared, "
          "sort(components) AS components ORDER BY shared DESC, approach, other");
    CHECK(
        cooking().pattern("which dishes share ingredients?") ==
        "MATCH (a:Dish)-[:HAS]->(c:Ingredient)<-[:HAS]-(b:Dish) WHERE a.id < b.id WITH a, b, "
        "count(DISTINCT c) AS shared, collect(DISTINCT c.name) AS ingredients RETURN a.name AS dish, b.name AS other, "
        "shared, sort(ingredients) AS ingredients ORDER BY shared DESC, dish, other");
}

TEST_CASE("sharing with one, and at least so many", "[question][share]") {
    const std::string with_gestalt =
        "MATCH (a:Approach)-[:USES]->(c:Technique)<-[:USES]-({id: 'gestalt-therapy'}) WHERE a.id <> 'gestalt-therapy' "
        "WITH a, count(DISTINCT c) AS shared, collect(DISTINCT c.name) AS techniques WHERE shared >= 3 "
        "RETURN a.name AS approach, shared, sort(techniques) AS techniques ORDER BY shared DESC, approach";
    CHECK(therapy().pattern("which approaches share techniques WITH gestalt therapy AT LEAST 3") == with_gestalt);
    CHECK(therapy().pattern("which approaches share at least three techniques with gestalt therapy?") == with_gestalt);
    CHECK(therapy().pattern("which approaches share 3 or more techniques with gestalt therapy") == with_gestalt);
    CHECK(therapy().pattern("which approaches have at least 3 techniques in common with gestalt therapy?") ==
          with_gestalt);
}

TEST_CASE("those that share may be narrowed down, both of a pair", "[question][share]") {
    CHECK(therapy()
              .pattern("which humanistic approaches share techniques")
              .find("WHERE a.id < b.id AND (a)-[:BELONGS_TO]->({id: 'humanistic'}) AND "
                    "(b)-[:BELONGS_TO]->({id: 'humanistic'}) WITH") != std::string::npos);
}

TEST_CASE("several kinds may be shared, and one that is no component if there is one way to have it",
          "[question][share]") {
    CHECK(therapy()
              .pattern("which approaches share techniques and theories")
              .starts_with("MATCH (a:Approach)-[:USES|DRAWS_ON]->(c:Technique|Theory)<-[:USES|DRAWS_ON]-(b:Approach)"));
    CHECK(therapy()
              .pattern("which approaches share settings")
              .starts_with("MATCH (a:Approach)-[:DELIVERED_IN]->(c:Setting)<-[:DELIVERED_IN]-(b:Approach)"));
    CHECK(
        therapy().pattern("which approaches share conditions") ==
        R"(error[unfitting-words]: approaches have conditions in several ways, so it isn't clear what sharing them means
 --> query:1:24
1 | which approaches share conditions
  |                        ^^^^^^^^^^
hint: they may `treat` or `harm`)");
    CHECK(therapy().pattern("which people share components") ==
          R"(error[unfitting-words]: people have no components in this graph
 --> query:1:7
1 | which people share components
  |       ^^^^^^
hint: say with a noun what is meant instead of components)");
}

TEST_CASE("describing goes through the schema from top to bottom, both ways", "[question][describe]") {
    CHECK(
        cooking().pattern("describe Pesto alla genovese") ==
        "MATCH (a {id: 'pesto'}) RETURN 'is' AS relation, 'a dish' AS name "
        "UNION ALL MATCH (a {id: 'pesto'}) WHERE a.year IS NOT NULL RETURN 'year' AS relation, a.year AS name "
        "UNION ALL MATCH ({id: 'pesto'})-[:HAS]->(b) RETURN 'has' AS relation, b.name AS name ORDER BY name "
        "UNION ALL MATCH ({id: 'pesto'})-[:NEEDS]->(b) RETURN 'needs' AS relation, b.name AS name ORDER BY name "
        "UNION ALL MATCH ({id: 'pesto'})-[:EATEN_IN]->(b) RETURN 'eaten in' AS relation, b.name AS name ORDER BY name "
        "UNION ALL MATCH ({id: 'pesto'})-[:COOKED_BY]->(b) RETURN 'cooked by' AS relation, b.id AS name ORDER BY name "
        "UNION ALL MATCH ({id: 'pesto'})-[:STEMS_FROM]->(b) RETURN 'stems from' AS relation, b.name AS name "
        "ORDER BY name "
        "UNION ALL MATCH ({id: 'pesto'})<-[:STEMS_FROM]-(b) RETURN 'dishes that stem from' AS relation, "
        "b.name AS name ORDER BY name");
    for (const char* question :
         {"what is gestalt therapy?", "tell me about gestalt therapy", "who is gestalt therapy"}) {
        CHECK(therapy().pattern(question) == therapy().pattern("describe gestalt therapy"));
    }
}

TEST_CASE("lists show what the schema has of years and summaries", "[question][list]") {
    CHECK(therapy().pattern("LIST techniques") ==
          "MATCH (a:Technique) RETURN a.name AS technique, a.summary AS summary ORDER BY technique");
    CHECK(therapy().pattern("show me all approaches that treat insomnia") ==
          "MATCH (a:Approach) WHERE (a)-[:TREATS]->({id: 'insomnia'}) "
          "RETURN a.name AS approach, a.year AS year, a.summary AS summary ORDER BY approach");
    CHECK(therapy().pattern("list the techniques of DBT").find("(a)<-[:USES]-({id: 'dbt'})") != std::string::npos);
}

TEST_CASE("how many counts the rows of which", "[question][how-many]") {
    CHECK(therapy().pattern("HOW MANY approaches treat insomnia?") ==
          "MATCH (a:Approach) WHERE (a)-[:TREATS]->({id: 'insomnia'}) RETURN count(a) AS approaches");
    CHECK(therapy().pattern("how many techniques are there?") == "MATCH (a:Technique) RETURN count(a) AS techniques");
    CHECK(cooking().pattern("how many ingredients does ratatouille have?") ==
          "MATCH (a:Ingredient) WHERE ({id: 'ratatouille'})-[:HAS]->(a) RETURN count(a) AS ingredients");
}

TEST_CASE("lineage follows the type of descent both ways", "[question][lineage]") {
    CHECK(therapy().pattern("LINEAGE OF DBT") ==
          "MATCH p = ALL SHORTEST ({id: 'dbt'})-[:DERIVES_FROM]->+(b) RETURN 'ancestor' AS lineage, "
          "-length(p) AS generation, b.name AS approach, b.year AS year, nodes(p)[-2].name AS via "
          "ORDER BY [n IN nodes(p) | [n.year, n.name]] + [[null, null]] "
          "UNION ALL MATCH (b {id: 'dbt'}) RETURN 'itself' AS lineage, 0 AS generation, b.name AS approach, "
          "b.year AS year, null AS via "
          "UNION ALL MATCH p = ALL SHORTEST ({id: 'dbt'})<-[:DERIVES_FROM]-+(b) RETURN 'descendant' AS lineage, "
          "length(p) AS generation, b.name AS approach, b.year AS year, nodes(p)[-2].name AS via "
          "ORDER BY [n IN nodes(p) | [n.year, n.name]]");
    CHECK(therapy().pattern("what is the lineage of DBT?") == therapy().pattern("lineage of DBT"));
    CHECK(cooking().pattern("lineage of ratatouille").find("-[:STEMS_FROM]->+") != std::string::npos);
}

TEST_CASE("what is recorded for and against a claim is put together, or else what comes nearest", "[question][why]") {
    const std::string pattern = cooking().pattern("why does ratatouille have basil?");
    CHECK(pattern.find("LET recorded = [(a)-[r:HAS]->(b) | ['for', confer.sentence(r), r]]") != std::string::npos);
    CHECK(pattern.find("nearest = [(a)-[r]-(b) | ['another claim', confer.sentence(r), r]]") != std::string::npos);
    CHECK(pattern.find("CASE WHEN recorded <> [] THEN recorded ELSE [['unknown', 'Ratatouille has Basil', null]] + "
                       "CASE WHEN nearest <> [] THEN nearest ELSE "
                       "[(a)-[r:HAS]->() | ['of something else', confer.sentence(r), r]] END END") !=
          std::string::npos);
}

TEST_CASE("a restriction is a condition of each relationship", "[question][restriction]") {
    CHECK(therapy().pattern("which approaches use mindfulness, without weak sources?").find("claim:USES WHERE") ==
          std::string::npos);  // nothing in this graph says what a weak source is
}

TEST_CASE("the paraphrase says what was understood", "[question][paraphrase]") {
    CHECK(therapy().paraphrase("which therapies employ mindfulness and treat anxiety but not use homework") ==
          "Approaches that use Mindfulness and treat Anxiety but do not use Homework.");
    CHECK(therapy().paraphrase("which approaches treat insomnia, anxiety or depression and use homework") ==
          "Approaches that (treat Insomnia or Anxiety or Depression) and use Homework.");
    CHECK(therapy().paraphrase("which approaches use neither homework nor exposure") ==
          "Approaches that do not use Homework or Exposure.");
    CHECK(therapy().paraphrase("what does cbt combine") ==
          "Approaches or theories that are drawn on by or give rise to Cognitive behavioral therapy.");
    CHECK(therapy().paraphrase("who developed gestalt therapy") == "People that developed Gestalt therapy.");
    CHECK(therapy().paraphrase("which people have not developed gestalt therapy") ==
          "People that have not developed Gestalt therapy.");
    CHECK(cooking().paraphrase("which regions is pesto alla genovese eaten in") ==
          "Regions that Pesto alla genovese is eaten in.");
    CHECK(therapy().paraphrase("which approaches share at least 2 techniques with DBT") ==
          "Approaches that share at least 2 techniques with Dialectical behavior therapy.");
}

TEST_CASE("what begins like no question is answered with questions that can be asked", "[question][error]") {
    CHECK(therapy().pattern("foo bar") ==
          R"(error[unknown-question]: no question that Confer knows begins with `foo`
 --> query:1:1
1 | foo bar
  | ^^^
hint: ask for example: `which approaches use Mindfulness?`
hint: ask for example: `which approaches share components?`
hint: ask for example: `what do CBT and DBT share?`
hint: ask for example: `compare CBT, DBT`
hint: ask for example: `how similar are CBT and DBT?`
hint: ask for example: `which approaches are most like CBT?`
hint: ask for example: `how is CBT related to DBT?`
hint: ask for example: `why does CBT use Homework?`
hint: ask for example: `describe CBT`
hint: ask for example: `list approaches`
hint: ask for example: `how many approaches use Mindfulness?`
hint: ask for example: `lineage of DBT`
hint: ask for example: `common factors of CBT, DBT`
hint: ask for example: `integrate CBT, DBT`)");
    CHECK(therapy().pattern("wich approaches use mindfulness").find("did you mean `which`?") != std::string::npos);
}

TEST_CASE("a question that breaks off says what could come", "[question][error]") {
    CHECK(therapy().pattern("which approaches use") ==
          R"(error[unknown-question]: the question breaks off after `use`
 --> query:1:21
1 | which approaches use
  |                     ^
hint: here could come a name, a number, `every`, `exactly`, `at least` or `not`)");
}

TEST_CASE("a word in the wrong place is pointed at", "[question][error]") {
    CHECK(therapy().pattern("which approaches share mindfulness") ==
          R"(error[unknown-question]: `mindfulness` doesn't fit here
 --> query:1:24
1 | which approaches share mindfulness
  |                        ^^^^^^^^^^^
hint: here could come a noun, a number, `exactly`, `at least`, `and`, `not` or `with`)");
}

TEST_CASE("quotation marks and parentheses have to be closed", "[question][error]") {
    CHECK(therapy().translation("which approaches use \"mindfulness").error().message ==
          "the quotation mark is never closed");
    CHECK(therapy().translation("which approaches use (mindfulness").error().message == "`(` is never closed");
    CHECK(therapy().translation("which approaches use mindfulness)").error().message ==
          "`)` closes a parenthesis that was never opened");
}

TEST_CASE("a graph without a schema has no words", "[question][error]") {
    const Asked bare(R"({"nodes": [{"id": "x", "label": "Thing"}], "edges": []})");
    CHECK(
        bare.pattern("describe x")
            .starts_with("error[unknown-question]: this graph has no schema, so it has no words to ask questions in"));
}

}  // namespace confer::engine::tests
