// Formats for other programs, a row a line: TSV and JSON Lines.
#include <catch2/catch.hpp>

#include "answers.h"

using namespace confer::test;
using format::Format;

TEST_CASE("TSV escapes what would end a field", "[format][tsv]") {
    CHECK(rendered("RETURN 'a\\tb\\nc\\rd\\\\e' AS x, [1, 'b'] AS `a,\"b`, null AS n", Format::tsv) ==
          "x\ta,\"b\tn\n"
          "a\\tb\\nc\\rd\\\\e\t1; b\t\n");
}

TEST_CASE("JSON Lines has an object for each row", "[format][jsonl]") {
    CHECK(rendered("UNWIND [1, 2] AS n MATCH (a {id: 'a'}) RETURN n, a, 'say \"so\"\\n' AS text", Format::jsonl) ==
          R"({"n":1,"a":{"$node":{"id":0,"labels":["A"],"properties":{"id":"a","name":"Ann"}}},"text":"say \"so\"\n"})"
          "\n"
          R"({"n":2,"a":{"$node":{"id":0,"labels":["A"],"properties":{"id":"a","name":"Ann"}}},"text":"say \"so\"\n"})"
          "\n");
    CHECK(rendered("UNWIND [] AS n RETURN n", Format::jsonl).empty());
}

TEST_CASE("JSON Lines has the sources of each row", "[format][jsonl][footnotes]") {
    CHECK(format::render(cited_answer(), Format::jsonl) ==
          "{\"text\":\"claim\",\"$sources\":[\"S3\",\"S1\",\"S2\"]}\n");
    CHECK(format::render(cited_answer(), Format::jsonl, {.sources = false}) == "{\"text\":\"claim\"}\n");
}
