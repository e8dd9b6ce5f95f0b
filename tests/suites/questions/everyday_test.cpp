// Questions as people type them: wider than the forms that the documentation begins with.
#include "suites/questions/kitchen.h"

namespace confer::engine::tests {

namespace {

std::vector<std::string> notices(const Asked& graph, std::string_view question) {
    const auto translated = graph.translation(question);
    if (!translated.has_value()) return {render(translated.error(), question)};
    return translated.value().notices;
}

}  // namespace

TEST_CASE("a noun with a description is a list", "[question][everyday]") {
    CHECK(cooking().condition("dishes with garlic") == "(a)-[:HAS]->({id: 'garlic'})");
    CHECK(kitchen().condition("dishes for winter") == "(a)-[:SUITS]->({id: 'winter'})");
}

TEST_CASE("anything asks for things of whatever kind", "[question][everyday]") {
    CHECK(kitchen().pattern("anything for winter?") == kitchen().pattern("what suits winter?"));
}

TEST_CASE("for whom it is adds nothing, and what isn't known of them is said", "[question][everyday]") {
    CHECK(kitchen().condition("dishes for someone with winter") == kitchen().condition("dishes for winter"));
    CHECK(notices(kitchen(), "dishes for someone with winter").empty());
    CHECK(notices(kitchen(), "dishes for pensioners with winter") ==
          std::vector<std::string>{
              "`pensioners` was left out: nothing that is recorded here tells such people from others."});
}

TEST_CASE("a misspelt name is no people", "[question][everyday]") {
    CHECK(kitchen().pattern("dishes for wintr with garlic").starts_with("error[unknown-name]"));
}

TEST_CASE("what is good for something serves it, which is no advice", "[question][everyday]") {
    CHECK(kitchen().condition("which dishes are good for winter?") == "(a)-[:SUITS]->({id: 'winter'})");
    CHECK(notices(kitchen(), "which dishes are good for winter?").front() ==
          "`good for` was read as what sources say serves it; that is no recommendation.");
}

TEST_CASE("a grade of the evidence narrows claims down", "[question][everyday]") {
    const std::string strong =
        "EXISTS { MATCH (a)-[graded_a:SUITS WHERE 'strong' IN graded_a.grades]->({id: 'winter'}) }";
    CHECK(kitchen().condition("which dishes suit winter with strong evidence") == strong);
    CHECK(kitchen().condition("which dishes are backed by strong evidence for winter") == strong);
    CHECK(kitchen().condition("which dishes have strong evidence for winter") == strong);
    CHECK(kitchen()
              .condition("which dishes have no evidence grade")
              .starts_with("NOT EXISTS { MATCH (a)-[graded_a:SUITS WHERE any(grade IN graded_a.grades WHERE "
                           "grade <> 'ungraded')]->"));
    CHECK(kitchen().paraphrase("which dishes suit winter with strong evidence") ==
          "Dishes that suit Winter with strong evidence.");
}

TEST_CASE("what nobody grades has no evidence", "[question][everyday]") {
    CHECK(kitchen().pattern("which dishes contain rice with strong evidence").starts_with("error[unfitting-words]"));
}

TEST_CASE("numbers count what things are joined with", "[question][everyday]") {
    CHECK(cooking().condition("which dishes contain at least 3 ingredients") ==
          "size([(a)-[:HAS]->(b:Ingredient) | b]) >= 3");
    CHECK(cooking().condition("which dishes contain fewer than two ingredients") ==
          "size([(a)-[:HAS]->(b:Ingredient) | b]) <= 1");
    CHECK(cooking().condition("which dishes contain more than 4 ingredients") ==
          "size([(a)-[:HAS]->(b:Ingredient) | b]) >= 5");
    CHECK(cooking().paraphrase("which dishes contain 3 or more ingredients") ==
          "Dishes that have at least 3 ingredients.");
}

TEST_CASE("nobody denies that anybody does it", "[question][everyday]") {
    CHECK(cooking().condition("which dishes nobody cooks") == "NOT (:Cook)<-[:COOKED_BY]-(a)");
}

TEST_CASE("what is unique to one thing has nothing else", "[question][everyday]") {
    CHECK(cooking().condition("which ingredients are unique to pesto alla genovese") ==
          "(a)<-[:HAS]-({id: 'pesto'}) AND size([(a)<-[:HAS]-(b:Dish) | b]) = 1");
    CHECK(cooking().paraphrase("which ingredients are unique to pesto alla genovese") ==
          "Ingredients that are found in Pesto alla genovese and exactly 1 dish.");
}

TEST_CASE("what something isn't is a thing, or a group", "[question][everyday]") {
    CHECK(cooking().condition("which dishes contain garlic but aren't ratatouille") ==
          "(a)-[:HAS]->({id: 'garlic'}) AND NOT a.id = 'ratatouille'");
    CHECK(kitchen().condition("which dishes contain garlic but aren't Spanish") ==
          "(a)-[:CONTAINS]->({id: 'garlic'}) AND NOT (a)-[:BELONGS_TO]->({id: 'spanish'})");
}

TEST_CASE("what else they are joined with stands beside", "[question][everyday]") {
    CHECK(cooking().pattern("which dishes contain basil and who cooks them") ==
          "MATCH (a:Dish) WHERE (a)-[:HAS]->({id: 'basil'}) RETURN a.name AS dish, "
          "[(a)-[:COOKED_BY]->(x) | x.id] AS cooked_by ORDER BY dish");
    CHECK(therapy().pattern("who developed gestalt therapy and when") ==
          "MATCH (a:Person), (dated {id: 'gestalt-therapy'}) WHERE (a)<-[:DEVELOPED_BY]-({id: 'gestalt-therapy'}) "
          "RETURN a.name AS person, dated.year AS year ORDER BY person");
}

TEST_CASE("what is most common is counted", "[question][everyday]") {
    CHECK(cooking().pattern("the 3 most common ingredients") ==
          "MATCH (a:Ingredient) WHERE (a)<-[:HAS]-(:Dish) RETURN a.name AS ingredient, size([(a)<-[:HAS]-(b:Dish) | "
          "b]) AS dishes "
          "ORDER BY dishes DESC, ingredient LIMIT 3");
    CHECK(cooking().pattern("how many ingredients does each dish contain?") ==
          "MATCH (a:Dish) RETURN a.name AS dish, size([(a)-[:HAS]->(b:Ingredient) | b]) AS ingredients "
          "ORDER BY ingredients DESC, dish");
}

TEST_CASE("whether something is so is answered by what sources say", "[question][everyday]") {
    CHECK(cooking().pattern("does pesto alla genovese contain basil?") ==
          cooking().pattern("why does pesto alla genovese contain basil?"));
    CHECK(notices(cooking(), "does pesto alla genovese contain basil?").front() ==
          "Yes, by what is recorded: Pesto alla genovese has Basil.");
    CHECK(notices(kitchen(), "does paella contain onion?").front() ==
          "What is recorded says the opposite of: Paella contains Onion.");
}

TEST_CASE("two names may be of one thing", "[question][everyday]") {
    CHECK(notices(kitchen(), "is plov the same as pilau?").front() == "Both are names of the same dish, Pilaf.");
    CHECK(notices(kitchen(), "is risotto the same as paella?").back() ==
          "Risotto and Paella are recorded as two different dishes.");
}

TEST_CASE("what introduces a question is left out, but for what both takes up", "[question][everyday]") {
    CHECK(cooking().condition("I have garlic and basil - which dishes contain both?") ==
          cooking().condition("which dishes contain garlic and basil?"));
    CHECK(notices(cooking(), "I have guests: which dishes contain basil?").front() ==
          "What stands before the question was left out: `I have guests`.");
}

TEST_CASE("a verb for several types is said loosely of all components", "[question][everyday]") {
    CHECK(therapy().condition("which approaches combine mindfulness and learning theory") ==
          "(a)-[:USES]->({id: 'mindfulness'}) AND (a)-[:DRAWS_ON]->({id: 'learning'})");
    CHECK(notices(therapy(), "which approaches combine mindfulness").front() ==
          "`combine` was read as `use`: Mindfulness is a technique.");
    CHECK(therapy().pattern("which approaches draw on mindfulness").starts_with("error[unknown-name]"));
}

TEST_CASE("what somebody made stands for them where things descend", "[question][everyday]") {
    CHECK(therapy().condition("what did Fritz Perls give rise to") ==
          "EXISTS { MATCH (b:Approach)<-[:DERIVES_FROM]-(a) WHERE (b)-[:DEVELOPED_BY]->({id: 'perls'}) }");
    CHECK(notices(therapy(), "what did Fritz Perls give rise to").front() ==
          "`Fritz Perls` was read as approaches that are developed by Fritz Perls.");
}

TEST_CASE("one piece may be brought, or what one has", "[question][everyday]") {
    CHECK(kitchen().pattern("bring saffron into pilaf").find("FILTER component.id = 'saffron'") != std::string::npos);
    CHECK(kitchen().pattern("bring paella ingredients into pilaf") ==
          kitchen().pattern("assimilate ingredients into pilaf from paella"));
}

TEST_CASE("a comparison for a purpose begins with it", "[question][everyday]") {
    const std::string pattern = kitchen().pattern("compare risotto, paella for a feast");
    CHECK(pattern.starts_with("MATCH (a1 {id: 'risotto'}), (a2 {id: 'paella'}), (c {id: 'feast'}) WITH DISTINCT"));
    CHECK(pattern.find("'suits' AS relation") < pattern.find("'spoils' AS relation"));
}

TEST_CASE("comparisons can be asked for in other words", "[question][everyday]") {
    const std::string matrix = kitchen().pattern("compare risotto and paella");
    CHECK(kitchen().pattern("how do risotto and paella compare?") == matrix);
    CHECK(kitchen().pattern("how does risotto compare to paella?") == matrix);
    CHECK(kitchen().pattern("make a table comparing risotto and paella") == matrix);
    CHECK(kitchen().pattern("the dishes most like pilaf") == kitchen().pattern("which dishes are most like pilaf?"));
}

TEST_CASE("modes of integration can be asked for in other words", "[question][everyday]") {
    const std::string shared = kitchen().pattern("common factors of risotto and pilaf");
    CHECK(kitchen().pattern("a common factors approach to risotto and pilaf") == shared);
    CHECK(kitchen().pattern("if I took a common factors approach to integrating risotto and pilaf, what would it look "
                            "like?") == shared);
    CHECK(kitchen().pattern("how can I integrate risotto and pilaf?") ==
          kitchen().pattern("integrate risotto and pilaf"));
}

TEST_CASE("a restriction tells procedures what counts", "[question][everyday][restriction]") {
    const std::string counted = "[()-[claim]->() WHERE ";
    for (const char* question : {"how similar are pilaf and risotto", "which dishes are most like pilaf",
                                 "select techniques for winter", "assimilate ingredients into pilaf for winter"}) {
        CHECK(kitchen().pattern(std::string(question) + " without weak sources").find(counted) != std::string::npos);
        CHECK(kitchen().pattern(question).find(counted) == std::string::npos);
    }
}

TEST_CASE("a judgement is refused, with what can be asked of the same", "[question][everyday][error]") {
    CHECK(
        kitchen().pattern("is risotto better than paella?") ==
        R"(error[unknown-question]: `better than` asks for a judgement: Confer describes what sources say, and neither ranks nor recommends
 --> query:1:12
1 | is risotto better than paella?
  |            ^^^^^^^^^^^
hint: what can be asked is `compare risotto, paella`
hint: what can be asked is `how similar are risotto and paella?`
hint: what can be asked is `how is risotto related to paella?`)");
}

TEST_CASE("a question can't take up what another named", "[question][everyday][error]") {
    CHECK(
        kitchen().pattern("who invented risotto, and is it related to paella?").find("hint: ask one thing at a time") !=
        std::string::npos);
}

}  // namespace confer::engine::tests
