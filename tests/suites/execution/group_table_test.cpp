#include "exec/ops/group_table.h"

#include <catch2/catch.hpp>
#include <numeric>

using namespace confer::engine;
using namespace confer::engine::exec;

TEST_CASE("a large table of groups keeps them when it grows, and looks at the limits meanwhile", "[exec][grouping]") {
    constexpr std::size_t rows = 5000;
    Column nodes(ColumnKind::node, rows);
    std::iota(nodes.ids().begin(), nodes.ids().end(), 7);
    const Column* const key = &nodes;
    RowBatch batch;
    batch.set_row_count(rows);
    std::vector<std::uint32_t> groups, again;
    GroupTable table({ColumnKind::node});
    table.add(std::span(&key, 1), batch, groups);

    CancelToken token;
    token.request();
    const RunLimits over({}, &token);
    const std::size_t before = table.heap_bytes();
    const Result<void> stopped = table.make_room(100'000, over);
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == ErrorCode::interrupted);
    CHECK(table.heap_bytes() == before);

    for (std::size_t more = 10'000; more <= 80'000; more *= 2) {
        REQUIRE(table.make_room(more, RunLimits()));
        table.find(std::span(&key, 1), batch, again);
        CHECK(again == groups);
    }
    CHECK(table.heap_bytes() > before);
}
