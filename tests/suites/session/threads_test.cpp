#include <catch2/catch.hpp>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include "session/database.h"
#include "support/loaded.h"

using namespace confer::engine;

namespace {

// A ring of `size` nodes.
GraphPtr ring(int size) {
    std::string nodes, edges;
    for (int i = 0; i < size; ++i) {
        const std::string comma = i == 0 ? "" : ", ";
        nodes += comma + R"({"id": "n)" + std::to_string(i) + R"(", "label": "N", "k": )" + std::to_string(i) + "}";
        edges += comma + R"({"from": "n)" + std::to_string(i) + R"(", "type": "R", "to": "n)" +
                 std::to_string((i + 1) % size) + "\"}";
    }
    auto graph = load_text(R"({"nodes": [)" + nodes + R"(], "edges": [)" + edges + "]}");
    REQUIRE(graph.has_value());
    return std::move(graph).value();
}

constexpr const char* count_walks = "MATCH (a:N)-[:R*1..3]->(b) RETURN count(*) AS n";

std::int64_t number(const Result<Answer>& answer) {
    return answer ? answer.value().rows[0][0].as_integer() : -1;
}

}  // namespace

TEST_CASE("many statements run at once", "[session][threads]") {
    Database database(ring(50));
    std::atomic<int> wrong = 0;
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 8; ++thread) {
        threads.emplace_back([&, thread] {
            for (int i = 0; i < 30; ++i) {
                RunOptions options;
                options.parameters.emplace("k", Value(thread));
                const bool right =
                    number(database.run(count_walks)) == 150 &&
                    number(database.run("MATCH (a:N {k: $k})-->(b) RETURN b.k", options)) == thread + 1 &&
                    !database.run("MATCH (a) RETURN b").has_value();
                if (!right) ++wrong;
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    CHECK(wrong == 0);
}

TEST_CASE("statements keep the graph that they started with while another comes in", "[session][threads]") {
    Database database;
    const std::string path = CONFER_SOURCE_DIR "/tests/graphs/kitchen.json";
    REQUIRE(database.load(path).has_value());
    const auto nodes = std::int64_t{database.graph()->node_count()};
    std::atomic<bool> stop = false;
    std::atomic<int> wrong = 0, runs = 0;
    std::vector<std::thread> readers;
    for (int thread = 0; thread < 4; ++thread) {
        readers.emplace_back([&] {
            while (!stop) {
                // All or nothing: never a part of one graph and a part of the other.
                const std::int64_t pairs = number(database.run("MATCH (a), (b) RETURN count(*) AS n"));
                if (pairs != nodes * nodes && pairs != 0) ++wrong;
                ++runs;
            }
        });
    }
    for (int i = 0; i < 100 || runs < 50; ++i) {
        database.reset();
        if (!database.load(path).has_value()) ++wrong;
    }
    stop = true;
    for (std::thread& reader : readers) reader.join();
    CHECK(wrong == 0);
}

TEST_CASE("an answer outlives the graph that it is about", "[session]") {
    Result<Answer> answer = [] {
        Database database(ring(5));
        Result<Answer> made =
            database.run("MATCH p = (a:N {k: 1})-[r]->(b) RETURN a, a.id, r, p, labels(b)[0], type(r)");
        database.reset();
        return made;
    }();
    REQUIRE(answer.has_value());
    const Answer& kept = answer.value();
    CHECK(kept.graph->title(kept.rows[0][0].as_node()) == "n1");
    CHECK(kept.rows[0][1].as_string() == "n1");
    CHECK(kept.rows[0][3].as_path().edges.size() == 1);
    CHECK(kept.rows[0][4].as_string() == "N");
    CHECK(kept.rows[0][5].as_string() == "R");
}

TEST_CASE("a graph that does not load leaves the one that is there", "[session]") {
    Database database(ring(3));
    CHECK_FALSE(database.load("/nowhere/graph.json").has_value());
    CHECK(database.graph()->node_count() == 3);
    database.reset();
    CHECK(database.graph()->node_count() == 0);
    CHECK(number(database.run("MATCH (n) RETURN count(n)")) == 0);
}

TEST_CASE("a statement that fails or is stopped does no harm to the next", "[session][limits]") {
    Database database(ring(30));
    CancelToken token;
    token.request();
    RunOptions stopped, hurried, small, few;
    stopped.cancel = &token;
    hurried.limits.timeout_seconds = 0.01;
    small.limits.max_memory_bytes = 100'000;
    few.limits.max_rows = 10;
    const char* const endless =
        "MATCH (a), (b), (c), (d), (e), (f) WHERE a.k + b.k + c.k + d.k + e.k + f.k < 0 RETURN count(*)";
    for (int i = 0; i < 3; ++i) {
        CHECK(database.run(endless, stopped).error().code == ErrorCode::interrupted);
        CHECK(database.run(endless, hurried).error().code == ErrorCode::timeout);
        CHECK(database.run("UNWIND range(1, 100000) AS x RETURN collect(x)", small).error().code ==
              ErrorCode::memory_limit);
        CHECK(database.run("MATCH (n) RETURN n", few).error().code == ErrorCode::row_limit);
        CHECK(number(database.run(count_walks)) == 90);
    }
}

TEST_CASE("a run is stopped from another thread", "[session][threads][limits]") {
    Database database(ring(30));
    CancelToken token;
    RunOptions options;
    options.cancel = &token;
    options.limits.timeout_seconds = 60;  // so that a failure ends
    Result<Answer> answer = Error{};
    std::thread runner([&] {
        answer = database.run(
            "UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y WITH x, y WHERE x + y < 0 RETURN x", options);
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    token.request();
    runner.join();
    CHECK(answer.error().code == ErrorCode::interrupted);
}
