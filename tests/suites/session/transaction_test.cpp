// Statements that write: all or nothing, one after the other, and nobody sees them half done.
#include <atomic>
#include <catch2/catch.hpp>
#include <thread>

#include "session/database.h"

using namespace confer::engine;

namespace {

Answer answer(Database& database, std::string_view statement, const RunOptions& options = {}) {
    auto answer = database.run(statement, options);
    if (!answer) throw std::runtime_error(render(answer.error(), statement));
    return std::move(answer).value();
}

std::int64_t number(Database& database, std::string_view statement) {
    return answer(database, statement).rows[0][0].as_integer();
}

ErrorCode failure(Database& database, std::string_view statement, const RunOptions& options = {}) {
    const auto answer = database.run(statement, options);
    REQUIRE_FALSE(answer.has_value());
    return answer.error().code;
}

}  // namespace

TEST_CASE("a statement that writes makes the next graph", "[session][write]") {
    Database database;
    const GraphPtr before = database.graph();
    const Answer made = answer(database, "UNWIND range(1, 5) AS i CREATE (n:N {i: i})-[:R]->(:M) RETURN n");
    CHECK(made.rows.size() == 5);
    CHECK(made.stats.nodes_created == 10);
    CHECK(made.stats.relationships_created == 5);
    CHECK(before->node_count() == 0);
    CHECK(database.graph()->node_count() == 10);
    CHECK(number(database, "MATCH (:N)-[:R]->(m:M) RETURN count(m)") == 5);
}

TEST_CASE("an answer keeps the graph that it speaks of", "[session][write]") {
    Database database;
    answer(database, "CREATE (:N {name: 'old'})");
    const Answer old = answer(database, "MATCH (n:N) RETURN n, n.name");
    answer(database, "MATCH (n:N) SET n.name = 'new'");
    answer(database, "MATCH (n:N) DELETE n");
    CHECK(old.graph->title(old.rows[0][0].as_node()) == "old");
    CHECK(old.rows[0][1].as_string() == "old");
}

TEST_CASE("a statement that fails changes nothing", "[session][write]") {
    Database database;
    answer(database, "CREATE (:N {i: 1})-[:R]->(:N {i: 2})");
    const GraphPtr before = database.graph();
    CHECK(failure(database, "MATCH (n:N) SET n.i = 10 / (n.i - 2)") == ErrorCode::division_by_zero);
    CHECK(failure(database, "MATCH (n:N) DELETE n") == ErrorCode::delete_connected_node);
    CHECK(failure(database, "CREATE (:N) WITH 1 AS x UNWIND [1, 0] AS y CREATE (:M {v: x / y})") ==
          ErrorCode::division_by_zero);
    CHECK(failure(database, "CREATE (n:N) RETURN 1 / 0 AS x") == ErrorCode::division_by_zero);
    RunOptions few_rows;
    few_rows.limits.max_rows = 1;
    CHECK(failure(database, "MATCH (n:N) SET n.j = 1 RETURN n", few_rows) == ErrorCode::row_limit);
    RunOptions little_memory;
    little_memory.limits.max_memory_bytes = 10000;
    CHECK(failure(database, "UNWIND range(1, 100000) AS i CREATE (:N)", little_memory) == ErrorCode::memory_limit);
    CancelToken cancelled;
    cancelled.request();
    RunOptions stopped;
    stopped.cancel = &cancelled;
    CHECK(failure(database, "CREATE (:N)", stopped) == ErrorCode::interrupted);
    CHECK(database.graph() == before);
}

TEST_CASE("a database that is read only refuses to write, and answers", "[session][write]") {
    Database database;
    RunOptions options;
    options.read_only = true;
    CHECK(failure(database, "CREATE (:N)", options) == ErrorCode::read_only);
    CHECK(answer(database, "MATCH (n) RETURN count(n)", options).rows[0][0].as_integer() == 0);
    CHECK(answer(database, "EXPLAIN CREATE (:N)", options).rows.size() == 2);
    CHECK(database.graph()->node_count() == 0);
}

TEST_CASE("readers see whole statements while others write", "[session][write][threads]") {
    Database database;
    answer(database, "CREATE (:Account {id: 'a', sum: 1000}), (:Account {id: 'b', sum: 0})");
    std::atomic<bool> done{false};
    std::atomic<int> wrong{0}, read{0};
    std::vector<std::thread> readers;
    for (int i = 0; i < 3; ++i) {
        readers.emplace_back([&] {
            while (!done || read == 0) {
                const auto sums =
                    database.run("MATCH (a {id: 'a'}), (b {id: 'b'}) RETURN a.sum + b.sum, a.sum + COUNT { (a)-->() }");
                if (!sums || sums.value().rows[0][0].as_integer() != 1000) ++wrong;
                if (!sums || sums.value().rows[0][1].as_integer() != 1000) ++wrong;
                ++read;
            }
        });
    }
    for (int i = 0; i < 200; ++i) {
        const auto moved = database.run(
            "MATCH (a {id: 'a'}), (b {id: 'b'}) SET a.sum = a.sum - 1, b.sum = b.sum + 1 "
            "CREATE (a)-[:TRANSFER {n: 1}]->(:Receipt {text: 'no. ' + a.sum})");
        if (!moved) ++wrong;
    }
    done = true;
    for (std::thread& reader : readers) reader.join();
    CHECK(wrong == 0);
    CHECK(number(database, "MATCH ({id: 'a'})-[t:TRANSFER]->(:Receipt) RETURN sum(t.n)") == 200);
    CHECK(number(database, "MATCH (b {id: 'b'}) RETURN b.sum") == 200);
}

TEST_CASE("writers take turns, and none is lost", "[session][write][threads]") {
    Database database;
    answer(database, "CREATE (:Counter {n: 0})");
    std::atomic<int> failed{0};
    std::vector<std::thread> writers;
    for (int i = 0; i < 4; ++i) {
        writers.emplace_back([&] {
            for (int j = 0; j < 50; ++j) {
                if (!database.run("MATCH (c:Counter) SET c.n = c.n + 1")) ++failed;
            }
        });
    }
    for (std::thread& writer : writers) writer.join();
    CHECK(failed == 0);
    CHECK(number(database, "MATCH (c:Counter) RETURN c.n") == 200);
}

TEST_CASE("elements keep their number, and no other gets it", "[session][write]") {
    Database database;
    answer(database, "UNWIND range(0, 4) AS i CREATE (n:N {i: i}) WITH n CREATE (n)-[:B]->(n)");
    const std::int64_t two = number(database, "MATCH (n:N {i: 2}) RETURN id(n)");
    const std::int64_t loop = number(database, "MATCH (:N {i: 4})-[r:B]->() RETURN id(r)");
    answer(database, "MATCH (n:N) WHERE n.i IN [0, 3] DETACH DELETE n");
    answer(database, "MATCH (n:N {i: 1}) CREATE (n)-[:A]->(:N {i: 9})");
    CHECK(number(database, "MATCH (n:N {i: 2}) RETURN id(n)") == two);
    CHECK(number(database, "MATCH (:N {i: 4})-[r:B]->() RETURN id(r)") == loop);
    CHECK(number(database, "MATCH (n:N) RETURN count(DISTINCT id(n))") == 4);
    CHECK(number(database, "MATCH (n:N {i: 9}) RETURN id(n)") == 5);
    answer(database, "MATCH (n:N {i: 9}) DETACH DELETE n");
    CHECK(number(database, "CREATE (n:N) RETURN id(n)") == 6);
}

TEST_CASE("a plan that was made before a change is not used after it", "[session][write]") {
    Database database;
    CHECK(number(database, "MATCH (n:Late) RETURN count(n)") == 0);
    answer(database, "CREATE (:Late)");
    CHECK(number(database, "MATCH (n:Late) RETURN count(n)") == 1);
}
