// Each lint on the smallest graph that it finds something in, and what it leaves alone.
#include "check/check.h"

#include <catch2/catch.hpp>
#include <string>

#include "check/accepted.h"
#include "check/coverage.h"
#include "load/read_graph.h"

namespace confer::engine::tests {

namespace {

constexpr std::string_view schema = R"("confer": 1, "schema": {
    "labels": {
      "Tea": {"properties": {"name": "string", "aliases": "string[]", "summary": "string", "year": "integer",
                             "year_text": "string", "coverage": "string[]", "sources": "string[]"}},
      "Spice": {"properties": {"name": "string"}}, "Ill": {"properties": {"name": "string"}},
      "Kind": {"properties": {"name": "string"}},
      "Book": {"properties": {"name": "string", "quality": "string"}}},
    "relationships": {
      "HAS": {"from": ["Tea"], "to": ["Spice"], "component": true, "verb": ["have", "has"],
              "properties": {"sources": "string[]", "grades": "string[]", "notes": "string[]"}},
      "WITHOUT": {"from": ["Tea"], "to": ["Spice"], "denies": true, "verb": ["lack", "lacks"]},
      "HELPS": {"from": ["Tea"], "to": ["Ill"], "serves": true, "verb": ["help", "helps"]},
      "HURTS": {"from": ["Tea"], "to": ["Ill"], "warns": true, "verb": ["hurt", "hurts"]},
      "OF": {"from": ["Tea"], "to": ["Kind"], "groups": true},
      "FROM": {"from": ["Tea"], "to": ["Tea"], "lineage": true, "verb": ["come from", "comes from"]}}},)";

check::Findings checked(const std::string& elements, std::size_t most = 100) {
    static GraphPtr graph;
    const std::string text = "{" + std::string(schema) + elements + "}";
    auto read = load::read_graph(load::TextFiles({{"graph.json", text}}), "graph.json");
    if (!read.has_value()) FAIL(render(read.error(), ""));
    graph = read.value();
    return check::check(*graph, most);
}

// "code: message" of each finding with the lint, one a line.
std::string found(const check::Findings& findings, check::Lint lint) {
    std::string out;
    for (const check::Finding& finding : findings.kept()) {
        if (finding.lint == lint) out += finding.message + "\n";
    }
    return out;
}

constexpr const char* nodes = R"("nodes": [
    {"id": "chai", "label": "Tea", "name": "Chai", "year": 1900},
    {"id": "masala", "label": "Tea", "name": "Masala", "year": 1950},
    {"id": "clove", "label": "Spice", "name": "Clove"}, {"id": "cold", "label": "Ill", "name": "Cold"},
    {"id": "black", "label": "Kind", "name": "Black"},
    {"id": "B1", "label": "Book", "name": "Good book"}, {"id": "B2", "label": "Book", "name": "Leaflet", "quality": "low"}],)";

std::string with_edges(const std::string& edges) {
    return std::string(nodes) + "\"edges\": [" + edges + "]";
}

}  // namespace

using check::Lint;

TEST_CASE("a claim without a source is found where its type has sources", "[check]") {
    const auto findings = checked(with_edges(R"({"from": "chai", "type": "HAS", "to": "clove"},
                                                {"from": "chai", "type": "HELPS", "to": "cold"})"));
    CHECK(found(findings, Lint::no_source) == "`Chai` has `Clove`, but no source is named\n");
}

TEST_CASE("a source that no node is, is an error", "[check]") {
    const auto findings = checked(with_edges(R"({"from": "chai", "type": "HAS", "to": "clove", "sources": ["B9"]})"));
    CHECK(found(findings, Lint::unknown_source) == "the source `B9` of “`Chai` has `Clove`” doesn't exist\n");
    CHECK(findings.count(check::Severity::error) == 1);
}

TEST_CASE("a claim on weak sources alone is noted", "[check]") {
    const auto weak = checked(with_edges(R"({"from": "chai", "type": "HAS", "to": "clove", "sources": ["B2"]})"));
    CHECK(found(weak, Lint::weak_only) == "`Chai` has `Clove` on weak sources alone\n");
    const auto both = checked(with_edges(R"({"from": "chai", "type": "HAS", "to": "clove", "sources": ["B2", "B1"]})"));
    CHECK(found(both, Lint::weak_only) == "");
}

TEST_CASE("sources that nothing cites are found, where others are cited", "[check]") {
    const auto findings = checked(with_edges(R"({"from": "chai", "type": "HAS", "to": "clove", "sources": ["B1"]})"));
    CHECK(found(findings, Lint::uncited_source) == "no claim cites `Leaflet`\n");
}

TEST_CASE("lists that run parallel to sources have their length", "[check]") {
    const auto findings = checked(with_edges(
        R"({"from": "chai", "type": "HAS", "to": "clove", "sources": ["B1", "B2"], "grades": ["strong"], "notes": ["a", "b"]})"));
    CHECK(found(findings, Lint::uneven_lists) == "“`Chai` has `Clove`” has 2 `sources` and 1 `grades`\n");
}

TEST_CASE("one name for two things of a label is found", "[check]") {
    const auto findings = checked(R"("nodes": [{"id": "a", "label": "Tea", "name": "Earl Grey"},
        {"id": "b", "label": "Tea", "name": "earl-grey"}, {"id": "c", "label": "Spice", "name": "Earl Grey"}], "edges": [])");
    CHECK(found(findings, Lint::duplicate_name) == "the teas `Earl Grey` and `earl-grey` have the same name\n");
    CHECK(found(findings, Lint::shared_name) == "`Earl Grey` may be `Earl Grey`, `earl-grey` or `Earl Grey`\n");
}

TEST_CASE("names that differ by a letter, a plural or the order of words are similar", "[check]") {
    const auto similar = [](const std::string& one, const std::string& other) {
        return !found(checked(R"("nodes": [{"id": "a", "label": "Tea", "name": ")" + one +
                              R"("}, {"id": "b", "label": "Tea", "name": ")" + other + R"("}], "edges": [])"),
                      Lint::similar_name)
                    .empty();
    };
    CHECK(similar("Darjeeling", "Darjeling"));
    CHECK(similar("Darjeeling", "Darjeelings"));
    CHECK(similar("Darjeeling", "Darjeeleng"));
    CHECK(similar("Green tea of Assam", "Assam of green teas"));
    CHECK_FALSE(similar("Darjeeling", "Dorjeelang"));  // two letters
    CHECK_FALSE(similar("Chai", "Chat"));              // short names differ by a letter as it is
    CHECK_FALSE(similar("Blend 12345", "Blend 12346"));
}

TEST_CASE("an alias that is also another's name is noted", "[check]") {
    const auto findings = checked(R"("nodes": [{"id": "a", "label": "Tea", "name": "Earl Grey", "aliases": ["EG"]},
        {"id": "b", "label": "Tea", "name": "English Green", "aliases": ["EG"]}], "edges": [])");
    CHECK(found(findings, Lint::shared_name) == "`EG` may be `Earl Grey` or `English Green`\n");
}

TEST_CASE("descent in a circle is an error, told once", "[check]") {
    const auto findings = checked(with_edges(R"({"from": "chai", "type": "FROM", "to": "masala"},
                                                {"from": "masala", "type": "FROM", "to": "chai"})"));
    CHECK(found(findings, Lint::circle) == "`Chai` comes from `Masala`, and `Masala` comes from `Chai`\n");
    const auto itself = checked(with_edges(R"({"from": "chai", "type": "FROM", "to": "chai"})"));
    CHECK(found(itself, Lint::circle) == "`Chai` comes from `Chai`\n");
    const auto straight = checked(with_edges(R"({"from": "masala", "type": "FROM", "to": "chai"})"));
    CHECK(found(straight, Lint::circle) == "");
}

TEST_CASE("an ancestor is not younger than what descends from it", "[check]") {
    const auto findings = checked(with_edges(R"({"from": "chai", "type": "FROM", "to": "masala"})"));
    CHECK(found(findings, Lint::younger_ancestor) == "`Chai` comes from `Masala`, which is younger: 1900 and 1950\n");
}

TEST_CASE("a year that stands for a decade may be any of its years", "[check]") {
    const auto in_decade = [](int year) {
        return found(checked(R"("nodes": [{"id": "a", "label": "Tea", "year": 1960, "year_text": "1960s"},
            {"id": "b", "label": "Tea", "year": )" +
                             std::to_string(year) + R"(}], "edges": [{"from": "a", "type": "FROM", "to": "b"}])"),
                     Lint::younger_ancestor);
    };
    CHECK(in_decade(1969) == "");
    CHECK(in_decade(1970) != "");
}

TEST_CASE("what is warned of is not also used for it", "[check]") {
    const auto findings = checked(with_edges(R"({"from": "chai", "type": "HELPS", "to": "cold"},
        {"from": "chai", "type": "HURTS", "to": "cold"}, {"from": "masala", "type": "HELPS", "to": "cold"})"));
    CHECK(found(findings, Lint::serves_despite_warning) == "`Chai` helps `Cold`, but also: `Chai` hurts `Cold`\n");
}

TEST_CASE("nothing both has a component and does without it", "[check]") {
    const auto findings = checked(with_edges(R"({"from": "chai", "type": "HAS", "to": "clove", "sources": ["B1"]},
        {"from": "chai", "type": "WITHOUT", "to": "clove"}, {"from": "masala", "type": "WITHOUT", "to": "clove"})"));
    CHECK(found(findings, Lint::has_what_it_denies) == "`Chai` has `Clove`, but also: `Chai` lacks `Clove`\n");
}

TEST_CASE("nodes without a relationship are orphans, but sources stand beside", "[check]") {
    const auto findings = checked(with_edges(R"({"from": "chai", "type": "HAS", "to": "clove", "sources": ["B1"]})"));
    CHECK(found(findings, Lint::orphan) ==
          "`Masala` has no relationship\n`Cold` has no relationship\n`Black` has no relationship\n");
}

TEST_CASE("what belongs to no group is noted", "[check]") {
    const auto findings = checked(with_edges(R"({"from": "chai", "type": "OF", "to": "black"})"));
    CHECK(found(findings, Lint::no_group) == "`Masala` has no OF\n");
}

TEST_CASE("coverage names relationship types, and covers half of the components at least", "[check]") {
    const auto findings = checked(R"("nodes": [{"id": "a", "label": "Tea", "name": "A", "coverage": ["HAS", "HASS"]},
        {"id": "b", "label": "Tea", "name": "B"}], "edges": [])");
    CHECK(found(findings, Lint::unknown_coverage) ==
          "the coverage of `A` names `HASS`, which is no relationship type\n");
    CHECK(found(findings, Lint::thin_coverage) == "`B` is covered for 0 of 1 component types\n");
}

TEST_CASE("what the graph is about has a summary once it has five relationships", "[check]") {
    std::string edges;
    for (int i = 0; i < 5; ++i)
        edges += std::string(i == 0 ? "" : ",") + R"({"from": "chai", "type": "HAS", "to": "clove"})";
    CHECK(found(checked(with_edges(edges)), Lint::missing_summary) == "`Chai` has 5 relationships and no summary\n");
    edges.erase(edges.rfind(",{"));
    CHECK(found(checked(with_edges(edges)), Lint::missing_summary) == "");
}

TEST_CASE("more findings than are kept are counted", "[check]") {
    const auto findings = checked(R"("nodes": [{"id": "a", "label": "Tea"}, {"id": "b", "label": "Tea"},
        {"id": "c", "label": "Tea"}], "edges": [])",
                                  2);
    CHECK(findings.count(Lint::orphan) == 3);
    CHECK(std::count_if(findings.kept().begin(), findings.kept().end(),
                        [](const auto& finding) { return finding.lint == Lint::orphan; }) == 2);
}

TEST_CASE("a graph without a schema is checked for orphans and shared names", "[check]") {
    const std::string text = R"({"nodes": [{"id": "a", "label": "X"}], "edges": []})";
    const auto graph = load::read_graph(load::TextFiles({{"graph.json", text}}), "graph.json");
    REQUIRE(graph.has_value());
    const auto findings = check::check(*graph.value());
    REQUIRE(findings.kept().size() == 1);
    CHECK(findings.kept().front().lint == Lint::orphan);
}

TEST_CASE("what was looked at is accepted, and acceptances that are out of date are found", "[check][accept]") {
    auto findings = checked(with_edges(R"({"from": "chai", "type": "FROM", "to": "masala"})"));
    const auto accepted = check::accept(findings, R"([
        {"lint": "younger-ancestor", "of": ["chai", "FROM", "masala"], "why": "the years are guesses"},
        {"lint": "orphan", "of": ["chai"], "why": "no more"}])",
                                        "accepted.json");
    REQUIRE(accepted.has_value());
    CHECK(findings.count(Lint::younger_ancestor) == 0);
    CHECK(found(findings, Lint::stale_acceptance) == "`orphan` is accepted for `chai`, but isn't found there\n");
}

TEST_CASE("an acceptance that can't be read is an error with its place", "[check][accept]") {
    const auto message = [](std::string_view text) {
        auto findings = checked(with_edges(""));
        const auto accepted = check::accept(findings, text, "accepted.json");
        REQUIRE_FALSE(accepted.has_value());
        return accepted.error().message;
    };
    CHECK(message("[\n  {]") == "accepted.json:2 Missing a name for object member.");
    CHECK(message("{}") == "accepted.json must hold a list");
    CHECK(message(R"([{"lint": "orphan"}])") == "accepted.json: entry 1 must be an object with `lint`, `of` and `why`");
    CHECK(message(R"([{"lint": "orphans", "of": [], "why": "x"}])") ==
          "accepted.json: entry 1 names the lint `orphans`, which there isn't");
    CHECK(message(R"([{"lint": "orphan", "of": [], "why": ""}])") == "accepted.json: entry 1 gives no reason in `why`");
}

TEST_CASE("coverage is counted by node and by group, and thin but much mentioned nodes come first",
          "[check][coverage]") {
    const std::string text = "{" + std::string(schema) + R"("nodes": [
        {"id": "a", "label": "Tea", "name": "A", "coverage": ["HAS"]}, {"id": "b", "label": "Tea", "name": "B"},
        {"id": "c", "label": "Tea", "name": "C"}, {"id": "k", "label": "Kind", "name": "K"}],
        "edges": [{"from": "a", "type": "OF", "to": "k"}, {"from": "b", "type": "OF", "to": "k"},
                  {"from": "a", "type": "FROM", "to": "b"}, {"from": "c", "type": "FROM", "to": "b"},
                  {"from": "c", "type": "FROM", "to": "a"}]})";
    const auto graph = load::read_graph(load::TextFiles({{"graph.json", text}}), "graph.json");
    REQUIRE(graph.has_value());
    const check::Coverage coverage = check::coverage(*graph.value());
    REQUIRE(coverage.types.size() == 2);
    REQUIRE(coverage.groups.size() == 2);
    CHECK(coverage.groups[0].members == 2);
    CHECK(coverage.groups[0].covered == std::vector<std::size_t>{1, 0});
    CHECK(coverage.groups[1].group == no_id);
    const auto next = coverage.worth_adding_to(5);
    REQUIRE(next.size() == 2);
    CHECK(graph.value()->title(next[0]->node) == "B");
    CHECK(next[0]->mentions == 2);
}

}  // namespace confer::engine::tests
