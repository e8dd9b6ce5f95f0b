// The door for C++ programs, as a program sees it: nothing but confer/confer.hpp.
#include <catch2/catch.hpp>

#include <chrono>
#include <cmath>
#include <confer/confer.hpp>
#include <limits>
#include <thread>

namespace {

constexpr const char* two_nodes = R"({
    "nodes": [{"id": "a", "label": "A", "name": "Ann", "n": 1}, {"id": "b", "labels": ["A", "B"]}],
    "edges": [{"from": "a", "type": "R", "to": "b", "since": 2.5}]})";

confer::Graph graph() {
    auto opened = confer::Graph::from_json(two_nodes);
    REQUIRE(opened);
    return *opened;
}

confer::Value echo(const confer::Value& value) {
    const auto answer = confer::Graph::empty().ask("RETURN $x AS x", {{"x", value}});
    REQUIRE(answer);
    return answer->at(0, 0);
}

std::string code(const confer::Result<confer::Answer>& answer) {
    return answer ? "none" : answer.error().code;
}

}  // namespace

TEST_CASE("graphs are opened from JSON, from files, from the library, or empty", "[door]") {
    CHECK(graph().node_count() == 2);
    CHECK(graph().relationship_count() == 1);
    CHECK(confer::Graph::empty().node_count() == 0);
    CHECK(confer::Graph::builtin()->node_count() > 100);
    CHECK(confer::Graph::open(CONFER_SOURCE_DIR "/tests/graphs/kitchen.json")->node_count() > 0);
}

TEST_CASE("a graph that does not load says why", "[door][error]") {
    const auto nowhere = confer::Graph::open("/nowhere/graph.json");
    REQUIRE_FALSE(nowhere);
    CHECK(nowhere.error().code == "cannot-read");
    const auto broken =
        confer::Graph::from_json(R"({"nodes": [{"id": "a", "label": "A"}, {"id": "a", "label": "A"}]})");
    REQUIRE_FALSE(broken);
    CHECK(broken.error().code == "bad-data");
    CHECK(broken.error().rendered.find("`a`") != std::string::npos);
}

TEST_CASE("an answer has rows and columns", "[door]") {
    const auto answer = graph().ask("MATCH (n:A) RETURN n.id AS id, n.n AS n ORDER BY id");
    REQUIRE(answer);
    CHECK(answer->row_count() == 2);
    CHECK(answer->column_count() == 2);
    CHECK(answer->column_name(0) == "id");
    CHECK(*answer->at(0, 1).as<std::int64_t>() == 1);
    CHECK(answer->at(1, 1).is_null());
    REQUIRE(answer->column(0).size() == 2);
    CHECK(*answer->column(0)[1].as<std::string>() == "b");
    CHECK(answer->pattern().find("MATCH (n:A)") == 0);
    CHECK(answer->sources().empty());
    CHECK(answer->seconds() > 0);
}

TEST_CASE("nodes, relationships and paths come with what they hold", "[door]") {
    const auto answer = graph().ask("MATCH p = (a {id: 'a'})-[r]->(b) RETURN a, r, p");
    REQUIRE(answer);
    const confer::Value a = answer->at(0, 0), r = answer->at(0, 1), p = answer->at(0, 2);
    REQUIRE(a.as_node() != nullptr);
    CHECK(a.as_node()->labels == std::vector<std::string>{"A"});
    CHECK(a.as_node()->properties.size() == 3);
    REQUIRE(r.as_relationship() != nullptr);
    CHECK(r.as_relationship()->type == "R");
    CHECK(r.as_relationship()->start == a.as_node()->id);
    CHECK(*r.as_relationship()->properties.at(0).second.as<double>() == 2.5);
    REQUIRE(p.as_path() != nullptr);
    CHECK(p.as_path()->nodes.size() == 2);
    CHECK(p.as_path()->relationships.at(0).id == r.as_relationship()->id);
    CHECK(a.as_path() == nullptr);
    CHECK(a.as<std::string>() == nullptr);
}

TEST_CASE("values of every kind go in as parameters and come out again", "[door][parameters]") {
    CHECK(echo({}).is_null());
    CHECK(*echo(true).as<bool>());
    CHECK(*echo(std::numeric_limits<std::int64_t>::min()).as<std::int64_t>() ==
          std::numeric_limits<std::int64_t>::min());
    CHECK(*echo(0.5).as<double>() == 0.5);
    CHECK(std::isnan(*echo(std::nan("")).as<double>()));
    CHECK(*echo("naïve 心").as<std::string>() == "naïve 心");
    CHECK(*echo(std::string("a\0b", 3)).as<std::string>() == std::string("a\0b", 3));
    const confer::Value list = echo(confer::List{1, "two", confer::List{}});
    REQUIRE(list.as_list() != nullptr);
    CHECK(list.as_list()->size() == 3);
    CHECK((*list.as_list())[2].as_list()->empty());
    const confer::Value map = echo(confer::Map{{"b", 1}, {"a", confer::Value()}});
    REQUIRE(map.as_map() != nullptr);
    CHECK((*map.as_map())[0].first == "a");
    CHECK(*(*map.as_map())[1].second.as<std::int64_t>() == 1);
}

TEST_CASE("what can't be a parameter is refused with its name", "[door][parameters][error]") {
    confer::Value deep = 1;
    for (int i = 0; i < 2000; ++i) deep = confer::List{deep};
    for (const confer::Value& value : {confer::Value("\xff"), confer::Value(confer::Map{{"a", 1}, {"a", 2}}), deep}) {
        const auto answer = confer::Graph::empty().ask("RETURN $wrong", {{"wrong", value}});
        REQUIRE_FALSE(answer);
        CHECK(answer.error().message.find("wrong") != std::string::npos);
    }
    CHECK(code(confer::Graph::empty().ask("RETURN $missing")) == "missing-parameter");
}

TEST_CASE("values read as a person would write them", "[door]") {
    CHECK(confer::Value().to_string().empty());
    CHECK(confer::Value("text").to_string() == "text");
    CHECK(confer::Value(1.0).to_string() == "1.0");
    CHECK(confer::Value(confer::List{1, "two"}).to_string() == "1, two");
    const auto answer = graph().ask("MATCH (n {id: 'a'}) RETURN n");
    REQUIRE(answer);
    CHECK(answer->at(0, 0).to_string() == "Ann");
}

TEST_CASE("a prepared statement runs again with other parameters", "[door]") {
    const confer::Statement statement = graph().prepare("MATCH (n {id: $id}) RETURN n.name AS name");
    CHECK(*statement.bind("id", "a").run()->at(0, 0).as<std::string>() == "Ann");
    CHECK(statement.bind("id", "b").run()->at(0, 0).is_null());
    CHECK(statement.bind("id", 7).run()->row_count() == 0);
    CHECK(code(statement.run()) == "missing-parameter");
}

TEST_CASE("an error tells the place and what to type instead", "[door][error]") {
    const auto answer = graph().ask("MATCH (n)\nRETURN m.name");
    REQUIRE_FALSE(answer);
    CHECK(answer.error().code == "undefined-variable");
    CHECK(answer.error().line == 2);
    CHECK(answer.error().column == 8);
    CHECK(answer.error().rendered.find("^") != std::string::npos);
    CHECK(code(graph().ask("")) == "syntax");
    CHECK(code(graph().ask("RETURN 1 / 0")) == "division-by-zero");
}

TEST_CASE("a question's answer says what it rests on", "[door]") {
    const auto builtin = confer::Graph::builtin();
    REQUIRE(builtin);
    const auto answer = builtin->ask("which techniques are used by dialectical behavior therapy?");
    REQUIRE(answer);
    REQUIRE(answer->row_count() > 0);
    REQUIRE_FALSE(answer->sources().empty());
    REQUIRE_FALSE(answer->citations(0).empty());
    CHECK(answer->citations(0)[0] < answer->sources().size());
    const auto bare =
        builtin->ask("which techniques are used by dialectical behavior therapy?", {}, {.sources = false});
    CHECK(bare->sources().empty());
    CHECK(bare->citations(0).empty());
}

TEST_CASE("an answer outlives its graph and its statement", "[door]") {
    const auto answer = [] {
        return confer::Graph(graph()).ask("MATCH (a {id: 'a'})-[r]->(b) RETURN a, r.since, a.name");
    }();
    REQUIRE(answer);
    CHECK(answer->at(0, 0).to_string() == "Ann");
    CHECK(*answer->at(0, 2).as<std::string>() == "Ann");
}

TEST_CASE("an answer is written in any format", "[door]") {
    const auto answer = graph().ask("RETURN 1 AS one");
    CHECK(*answer->to_text("csv") == "one\r\n1\r\n");
    for (const char* format : {"table", "list", "json", "markdown"}) CHECK(answer->to_text(format));
    const auto unknown = answer->to_text("papyrus");
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().code == "usage");
}

TEST_CASE("a run keeps to its limits", "[door][limits]") {
    const char* const endless =
        "UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y WITH x, y WHERE x + y < 0 RETURN x";
    const confer::Graph empty = confer::Graph::empty();
    CHECK(code(empty.ask(endless, {}, {.limits = {.seconds = 0.02}})) == "timeout");
    CHECK(code(empty.ask("UNWIND range(1, 11) AS x RETURN x", {}, {.limits = {.rows = 10}})) == "row-limit");
    CHECK(code(empty.ask("UNWIND range(1, 10) AS x RETURN x", {}, {.limits = {.rows = 10}})) == "none");
    CHECK(code(empty.ask("RETURN range(1, 1000000)", {}, {.limits = {.bytes = 1000000}})) == "memory-limit");
}

TEST_CASE("an interrupt stops a run from another thread, until it is reset", "[door][limits]") {
    confer::Interrupt interrupt;
    const confer::Graph empty = confer::Graph::empty();
    const confer::RunOptions options{.limits = {.seconds = 60}, .interrupt = &interrupt};
    std::thread stopper([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        interrupt.request();
    });
    const auto stopped = empty.ask(
        "UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y WITH x, y WHERE x + y < 0 RETURN x", {}, options);
    stopper.join();
    CHECK(code(stopped) == "interrupted");
    CHECK(code(empty.ask("RETURN 1", {}, options)) == "interrupted");
    interrupt.reset();
    CHECK(code(empty.ask("RETURN 1", {}, options)) == "none");
}
