// The C door, as a program in any language sees it: nothing but confer/confer.h.
#include <confer/confer.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <cmath>
#include <cstring>
#include <memory>
#include <string>
#include <thread>
#include <vector>

extern "C" confer_options c_default_options(void);

namespace {

constexpr const char* two_nodes = R"({
    "nodes": [{"id": "a", "label": "A", "name": "Ann", "n": 1}, {"id": "b", "labels": ["A", "B"]}],
    "edges": [{"from": "a", "type": "R", "to": "b", "since": 2.5}]})";
constexpr const char* endless =
    "UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y WITH x, y WHERE x + y < 0 RETURN x";

template <class T, void (*release)(T*)>
struct Freed {
    void operator()(T* handle) const { release(handle); }
};
template <class T, void (*release)(T*)>
using Owned = std::unique_ptr<T, Freed<T, release>>;
using Graph = Owned<confer_graph, confer_graph_free>;
using Statement = Owned<confer_statement, confer_statement_free>;
using Answer = Owned<confer_answer, confer_answer_free>;
using Error = Owned<confer_error, confer_error_free>;
using Interrupt = Owned<confer_interrupt, confer_interrupt_free>;
using Text = Owned<char, confer_free>;

Graph graph() {
    confer_graph* out = nullptr;
    REQUIRE(confer_graph_from_json(two_nodes, CONFER_NUL, &out, nullptr) == CONFER_OK);
    return Graph(out);
}

Graph empty_graph() {
    confer_graph* out = nullptr;
    REQUIRE(confer_graph_empty(&out, nullptr) == CONFER_OK);
    return Graph(out);
}

Answer ask(const Graph& graph, const char* statement, const char* parameters = nullptr) {
    confer_answer* out = nullptr;
    confer_error* error = nullptr;
    const confer_status status =
        confer_graph_ask(graph.get(), statement, CONFER_NUL, parameters, nullptr, &out, &error);
    const Error owned(error);
    INFO(confer_error_rendered(error, nullptr));
    REQUIRE(status == CONFER_OK);
    CHECK(error == nullptr);
    return Answer(out);
}

Error failure(const Graph& graph, const char* statement, const confer_options* options = nullptr) {
    confer_answer* out = reinterpret_cast<confer_answer*>(1);
    confer_error* error = nullptr;
    const confer_status status = confer_graph_ask(graph.get(), statement, CONFER_NUL, nullptr, options, &out, &error);
    REQUIRE(error != nullptr);
    CHECK(out == nullptr);
    CHECK(status == confer_error_status(error));
    return Error(error);
}

Statement prepare(const Graph& graph, const char* text) {
    confer_statement* out = nullptr;
    REQUIRE(confer_graph_prepare(graph.get(), text, CONFER_NUL, &out, nullptr) == CONFER_OK);
    return Statement(out);
}

Answer run(const Statement& statement) {
    confer_answer* out = nullptr;
    REQUIRE(confer_statement_run(statement.get(), nullptr, &out, nullptr) == CONFER_OK);
    return Answer(out);
}

std::string code(const Error& error) {
    return confer_error_code(error.get());
}

const confer_datum* cell(const Answer& answer, std::size_t row = 0, std::size_t column = 0) {
    return confer_answer_datum(answer.get(), row, column);
}

std::string text(const confer_datum* datum) {
    std::size_t size = 99;
    const char* const data = confer_datum_text(datum, &size);
    CHECK(data[size] == '\0');
    return {data, size};
}

}  // namespace

TEST_CASE("C: options begin as C++ and C know them", "[door][c]") {
    const confer_options cxx = CONFER_OPTIONS_INIT, c = c_default_options();
    CHECK(c.size == sizeof cxx);
    CHECK(c.sources == 1);
    CHECK(c.read_only == 0);
}

TEST_CASE("C: graphs are opened from JSON, from files, from the library, or empty", "[door][c]") {
    CHECK(confer_graph_node_count(graph().get()) == 2);
    CHECK(confer_graph_relationship_count(graph().get()) == 1);
    CHECK(confer_graph_node_count(empty_graph().get()) == 0);
    confer_graph* builtin = nullptr;
    REQUIRE(confer_graph_builtin(&builtin, nullptr) == CONFER_OK);
    CHECK(confer_graph_node_count(Graph(builtin).get()) > 100);
    confer_graph* file = nullptr;
    REQUIRE(confer_graph_open(CONFER_SOURCE_DIR "/tests/graphs/kitchen.json", &file, nullptr) == CONFER_OK);
    CHECK(confer_graph_node_count(Graph(file).get()) > 0);
    CHECK(std::string(confer_version()).find('.') != std::string::npos);
}

TEST_CASE("C: a graph that does not load says why", "[door][c][error]") {
    confer_graph* out = nullptr;
    confer_error* error = nullptr;
    CHECK(confer_graph_open("/nowhere/graph.json", &out, &error) == CONFER_DATA);
    CHECK(out == nullptr);
    CHECK(code(Error(error)) == "cannot-read");
    error = nullptr;
    CHECK(confer_graph_from_json("{\"nodes\": 7}", CONFER_NUL, &out, &error) == CONFER_DATA);
    const Error bad(error);
    CHECK(code(bad) == "bad-data");
    CHECK(std::strlen(confer_error_rendered(bad.get(), nullptr)) > 0);
}

TEST_CASE("C: an answer has rows and columns", "[door][c]") {
    const Answer answer = ask(graph(), "MATCH (n:A) RETURN n.id AS id, n.n AS n ORDER BY id");
    CHECK(confer_answer_row_count(answer.get()) == 2);
    CHECK(confer_answer_column_count(answer.get()) == 2);
    CHECK(std::string(confer_answer_column_name(answer.get(), 1, nullptr)) == "n");
    CHECK(confer_answer_column_called(answer.get(), "n") == 1);
    CHECK(confer_answer_column_called(answer.get(), "none") == 2);
    CHECK(confer_datum_integer(cell(answer, 0, 1)) == 1);
    CHECK(confer_datum_kind(cell(answer, 1, 1)) == CONFER_NULL);
    CHECK(std::string(confer_datum_string(cell(answer, 1, 0), nullptr)) == "b");
    CHECK(cell(answer, 1, 0) == cell(answer, 1, 0));
    CHECK(std::string(confer_answer_pattern(answer.get(), nullptr)).find("MATCH (n:A)") == 0);
    CHECK(confer_answer_seconds(answer.get()) > 0);
}

TEST_CASE("C: values of every kind are read", "[door][c]") {
    const Answer answer =
        ask(empty_graph(), "RETURN null, true, -9223372036854775807, 0.5, 'naïve', [1, [2]], {b: 1, a: 'x'}");
    CHECK(confer_datum_kind(cell(answer, 0, 0)) == CONFER_NULL);
    CHECK(confer_datum_boolean(cell(answer, 0, 1)) == 1);
    CHECK(confer_datum_integer(cell(answer, 0, 2)) == -9223372036854775807);
    CHECK(confer_datum_float(cell(answer, 0, 3)) == 0.5);
    std::size_t size = 0;
    CHECK(std::string(confer_datum_string(cell(answer, 0, 4), &size)) == "naïve");
    CHECK(size == 6);
    const confer_datum* const list = cell(answer, 0, 5);
    CHECK(confer_datum_kind(list) == CONFER_LIST);
    CHECK(confer_datum_size(list) == 2);
    CHECK(confer_datum_integer(confer_datum_item(confer_datum_item(list, 1), 0)) == 2);
    const confer_datum* const map = cell(answer, 0, 6);
    CHECK(confer_datum_kind(map) == CONFER_MAP);
    CHECK(std::string(confer_datum_key(map, 0, nullptr)) == "a");
    CHECK(text(confer_datum_property(map, "a")) == "x");
    CHECK(confer_datum_integer(confer_datum_property(map, "b")) == 1);
    CHECK(confer_datum_kind(confer_datum_property(map, "c")) == CONFER_NULL);
    CHECK(text(list) == "1, 2");
    CHECK(text(cell(answer, 0, 0)).empty());
}

TEST_CASE("C: nodes, relationships and paths come with what they hold", "[door][c]") {
    const Answer answer = ask(graph(), "MATCH p = (a {id: 'a'})-[r]->(b) RETURN a, r, p, b");
    const confer_datum *const a = cell(answer, 0, 0), *const r = cell(answer, 0, 1), *const p = cell(answer, 0, 2);
    REQUIRE(confer_datum_kind(a) == CONFER_NODE);
    CHECK(confer_datum_label_count(a) == 1);
    CHECK(std::string(confer_datum_label(a, 0, nullptr)) == "A");
    CHECK(confer_datum_size(a) == 3);
    CHECK(text(confer_datum_property(a, "name")) == "Ann");
    CHECK(text(a) == "Ann");
    REQUIRE(confer_datum_kind(r) == CONFER_RELATIONSHIP);
    CHECK(std::string(confer_datum_type(r, nullptr)) == "R");
    CHECK(confer_datum_start(r) == confer_datum_id(a));
    CHECK(confer_datum_end(r) == confer_datum_id(cell(answer, 0, 3)));
    CHECK(confer_datum_float(confer_datum_property(r, "since")) == 2.5);
    REQUIRE(confer_datum_kind(p) == CONFER_PATH);
    CHECK(confer_datum_size(p) == 3);
    CHECK(confer_datum_id(confer_datum_item(p, 0)) == confer_datum_id(a));
    CHECK(confer_datum_kind(confer_datum_item(p, 1)) == CONFER_RELATIONSHIP);
    CHECK(confer_datum_id(confer_datum_item(p, 2)) == confer_datum_end(r));
}

TEST_CASE("C: columns of numbers are copied in one go", "[door][c]") {
    const Answer answer = ask(empty_graph(), "UNWIND [1, 2.5, null, 4, true] AS x RETURN x");
    std::int64_t integers[5];
    double floats[5];
    unsigned char present[5], booleans[5];
    CHECK(confer_answer_integers(answer.get(), 0, 0, 5, integers, present) == 5);
    CHECK(std::vector<int>(present, present + 5) == std::vector<int>{1, 0, 0, 1, 0});
    CHECK(integers[3] == 4);
    CHECK(confer_answer_floats(answer.get(), 0, 1, 99, floats, present) == 4);
    CHECK(floats[0] == 2.5);
    CHECK(floats[2] == 4.0);
    CHECK(present[1] == 0);
    CHECK(confer_answer_booleans(answer.get(), 0, 4, 1, booleans, nullptr) == 1);
    CHECK(booleans[0] == 1);
    CHECK(confer_answer_integers(answer.get(), 0, 5, 1, integers, present) == 0);
    CHECK(confer_answer_integers(answer.get(), 1, 0, 1, integers, present) == 0);
}

TEST_CASE("C: values of every kind are bound", "[door][c][parameters]") {
    const Statement echo = prepare(empty_graph(), "RETURN $x AS x");
    confer_statement* const statement = echo.get();
    REQUIRE(confer_bind_null(statement, "x", nullptr) == CONFER_OK);
    CHECK(confer_datum_kind(cell(run(echo))) == CONFER_NULL);
    REQUIRE(confer_bind_boolean(statement, "x", 2, nullptr) == CONFER_OK);
    CHECK(confer_datum_boolean(cell(run(echo))) == 1);
    REQUIRE(confer_bind_integer(statement, "x", INT64_MIN, nullptr) == CONFER_OK);
    CHECK(confer_datum_integer(cell(run(echo))) == INT64_MIN);
    REQUIRE(confer_bind_float(statement, "x", std::nan(""), nullptr) == CONFER_OK);
    CHECK(std::isnan(confer_datum_float(cell(run(echo)))));
    REQUIRE(confer_bind_text(statement, "x", "a\0b", 3, nullptr) == CONFER_OK);
    CHECK(text(cell(run(echo))) == std::string("a\0b", 3));
    REQUIRE(confer_bind_json(statement, "x", "[1, {\"k\": 1.0}]", CONFER_NUL, nullptr) == CONFER_OK);
    const Answer list = run(echo);
    CHECK(confer_datum_kind(confer_datum_property(confer_datum_item(cell(list), 1), "k")) == CONFER_FLOAT);
    REQUIRE(confer_bind_datum(statement, "x", confer_datum_item(cell(list), 0), nullptr) == CONFER_OK);
    CHECK(confer_datum_integer(cell(run(echo))) == 1);
}

TEST_CASE("C: a copy of a statement is bound apart from it", "[door][c][parameters]") {
    const Statement first = prepare(graph(), "MATCH (n {id: $id}) RETURN n.id");
    REQUIRE(confer_bind_text(first.get(), "id", "a", CONFER_NUL, nullptr) == CONFER_OK);
    confer_statement* out = nullptr;
    REQUIRE(confer_statement_copy(first.get(), &out, nullptr) == CONFER_OK);
    const Statement second(out);
    REQUIRE(confer_bind_text(second.get(), "id", "b", CONFER_NUL, nullptr) == CONFER_OK);
    CHECK(text(cell(run(first))) == "a");
    CHECK(text(cell(run(second))) == "b");
}

TEST_CASE("C: parameters are given as one JSON object", "[door][c][parameters]") {
    CHECK(text(cell(ask(graph(), "MATCH (n {id: $id}) RETURN n", "{\"id\": \"a\"}"))) == "Ann");
    confer_answer* out = nullptr;
    confer_error* error = nullptr;
    for (const char* wrong : {"[1]", "{", "{\"x\": 99999999999999999999}"}) {
        CHECK(confer_graph_ask(graph().get(), "RETURN $x", CONFER_NUL, wrong, nullptr, &out, &error) == CONFER_USAGE);
        confer_error_free(error);
        error = nullptr;
    }
}

TEST_CASE("C: an error tells code, place and what to type instead", "[door][c][error]") {
    const Error error = failure(graph(), "MATCH (n)\nRETURN mname + 1");
    CHECK(confer_error_status(error.get()) == CONFER_STATEMENT);
    CHECK(code(error) == "undefined-variable");
    CHECK(confer_error_line(error.get()) == 2);
    CHECK(confer_error_column(error.get()) == 8);
    CHECK(confer_error_length(error.get()) == 5);
    CHECK(confer_error_hint_count(error.get()) > 0);
    CHECK(std::strlen(confer_error_hint(error.get(), 0, nullptr)) > 0);
    std::size_t size = 0;
    const std::string rendered = confer_error_rendered(error.get(), &size);
    CHECK(rendered.size() == size);
    CHECK(rendered.find("^^^^^") != std::string::npos);
    CHECK(rendered.find(confer_error_message(error.get(), nullptr)) != std::string::npos);
}

TEST_CASE("C: a run keeps to its limits and to reading", "[door][c][limits]") {
    confer_options options = CONFER_OPTIONS_INIT;
    options.seconds = 0.02;
    CHECK(code(failure(empty_graph(), endless, &options)) == "timeout");
    options = CONFER_OPTIONS_INIT;
    options.rows = 10;
    CHECK(code(failure(empty_graph(), "UNWIND range(1, 11) AS x RETURN x", &options)) == "row-limit");
    options = CONFER_OPTIONS_INIT;
    options.bytes = 1000000;
    const Error memory = failure(empty_graph(), "RETURN range(1, 1000000)", &options);
    CHECK(code(memory) == "memory-limit");
    CHECK(confer_error_status(memory.get()) == CONFER_LIMIT);
    options = CONFER_OPTIONS_INIT;
    options.read_only = 1;
    CHECK(code(failure(empty_graph(), "CREATE ()", &options)) == "read-only");
}

TEST_CASE("C: options of an older or a newer program are read as far as they are known", "[door][c][limits]") {
    struct Newer {
        confer_options known = CONFER_OPTIONS_INIT;
        std::uint64_t unknown = 0;
    } newer;
    newer.known.size = sizeof newer;
    newer.known.rows = 1;
    const char* const two_rows = "UNWIND [1, 2] AS x RETURN x";
    CHECK(code(failure(empty_graph(), two_rows, &newer.known)) == "row-limit");
    newer.unknown = 7;  // wants what this version can't do
    CHECK(code(failure(empty_graph(), two_rows, &newer.known)) == "usage");
    confer_options older = CONFER_OPTIONS_INIT;
    older.size = offsetof(confer_options, rows);
    older.rows = 1;  // past its end
    confer_answer* out = nullptr;
    CHECK(confer_graph_ask(empty_graph().get(), two_rows, CONFER_NUL, nullptr, &older, &out, nullptr) == CONFER_OK);
    confer_answer_free(out);
    confer_options none = CONFER_OPTIONS_INIT;
    none.size = 0;
    CHECK(code(failure(empty_graph(), two_rows, &none)) == "usage");
}

TEST_CASE("C: an interrupt stops a run from another thread, until it is reset", "[door][c][limits]") {
    const Interrupt interrupt(confer_interrupt_new());
    confer_options options = CONFER_OPTIONS_INIT;
    options.seconds = 60;
    options.interrupt = interrupt.get();
    std::thread stopper([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        confer_interrupt_request(interrupt.get());
    });
    const std::string stopped = code(failure(empty_graph(), endless, &options));
    stopper.join();
    CHECK(stopped == "interrupted");
    confer_interrupt_reset(interrupt.get());
    confer_answer* out = nullptr;
    CHECK(confer_graph_ask(empty_graph().get(), "RETURN 1", 8, nullptr, &options, &out, nullptr) == CONFER_OK);
    confer_answer_free(out);
}

TEST_CASE("C: a question's answer says what each row rests on", "[door][c]") {
    confer_graph* builtin = nullptr;
    REQUIRE(confer_graph_builtin(&builtin, nullptr) == CONFER_OK);
    const Graph graph(builtin);
    const Answer answer = ask(graph, "which techniques are used by dialectical behavior therapy?");
    REQUIRE(confer_answer_source_count(answer.get()) > 0);
    REQUIRE(confer_answer_citation_count(answer.get(), 0) > 0);
    const std::size_t source = confer_answer_citation(answer.get(), 0, 0);
    CHECK(std::strlen(confer_answer_source_text(answer.get(), source, CONFER_SOURCE_TITLE, nullptr)) > 0);
    CHECK(std::strlen(confer_answer_source_text(answer.get(), source, CONFER_SOURCE_ID, nullptr)) > 0);
    std::int64_t year = 0;
    if (confer_answer_source_year(answer.get(), source, &year) == 1) CHECK(year > 1800);
    CHECK(confer_answer_citation(answer.get(), 0, 999) == confer_answer_source_count(answer.get()));
}

TEST_CASE("C: what a statement writes is counted, and saved", "[door][c][write]") {
    const Graph graph = empty_graph();
    const Answer made = ask(graph, "CREATE (:A {id: 'x'})-[:R]->(:A {id: 'y'})");
    CHECK(confer_answer_changes(made.get(), CONFER_NODES_CREATED) == 2);
    CHECK(confer_answer_changes(made.get(), CONFER_RELATIONSHIPS_CREATED) == 1);
    CHECK(confer_answer_changes(made.get(), CONFER_NODES_DELETED) == 0);
    std::size_t size = 0;
    const Text json(confer_graph_to_json(graph.get(), &size, nullptr));
    REQUIRE(json);
    confer_graph* again = nullptr;
    REQUIRE(confer_graph_from_json(json.get(), size, &again, nullptr) == CONFER_OK);
    CHECK(confer_graph_relationship_count(Graph(again).get()) == 1);
    confer_error* error = nullptr;
    CHECK(confer_graph_save(graph.get(), "/nowhere/graph.json", &error) == CONFER_USAGE);
    CHECK(code(Error(error)) == "cannot-write");
}

TEST_CASE("C: an answer is written in any format", "[door][c]") {
    const Answer answer = ask(empty_graph(), "RETURN 1 AS one");
    std::size_t size = 0;
    const Text csv(confer_answer_to_text(answer.get(), "csv", &size, nullptr));
    CHECK(std::string(csv.get()) == "one\r\n1\r\n");
    CHECK(size == 8);
    const Text json(confer_answer_to_text(answer.get(), "json", nullptr, nullptr));
    CHECK(json.get()[0] == '{');
    confer_error* error = nullptr;
    CHECK(confer_answer_to_text(answer.get(), "papyrus", &size, &error) == nullptr);
    CHECK(code(Error(error)) == "usage");
}

TEST_CASE("C: an answer outlives its graph, its statement and what was written since", "[door][c][write]") {
    Graph opened = graph();
    const Answer answer = ask(opened, "MATCH (a {id: 'a'})-[r]->(b) RETURN a");
    (void)ask(opened, "MATCH (n) DETACH DELETE n");
    opened.reset();
    CHECK(text(cell(answer)) == "Ann");
}

TEST_CASE("C: threads share a graph, a statement and an answer", "[door][c][threads]") {
    const Statement statement = prepare(graph(), "MATCH (a)-[r]->(b) RETURN a, r, b");
    const Answer answer = run(statement);
    std::vector<std::thread> threads;
    std::atomic<int> right{0};
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            for (int turn = 0; turn < 50; ++turn) {
                confer_answer* mine = nullptr;
                if (confer_statement_run(statement.get(), nullptr, &mine, nullptr) != CONFER_OK) return;
                const bool same = std::strcmp(confer_datum_text(confer_answer_datum(mine, 0, 0), nullptr),
                                              confer_datum_text(confer_answer_datum(answer.get(), 0, 0), nullptr)) == 0;
                confer_answer_free(mine);
                if (same) ++right;
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    CHECK(right == 200);
}

TEST_CASE("C: misuse is no crash", "[door][c][error]") {
    confer_error* error = nullptr;
    confer_answer* answer = nullptr;
    CHECK(confer_graph_open(nullptr, nullptr, &error) == CONFER_USAGE);
    confer_error_free(error);
    CHECK(confer_graph_ask(nullptr, "RETURN 1", 8, nullptr, nullptr, &answer, nullptr) == CONFER_USAGE);
    CHECK(confer_graph_ask(graph().get(), nullptr, 0, nullptr, nullptr, &answer, nullptr) == CONFER_USAGE);
    CHECK(confer_statement_run(nullptr, nullptr, &answer, nullptr) == CONFER_USAGE);
    CHECK(confer_bind_integer(nullptr, "x", 1, nullptr) == CONFER_USAGE);
    CHECK(confer_answer_row_count(nullptr) == 0);
    CHECK(confer_datum_kind(confer_answer_datum(nullptr, 0, 0)) == CONFER_NULL);
    CHECK(confer_datum_kind(nullptr) == CONFER_NULL);
    CHECK(confer_datum_id(nullptr) == -1);
    CHECK(std::string(confer_datum_text(nullptr, nullptr)).empty());
    CHECK(std::string(confer_error_code(nullptr)).empty());
    const Answer one = ask(empty_graph(), "RETURN [1] AS list");
    CHECK(confer_datum_kind(cell(one, 1, 0)) == CONFER_NULL);
    CHECK(confer_datum_kind(cell(one, 0, 1)) == CONFER_NULL);
    CHECK(confer_datum_kind(confer_datum_item(cell(one), 1)) == CONFER_NULL);
    CHECK(std::string(confer_answer_column_name(one.get(), 1, nullptr)).empty());
    confer_graph_free(nullptr);
    confer_statement_free(nullptr);
    confer_answer_free(nullptr);
    confer_error_free(nullptr);
    confer_interrupt_free(nullptr);
    confer_free(nullptr);
}

TEST_CASE("C: a plugin that does not fit is refused", "[door][c][error]") {
    const Graph opened = graph();
    confer_error* error = nullptr;
    CHECK(confer_graph_load_plugin(opened.get(), "/nowhere/plugin.so", &error) == CONFER_INTERNAL);
    CHECK(code(Error(error)) == "plugin");
}
