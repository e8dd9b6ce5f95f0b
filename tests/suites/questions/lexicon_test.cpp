// The words of a schema, and the forms that questions may bend them into.
#include "graph/lexicon.h"

#include <catch2/catch.hpp>

namespace confer::engine::tests {

namespace {

Schema schema_of_dishes() {
    Schema schema;
    LabelSchema dish;
    dish.name = "Dish";
    dish.plural = "dishes";
    dish.also = {"meal"};
    LabelSchema method;
    method.name = "CookingMethod";
    schema.labels = {dish, method};

    RelationshipSchema needs;
    needs.name = "NEEDS";
    needs.from = {"Dish"};
    needs.to = {"CookingMethod"};
    needs.verb = {"need", "needs"};
    needs.inverse = {"needed for"};
    RelationshipSchema eaten;
    eaten.name = "EATEN_WITH";
    eaten.from = {"Dish"};
    eaten.to = {"Dish"};
    RelationshipSchema carried;
    carried.name = "CARRIED_BY";
    carried.from = {"Dish"};
    carried.to = {"Dish"};
    carried.verb = {"are carried by"};
    carried.inverse = {"carry", "carries"};
    schema.relationships = {needs, eaten, carried};
    return schema;
}

}  // namespace

TEST_CASE("nouns have a singular, a plural and other words", "[question][lexicon]") {
    const Schema schema = schema_of_dishes();
    const Lexicon lexicon(schema);
    for (const char* noun : {"dish", "dishes", "meal"}) {
        REQUIRE(lexicon.noun(noun).size() == 1);
        CHECK(lexicon.noun(noun).front()->name == "Dish");
    }
    CHECK(lexicon.noun("need").empty());
}

TEST_CASE("a label without words is called by its name in small letters", "[question][lexicon]") {
    const Schema schema = schema_of_dishes();
    CHECK(singular(schema.labels[1]) == "cooking method");
    CHECK(plural(schema.labels[1]) == "cooking methods");
}

TEST_CASE("verbs know which end is their subject", "[question][lexicon]") {
    const Schema schema = schema_of_dishes();
    const Lexicon lexicon(schema);
    REQUIRE(lexicon.verb("needs").size() == 1);
    CHECK(lexicon.verb("needs").front().direction == Direction::outgoing);
    REQUIRE(lexicon.verb("needed for").size() == 1);
    CHECK(lexicon.verb("needed for").front().direction == Direction::incoming);
}

TEST_CASE("verbs are known in their -ing form and without the preposition at their end", "[question][lexicon]") {
    const Schema schema = schema_of_dishes();
    const Lexicon lexicon(schema);
    CHECK(lexicon.verb("needing").size() == 1);
    CHECK(lexicon.verb("carrying").size() == 1);
    REQUIRE(lexicon.verb("needed").size() == 1);
    CHECK(lexicon.verb("needed").front().preposition == "for");
}

TEST_CASE("auxiliary verbs in the schema are taken for granted", "[question][lexicon]") {
    const Schema schema = schema_of_dishes();
    const Lexicon lexicon(schema);
    CHECK(lexicon.verb("carried by").size() == 1);
    CHECK(verb_phrase(schema.relationships[2], Direction::outgoing, VerbForm::plural) == "are carried by");
    CHECK(verb_phrase(schema.relationships[2], Direction::incoming, VerbForm::singular) == "carries");
}

TEST_CASE("a type without a verb is said by its name", "[question][lexicon]") {
    const Schema schema = schema_of_dishes();
    const Lexicon lexicon(schema);
    CHECK(lexicon.verb("eaten with").size() == 1);
    CHECK(verb_phrase(schema.relationships[1], Direction::incoming, VerbForm::plural).empty());
    CHECK(verb_heading(schema.relationships[1], Direction::incoming, schema) == "dishes that are eaten with");
}

TEST_CASE("a type's name in the third person makes a verb", "[question][lexicon]") {
    Schema schema = schema_of_dishes();
    schema.relationships[1].name = "TASTES_OF";
    const Lexicon lexicon(schema);
    CHECK(lexicon.verb("taste of").size() == 1);
    CHECK(lexicon.verb("tastes of").size() == 1);
    CHECK(verb_phrase(schema.relationships[1], Direction::outgoing, VerbForm::plural) == "taste of");
}

TEST_CASE("headings leave auxiliary verbs out", "[question][lexicon]") {
    const Schema schema = schema_of_dishes();
    CHECK(verb_heading(schema.relationships[0], Direction::outgoing, schema) == "needs");
    CHECK(verb_heading(schema.relationships[0], Direction::incoming, schema) == "needed for");
}

}  // namespace confer::engine::tests
