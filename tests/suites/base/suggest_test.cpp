#include <catch2/catch.hpp>

#include "base/suggest.h"

using namespace confer::engine;

using Names = std::vector<std::string>;

TEST_CASE("edits are insertions, deletions, changes and swaps of neighbours", "[base][suggest]") {
    CHECK(edit_distance("graph", "graph", 5) == 0);
    CHECK(edit_distance("graph", "grap", 5) == 1);
    CHECK(edit_distance("graph", "graphs", 5) == 1);
    CHECK(edit_distance("graph", "grabh", 5) == 1);
    CHECK(edit_distance("graph", "garph", 5) == 1);
    CHECK(edit_distance("", "abc", 5) == 3);
    CHECK(edit_distance("kitten", "sitting", 5) == 3);
}

TEST_CASE("edits count code points, and ASCII case is ignored", "[base][suggest]") {
    CHECK(edit_distance("naïve", "NAIVE", 5) == 1);
    CHECK(edit_distance("漢字", "漢", 5) == 1);
}

TEST_CASE("a distance past the limit is told as one more than the limit", "[base][suggest]") {
    CHECK(edit_distance("abcdef", "uvwxyz", 2) == 3);
    CHECK(edit_distance("a", "abcdef", 2) == 3);
    CHECK(edit_distance("abcd", "badc", 2) == 2);
    CHECK(edit_distance("abcdefgh", "badcfehg", 4) == 4);
}

TEST_CASE("the nearest names come first, ties in alphabetical order", "[base][suggest]") {
    const Names names = {"REJECTS", "USES", "TREATS", "FUSES", "USED"};
    CHECK(nearest_names("USE", names) == Names{"USED", "USES"});
    CHECK(nearest_names("TRAETS", names) == Names{"TREATS"});
}

TEST_CASE("a beginning of three letters is near enough", "[base][suggest]") {
    const Names names = {"mindfulness", "minimalism", "mi"};
    CHECK(nearest_names("mindful", names) == Names{"mindfulness"});
    CHECK(nearest_names("mindfulness meditation", names) == Names{"mindfulness"});
}

TEST_CASE("nothing is suggested that isn't near, nor twice, nor more than asked for", "[base][suggest]") {
    CHECK(nearest_names("xylophone", Names{"graph", "value"}).empty());
    CHECK(nearest_names("name", Names{"names", "names"}) == Names{"names"});
    CHECK(nearest_names("aaaa", Names{"aaab", "aaac", "aaad", "aaae"}, 2) == Names{"aaab", "aaac"});
    CHECK(nearest_names("", Names{"graph"}).empty());
}

TEST_CASE("suggestions read as a question", "[base][suggest]") {
    CHECK(did_you_mean({}).empty());
    CHECK(did_you_mean(Names{"a"}) == "did you mean `a`?");
    CHECK(did_you_mean(Names{"a", "b"}) == "did you mean `a` or `b`?");
    CHECK(did_you_mean(Names{"a", "b", "c"}) == "did you mean `a`, `b` or `c`?");
}
