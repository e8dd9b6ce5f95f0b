#include <catch2/catch.hpp>

#include "suites/semantics/analysed.h"

using namespace confer::engine;

TEST_CASE("without a schema, no name is wrong", "[semantics][schema]") {
    CHECK_NOTHROW(analysed("MATCH (a:Foo {bar: 1})-[r:BAZ]->() WHERE a:Qux RETURN a.quux, r.corge"));
}

TEST_CASE("a label that the schema lacks gets the nearest ones", "[semantics][schema]") {
    const Fault f = fault("MATCH (a:Aproach) RETURN a", small_schema());
    CHECK(f.code == "unknown-label");
    CHECK(f.at == "Aproach");
    CHECK(f.message == "there is no label `Aproach`");
    CHECK(f.hint == "did you mean `Approach`?");
    CHECK(fault("MATCH (a:approach) RETURN a", small_schema()).hint == "did you mean `Approach`?");
    CHECK(fault("MATCH (a) WHERE a:Zzz RETURN a", small_schema()).hint == "the labels are `Approach` and `Technique`");
}

TEST_CASE("a relationship type that the schema lacks gets the nearest ones", "[semantics][schema]") {
    const Fault f = fault("MATCH (a)-[:USE]->(b) RETURN a", small_schema());
    CHECK(f.code == "unknown-relationship-type");
    CHECK(f.at == "USE");
    CHECK(f.hint == "did you mean `USES`?");
    CHECK(fault("MATCH ()-[r]->() WHERE r:Zzz RETURN r", small_schema()).hint ==
          "the relationship types are `REJECTS` and `USES`");
}

TEST_CASE("a label in the place of a type, and the other way round, is told", "[semantics][schema]") {
    CHECK(fault("MATCH (a:USES) RETURN a", small_schema()).hint ==
          "`USES` is a relationship type: write it in brackets, `-[:USES]->`");
    CHECK(fault("MATCH ()-[:Approach]->() RETURN 1", small_schema()).hint ==
          "`Approach` is a label: write it in parentheses, `(:Approach)`");
}

TEST_CASE("a property must belong to the node's labels", "[semantics][schema]") {
    const Fault f = fault("MATCH (a:Approach) RETURN a.nmae", small_schema());
    CHECK(f.code == "unknown-property");
    CHECK(f.at == "nmae");
    CHECK(f.message == "`Approach` has no property `nmae`");
    CHECK(f.hint == "did you mean `name`?");
    CHECK(fault("MATCH (a:Approach {manual: 1}) RETURN a", small_schema()).message ==
          "`Approach` has no property `manual`");
    CHECK(fault("MATCH (a:Approach&Technique) RETURN a.zzz", small_schema()).message ==
          "`Approach` and `Technique` have no property `zzz`");
}

TEST_CASE("labels are known through WITH and from every place that names them", "[semantics][schema]") {
    CHECK(fault("MATCH (a:Approach) WITH a AS b RETURN b.manual", small_schema()).code == "unknown-property");
    CHECK_NOTHROW(analysed("MATCH (a:Approach) MATCH (a:Technique) RETURN a.manual", small_schema()));
    CHECK_NOTHROW(analysed("MATCH (a:Approach) WHERE a:Technique AND a.manual = 'x' RETURN a", small_schema()));
}

TEST_CASE("a node of unknown labels may have any label's properties", "[semantics][schema]") {
    CHECK_NOTHROW(analysed("MATCH (a) RETURN a.year, a.manual", small_schema()));
    CHECK_NOTHROW(analysed("MATCH (a:!Approach) RETURN a.manual", small_schema()));
    CHECK(fault("MATCH (a) RETURN a.grade", small_schema()).message == "no label has a property `grade`");
}

TEST_CASE("labels in a condition or an optional match don't bind what was matched without", "[semantics][schema]") {
    CHECK_NOTHROW(analysed("MATCH (a) OPTIONAL MATCH (a:Approach)-->(b) RETURN a.manual", small_schema()));
    CHECK_NOTHROW(analysed("MATCH (a) WHERE (a:Approach)-->() OR a.manual = 'x' RETURN a", small_schema()));
}

TEST_CASE("a property must belong to the relationship's types", "[semantics][schema]") {
    const Fault f = fault("MATCH ()-[r:REJECTS]->() RETURN r.grade", small_schema());
    CHECK(f.code == "unknown-property");
    CHECK(f.at == "grade");
    CHECK(f.message == "`REJECTS` has no property `grade`");
    CHECK_NOTHROW(analysed("MATCH ()-[r:USES|REJECTS]->() RETURN r.grade", small_schema()));
    CHECK(fault("MATCH ()-[:USES* {name: 'x'}]->() RETURN 1", small_schema()).message ==
          "`USES` has no property `name`");
}

TEST_CASE("every node and relationship has an id", "[semantics][schema]") {
    CHECK_NOTHROW(analysed("MATCH (a:Approach)-[r]->() RETURN a.id, r.id", small_schema()));
}

TEST_CASE("the keys of maps and of what may be one are free", "[semantics][schema]") {
    CHECK_NOTHROW(analysed("WITH {foo: 1} AS m RETURN m.bar", small_schema()));
    CHECK_NOTHROW(analysed("UNWIND $rows AS row RETURN row.bar", small_schema()));
}

TEST_CASE("many names are cut short", "[semantics][schema]") {
    Schema schema;
    for (char c = 'a'; c <= 'z'; ++c) {
        schema.labels.emplace_back();
        schema.labels.back().name = std::string("Label_") + c;
    }
    CHECK(fault("MATCH (a:Q) RETURN a", schema).hint.find("`Label_k`, `Label_l` and more; `:schema` shows them all") !=
          std::string::npos);
}
