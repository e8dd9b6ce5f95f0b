#include <catch2/catch.hpp>
#include <thread>

#include "value/value.h"

using namespace confer::engine;

namespace {

Value text(std::string_view characters) {
    return Value(characters);
}

Value nested(std::uint32_t depth) {
    Value value;
    for (std::uint32_t i = 0; i < depth; ++i) {
        ValueList list;
        list.push_back(std::move(value));
        value = Value(std::move(list));
    }
    return value;
}

}  // namespace

TEST_CASE("a value knows its kind and gives back what it was made of", "[values]") {
    CHECK(Value().is_null());
    CHECK(Value(true).as_boolean());
    CHECK(Value(-7).as_integer() == -7);
    CHECK(Value(0.5).as_floating() == 0.5);
    CHECK(Value(3).as_number() == 3.0);
    CHECK(text("graph").as_string() == "graph");
    CHECK(text("").as_string().empty());
    CHECK(Value::node(4).as_node() == 4);
    CHECK(Value::relationship(5).as_relationship() == 5);
    CHECK(Value(ValueList{Value(1), Value(2)}).as_list().size() == 2);
    CHECK(Value(PathValue{{1, 2}, {9}}).as_path().edges == std::vector<EdgeId>{9});
}

TEST_CASE("no node and no relationship are null", "[values]") {
    CHECK(Value::node(no_id).is_null());
    CHECK(Value::relationship(no_id).is_null());
}

TEST_CASE("a map is sorted by key and found by key", "[values]") {
    const Value map(ValueMap{{"year", Value(1951)}, {"name", text("gestalt")}});
    CHECK(map.as_map().front().first == "name");
    REQUIRE(map.find("year") != nullptr);
    CHECK(map.find("year")->as_integer() == 1951);
    CHECK(map.find("nam") == nullptr);
    CHECK(map.find("zzz") == nullptr);
}

TEST_CASE("copies share their text, and outlive the first", "[values]") {
    Value copy;
    {
        const Value original = text("shared text");
        copy = original;
        CHECK(copy.as_string().data() == original.as_string().data());
    }
    CHECK(copy.as_string() == "shared text");
}

TEST_CASE("a borrowed text is not copied", "[values]") {
    const std::string kept = "kept elsewhere";
    const Value value = Value::borrowed(kept);
    CHECK(value.as_string().data() == kept.data());
    CHECK(value.heap_bytes() == 0);
}

TEST_CASE("a value moved from is null", "[values]") {
    Value first(ValueList{Value(1)});
    const Value second = std::move(first);
    CHECK(first.is_null());  // NOLINT(bugprone-use-after-move): that is the promise
    CHECK(second.as_list().size() == 1);
}

TEST_CASE("a value may be assigned to itself", "[values]") {
    Value value = text("itself");
    const Value& same = value;
    value = same;
    CHECK(value.as_string() == "itself");
}

TEST_CASE("depth counts lists and maps inside of each other", "[values]") {
    CHECK(Value(1).depth() == 0);
    CHECK(text("x").depth() == 0);
    CHECK(nested(1).depth() == 1);
    CHECK(nested(5).depth() == 5);
    CHECK(Value(ValueMap{{"a", Value()}, {"b", nested(2)}}).depth() == 3);
}

TEST_CASE("releasing a deeply nested value doesn't exhaust the stack", "[values]") {
    Value deep = nested(1'000'000);
    const Value shared = deep.as_list()[0];
    deep = Value();
    CHECK(shared.depth() == 999'999);
}

TEST_CASE("heap bytes count the parts", "[values]") {
    CHECK(Value(1).heap_bytes() == 0);
    CHECK(text(std::string(100, 'x')).heap_bytes() >= 100);
    const Value list(ValueList{text(std::string(100, 'x')), text(std::string(100, 'y'))});
    CHECK(list.heap_bytes() >= 200 + 2 * sizeof(Value));
    CHECK(Value(ValueMap{{std::string(50, 'k'), text(std::string(100, 'x'))}}).heap_bytes() >= 150);
}

TEST_CASE("threads may copy and drop the same value at once", "[values][threads]") {
    const Value shared(ValueList{text("one"), text("two")});
    const auto work = [&shared] {
        for (int i = 0; i < 10'000; ++i) {
            const Value copy = shared;
            const Value part = copy.as_list()[1];
            if (part.as_string() != "two") std::abort();
        }
    };
    std::thread other(work);
    work();
    other.join();
    CHECK(shared.as_list()[0].as_string() == "one");
}
