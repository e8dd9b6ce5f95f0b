#include <catch2/catch.hpp>

#include "value/type.h"

using namespace confer::engine;

TEST_CASE("types are named for messages", "[values][types]") {
    CHECK(to_string(ValueType::any()) == "Any");
    CHECK(to_string(ValueType::null()) == "Null");
    CHECK(to_string(Kind::string) == "String");
    CHECK(to_string(ValueType::number()) == "Integer or Float");
    CHECK(to_string(ValueType(Kind::node) | Kind::relationship | Kind::map) == "Map, Node or Relationship");
    CHECK(to_string(Kind::list) == "List");
    CHECK(to_string(ValueType::list_of(Kind::string)) == "List<String>");
    CHECK(to_string(ValueType(Kind::string) | ValueType::null()) == "String");
}

TEST_CASE("types overlap when some value other than null could have both", "[values][types]") {
    CHECK(ValueType::number().overlaps(Kind::integer));
    CHECK_FALSE(ValueType::number().overlaps(Kind::string));
    CHECK(ValueType::any().overlaps(Kind::path));
    CHECK(ValueType::null().overlaps(Kind::string));
}

TEST_CASE("a list's elements have the list's element type", "[values][types]") {
    CHECK(ValueType::list_of(Kind::node).element() == ValueType(Kind::node));
    CHECK(ValueType(Kind::list).element().is_any());
    CHECK(ValueType::any().element().is_any());
}

TEST_CASE("a union keeps what its parts may be", "[values][types]") {
    const ValueType lists = ValueType::list_of(Kind::integer) | ValueType::list_of(Kind::string);
    CHECK(lists.is(Kind::list));
    CHECK(to_string(lists) == "List<Integer or String>");
    CHECK((ValueType(Kind::string) | Kind::list).may_be(Kind::list));
    CHECK_FALSE((ValueType(Kind::string) | Kind::list).is(Kind::list));
}
