#include "value/value_array.h"

#include <catch2/catch.hpp>

using namespace confer::engine;

TEST_CASE("an array of values lets go of what it no longer has", "[base][array]") {
    const Value text(std::string_view("a text of its own"));
    const Value list(ValueList{text});
    ValueArray values;
    for (int i = 0; i < 1000; ++i) values.push_back(list);
    values.resize(1);
    CHECK(values.front().as_list().front().as_string() == "a text of its own");
    values.clear();
    CHECK(values.empty());
    CHECK(values.capacity() >= 1000);
}
