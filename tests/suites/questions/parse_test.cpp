// How words of a question become a condition: what binds how, and what is left out.
#include "suites/questions/graphs.h"

namespace confer::engine::tests {

TEST_CASE("a verb carries over to the names that follow", "[question]") {
    CHECK(therapy().condition("which approaches use mindfulness and homework?") ==
          "(a)-[:USES]->({id: 'mindfulness'}) AND (a)-[:USES]->({id: 'homework'})");
    CHECK(therapy().condition("which approaches use mindfulness or exposure?") ==
          "(a)-[:USES]->({id: 'mindfulness'}) OR (a)-[:USES]->({id: 'exposure'})");
}

TEST_CASE("commas mean what the word before the last name means", "[question]") {
    CHECK(therapy().condition("which approaches treat insomnia, anxiety or depression?") ==
          "(a)-[:TREATS]->({id: 'insomnia'}) OR (a)-[:TREATS]->({id: 'anxiety'}) OR "
          "(a)-[:TREATS]->({id: 'depression'})");
    CHECK(therapy().condition("which approaches treat insomnia, anxiety, and depression?") ==
          "(a)-[:TREATS]->({id: 'insomnia'}) AND (a)-[:TREATS]->({id: 'anxiety'}) AND "
          "(a)-[:TREATS]->({id: 'depression'})");
    CHECK(therapy().condition("which approaches treat insomnia, anxiety") ==
          "(a)-[:TREATS]->({id: 'insomnia'}) AND (a)-[:TREATS]->({id: 'anxiety'})");
}

TEST_CASE("a verb holds its objects together before the next verb comes", "[question]") {
    CHECK(therapy().condition("which approaches treat anxiety or depression and use homework") ==
          "((a)-[:TREATS]->({id: 'anxiety'}) OR (a)-[:TREATS]->({id: 'depression'})) AND "
          "(a)-[:USES]->({id: 'homework'})");
}

TEST_CASE("and binds more tightly than or", "[question]") {
    CHECK(therapy().condition("which approaches use mindfulness or exposure and homework") ==
          "(a)-[:USES]->({id: 'mindfulness'}) OR (a)-[:USES]->({id: 'exposure'}) AND "
          "(a)-[:USES]->({id: 'homework'})");
}

TEST_CASE("parentheses group names and clauses", "[question]") {
    const std::string grouped =
        "((a)-[:USES]->({id: 'mindfulness'}) OR (a)-[:USES]->({id: 'exposure'})) AND (a)-[:USES]->({id: 'homework'})";
    CHECK(therapy().condition("which approaches use (mindfulness or exposure) and homework") == grouped);
    CHECK(therapy().condition("which approaches (use mindfulness or use exposure) and use homework") == grouped);
}

TEST_CASE("but not denies what follows it", "[question]") {
    CHECK(therapy().condition("WHICH approaches use mindfulness AND treat depression BUT NOT use homework?") ==
          "(a)-[:USES]->({id: 'mindfulness'}) AND (a)-[:TREATS]->({id: 'depression'}) AND "
          "NOT (a)-[:USES]->({id: 'homework'})");
    CHECK(therapy().condition("which approaches use mindfulness but not homework or exposure") ==
          "(a)-[:USES]->({id: 'mindfulness'}) AND "
          "NOT ((a)-[:USES]->({id: 'homework'}) OR (a)-[:USES]->({id: 'exposure'}))");
}

TEST_CASE("all ways to say not are understood", "[question]") {
    const std::string none = "NOT (a)-[:USES]->({id: 'homework'})";
    for (const char* question :
         {"which approaches do not use homework?", "which approaches don't use homework",
          "which approaches use no homework", "which approaches never use homework",
          "list approaches that do not use homework", "which approaches are there that don\u2019t use homework?"}) {
        CHECK(therapy().condition(question) == none);
    }
    const std::string neither = "NOT ((a)-[:USES]->({id: 'homework'}) OR (a)-[:USES]->({id: 'exposure'}))";
    CHECK(therapy().condition("which approaches use neither homework nor exposure") == neither);
    CHECK(therapy().condition("which approaches neither use homework nor exposure") == neither);
    CHECK(therapy().condition("which approaches do not use homework or exposure") == neither);
    CHECK(therapy().condition("which approaches do not use homework or treat anxiety") ==
          "NOT ((a)-[:USES]->({id: 'homework'}) OR (a)-[:TREATS]->({id: 'anxiety'}))");
}

TEST_CASE("not … and … is read by the letter, with a notice", "[question]") {
    const auto translated = therapy().translation("which approaches do not use homework and exposure");
    REQUIRE(translated.has_value());
    CHECK(therapy().condition("which approaches do not use homework and exposure") ==
          "NOT ((a)-[:USES]->({id: 'homework'}) AND (a)-[:USES]->({id: 'exposure'}))");
    CHECK(translated.value().notices.front() ==
          "`not … and …` was read as: not all of them at once; write `or` for none of them.");
}

TEST_CASE("clauses may follow the noun and one another without a joining word", "[question]") {
    const std::string both = "(a)-[:USES]->({id: 'mindfulness'}) AND (a)-[:TREATS]->({id: 'insomnia'})";
    CHECK(therapy().condition("which approaches that use mindfulness treat insomnia?") == both);
    CHECK(therapy().condition("which approaches using mindfulness treat insomnia?") == both);
    CHECK(therapy().condition("which approaches that use mindfulness and that treat insomnia are there?") == both);
}

TEST_CASE("a clause after an object speaks of the object", "[question]") {
    CHECK(therapy().condition("which approaches use techniques that treat insomnia and focus on emotions") ==
          "EXISTS { MATCH (a)-[:USES]->(b:Technique) WHERE (b)-[:TREATS]->({id: 'insomnia'}) } AND "
          "(a)-[:FOCUSES_ON]->({id: 'emotions'})");
    CHECK(therapy().condition("which approaches were created by people who developed cbt or act") ==
          "EXISTS { MATCH (a)-[:DEVELOPED_BY]->(b:Person) WHERE (b)<-[:DEVELOPED_BY]-({id: 'cbt'}) OR "
          "(b)<-[:DEVELOPED_BY]-({id: 'act'}) }");
}

TEST_CASE("articles, auxiliaries and polite openings say nothing", "[question]") {
    const std::string plain = therapy().pattern("which approaches use empty chair");
    CHECK(therapy().pattern("which approaches use the empty chair?") == plain);
    CHECK(therapy().pattern("Can you please tell me which approaches use an empty chair?!") == plain);
    CHECK(therapy().pattern("I'd like to know which approaches might use the empty chair.") == plain);
    CHECK(therapy().pattern("please show me which approaches also use the empty chair") == plain);
    CHECK(therapy().pattern("which of the approaches use the empty chair") == plain);
}

TEST_CASE("a verb that is spelt like an auxiliary stays a verb", "[question]") {
    CHECK(cooking().condition("which dishes have garlic?") == "(a)-[:HAS]->({id: 'garlic'})");
    CHECK(cooking().condition("which dishes do not have garlic or basil?") ==
          "NOT ((a)-[:HAS]->({id: 'garlic'}) OR (a)-[:HAS]->({id: 'basil'}))");
}

TEST_CASE("too many words and too deep parentheses are refused", "[question]") {
    std::string deep = "which approaches use ";
    for (int i = 0; i < 70; ++i) deep += "(";
    deep += "mindfulness";
    for (int i = 0; i < 70; ++i) deep += ")";
    CHECK(therapy().translation(deep).error().code == ErrorCode::nesting_too_deep);

    std::string clauses = "which approaches derive from approaches";
    for (int i = 0; i < 70; ++i) clauses += " that derive from approaches";
    CHECK(therapy().translation(clauses).error().code == ErrorCode::nesting_too_deep);

    std::string lengthy = "which approaches use mindfulness";
    for (int i = 0; i < 2000; ++i) lengthy += " or exposure";
    CHECK(therapy().translation(lengthy).error().code == ErrorCode::statement_too_large);
}

TEST_CASE("clauses in clauses cost no more than their words", "[question]") {
    std::string question = "which techniques treat insomnia and are used by approaches that derive from approaches";
    for (int i = 0; i < 30; ++i) question += " that derive from approaches";
    CHECK(therapy().translation(question + " that treat insomnia").has_value());
    CHECK_FALSE(therapy().translation(question + " that approaches that").has_value());
}

TEST_CASE("a long question is still read", "[question]") {
    std::string question = "which approaches use mindfulness";
    for (int i = 0; i < 300; ++i) question += " or exposure";
    CHECK(therapy().translation(question).has_value());
}

}  // namespace confer::engine::tests
