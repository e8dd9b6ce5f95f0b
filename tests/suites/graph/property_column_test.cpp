#include <catch2/catch.hpp>

#include "graph/property_column.h"
#include "value/compare.h"

using namespace confer::engine;
using Storage = PropertyColumn::Storage;

namespace {

Value text(std::string_view text) {
    return Value(text);
}

Value texts(std::initializer_list<std::string_view> elements) {
    ValueList list;
    for (const std::string_view one : elements) list.push_back(text(one));
    return Value(std::move(list));
}

struct Column {
    std::shared_ptr<StringPool> pool = std::make_shared<StringPool>();
    PropertyColumn rows{pool};
    void set(std::size_t row, const Value& value) { rows.set(row, value, *pool); }
};

}  // namespace

TEST_CASE("a column takes the storage of its values", "[graph][column]") {
    const auto storage_of = [](const Value& value) {
        Column column;
        column.set(0, value);
        return column.rows.storage();
    };
    CHECK(storage_of(Value(true)) == Storage::boolean);
    CHECK(storage_of(Value(7)) == Storage::integer);
    CHECK(storage_of(Value(0.5)) == Storage::floating);
    CHECK(storage_of(text("x")) == Storage::string);
    CHECK(storage_of(texts({"x", "y"})) == Storage::string_list);
    CHECK(storage_of(texts({})) == Storage::string_list);
    CHECK(storage_of(Value(ValueList{Value(1), Value(2)})) == Storage::value);
}

TEST_CASE("rows that were never set are absent and null", "[graph][column]") {
    Column column;
    column.set(3, Value(30));
    CHECK_FALSE(column.rows.has(0));
    CHECK(column.rows.has(3));
    CHECK_FALSE(column.rows.has(4));
    CHECK(column.rows.get(0).is_null());
    CHECK(column.rows.get(1000).is_null());
    CHECK(column.rows.size() == 4);
    CHECK(column.rows.present_count() == 1);
}

TEST_CASE("setting a row again replaces its value and counts it once", "[graph][column]") {
    Column column;
    column.set(0, texts({"a", "b"}));
    column.set(0, texts({"c"}));
    CHECK(column.rows.present_count() == 1);
    CHECK(equals(column.rows.get(0), texts({"c"})) == true);
}

TEST_CASE("a value of another kind widens the column and loses nothing", "[graph][column]") {
    Column column;
    column.set(0, Value(1));
    column.set(2, Value(1.0));
    column.set(3, text("one"));
    CHECK(column.rows.storage() == Storage::value);
    CHECK(column.rows.get(0).is(Kind::integer));
    CHECK(column.rows.get(1).is_null());
    CHECK(column.rows.get(2).is(Kind::floating));
    CHECK(column.rows.get(3).as_string() == "one");
    CHECK(column.rows.present_count() == 3);
}

TEST_CASE("every storage widens to general values", "[graph][column]") {
    for (const Value& first : {Value(true), Value(7), Value(0.5), text("x"), texts({"x", "y"}), texts({})}) {
        Column column;
        column.set(0, first);
        column.set(1, Value(ValueList{Value(1)}));
        CHECK(column.rows.storage() == Storage::value);
        CHECK(equals(column.rows.get(0), first) == true);
    }
}

TEST_CASE("texts of a widened column still lie in the pool", "[graph][column]") {
    Column column;
    column.set(0, Value(1));
    {
        const Value passing = Value(ValueList{text("a text that is long enough to be on the heap"), Value(2)});
        column.set(1, passing);
        column.set(2, text("another text that is long enough to be on the heap"));
    }
    CHECK(column.pool->find("a text that is long enough to be on the heap") != StringPool::no_string);
    CHECK(column.rows.get(1).as_list()[0].as_string() == "a text that is long enough to be on the heap");
    CHECK(column.rows.get(2).as_string() == "another text that is long enough to be on the heap");
}

TEST_CASE("lists may be set in any order of rows", "[graph][column]") {
    Column column;
    column.set(2, texts({"c"}));
    column.set(0, texts({"a", "b"}));
    CHECK(equals(column.rows.get(0), texts({"a", "b"})) == true);
    CHECK(equals(column.rows.get(2), texts({"c"})) == true);
    CHECK(column.rows.string_list(0).size() == 2);
    CHECK(column.rows.pool().view(column.rows.string_list(0)[1]) == "b");
}

TEST_CASE("a reordered column has the same values in other places", "[graph][column]") {
    for (const Value& one :
         {Value(true), Value(7), Value(0.5), text("x"), texts({"x", "y"}), Value(ValueList{Value(1)})}) {
        Column column;
        column.set(0, one);
        column.set(2, one);
        const std::vector<std::uint32_t> rows{3, 2, 1, 0};
        const PropertyColumn moved = column.rows.reordered(rows);
        CHECK(moved.storage() == column.rows.storage());
        CHECK(moved.present_count() == 2);
        CHECK_FALSE(moved.has(0));
        CHECK(equals(moved.get(1), one) == true);
        CHECK_FALSE(moved.has(2));
        CHECK(equals(moved.get(3), one) == true);
    }
}

TEST_CASE("integers at the ends of their range and odd floats survive", "[graph][column]") {
    Column integers;
    integers.set(0, Value(std::numeric_limits<std::int64_t>::min()));
    integers.set(1, Value(std::numeric_limits<std::int64_t>::max()));
    CHECK(integers.rows.get(0).as_integer() == std::numeric_limits<std::int64_t>::min());
    CHECK(integers.rows.get(1).as_integer() == std::numeric_limits<std::int64_t>::max());

    Column floats;
    floats.set(0, Value(-0.0));
    floats.set(1, Value(std::numeric_limits<double>::quiet_NaN()));
    CHECK(std::signbit(floats.rows.get(0).as_floating()));
    CHECK(std::isnan(floats.rows.get(1).as_floating()));
}
