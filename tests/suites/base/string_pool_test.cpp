#include <catch2/catch.hpp>
#include <string>

#include "base/string_pool.h"

using namespace confer::engine;

TEST_CASE("a pool gives the same text the same id", "[base][pool]") {
    StringPool pool;
    const StringId graph = pool.intern("graph");
    const StringId empty = pool.intern("");
    CHECK(pool.intern(std::string("gra") + "ph") == graph);
    CHECK(pool.intern("") == empty);
    CHECK(graph != empty);
    CHECK(pool.view(graph) == "graph");
    CHECK(pool.view(empty).empty());
    CHECK(pool.size() == 2);
}

TEST_CASE("ids are dense, in the order of first use", "[base][pool]") {
    StringPool pool;
    for (StringId id = 0; id < 1000; ++id) CHECK(pool.intern("text " + std::to_string(id)) == id);
    for (StringId id = 0; id < 1000; ++id) CHECK(pool.find("text " + std::to_string(id)) == id);
}

TEST_CASE("finding adds nothing", "[base][pool]") {
    StringPool pool;
    CHECK(pool.find("graph") == StringPool::no_string);
    pool.intern("value");
    CHECK(pool.find("graph") == StringPool::no_string);
    CHECK(pool.size() == 1);
}

TEST_CASE("texts stay where they are while the pool grows", "[base][pool]") {
    StringPool pool;
    const char* const first = pool.view(pool.intern("first")).data();
    for (int i = 0; i < 10'000; ++i) pool.intern(std::string(200, 'x') + std::to_string(i));
    CHECK(pool.view(0).data() == first);
    CHECK(pool.view(0) == "first");
    CHECK(pool.heap_bytes() > 10'000 * 200);
    CHECK(pool.heap_bytes() < 2 * 10'000 * 250);
}

TEST_CASE("a text larger than a block has one of its own", "[base][pool]") {
    StringPool pool;
    const std::string large(3'000'000, 'x');
    CHECK(pool.view(pool.intern(large)) == large);
    CHECK(pool.view(pool.intern("small")) == "small");
}
