#include <catch2/catch.hpp>

#include "exec/batch.h"
#include "exec/layout.h"

namespace confer::engine::exec {

namespace {

const auto all_kinds = {ColumnKind::node,     ColumnKind::relationship, ColumnKind::integer,
                        ColumnKind::floating, ColumnKind::boolean,      ColumnKind::value};

Value sample(ColumnKind kind, int n) {
    switch (kind) {
        case ColumnKind::node:
            return Value::node(static_cast<NodeId>(n));
        case ColumnKind::relationship:
            return Value::relationship(static_cast<EdgeId>(n));
        case ColumnKind::integer:
            return n;
        case ColumnKind::floating:
            return n + 0.5;
        case ColumnKind::boolean:
            return n % 2 == 0;
        case ColumnKind::value:
            return Value(std::to_string(n));
    }
    return {};
}

bool identical(const Value& a, const Value& b) {
    if (a.kind() != b.kind()) return false;
    switch (a.kind()) {
        case Kind::null:
            return true;
        case Kind::node:
            return a.as_node() == b.as_node();
        case Kind::relationship:
            return a.as_relationship() == b.as_relationship();
        case Kind::integer:
            return a.as_integer() == b.as_integer();
        case Kind::floating:
            return a.as_floating() == b.as_floating();
        case Kind::boolean:
            return a.as_boolean() == b.as_boolean();
        default:
            return a.as_string() == b.as_string();
    }
}

}  // namespace

TEST_CASE("a column gives back what was set, null too", "[exec][batch]") {
    for (const ColumnKind kind : all_kinds) {
        Column column(kind, 3);
        column.set(0, sample(kind, 4));
        column.set(1, Value());
        column.set(2, sample(kind, 5));
        column.append(Value());
        column.append(sample(kind, 6));
        REQUIRE(column.size() == 5);
        CHECK(identical(column.get(0), sample(kind, 4)));
        CHECK(column.is_null(1));
        CHECK(identical(column.get(2), sample(kind, 5)));
        CHECK(column.is_null(3));
        CHECK(identical(column.get(4), sample(kind, 6)));
        column.set(1, sample(kind, 7));
        CHECK(identical(column.get(1), sample(kind, 7)));
    }
}

TEST_CASE("a constant column stands for equal rows", "[exec][batch]") {
    for (const ColumnKind kind : all_kinds) {
        const Column column = Column::constant(kind, sample(kind, 2), 1000);
        CHECK(column.kind() == kind);
        CHECK(column.size() == 1000);
        CHECK(identical(column.get(999), sample(kind, 2)));
        const Column nothing = Column::constant(kind, Value(), 2);
        CHECK(nothing.is_null(1));
    }
    CHECK(Column::constant(Value(1), 2).kind() == ColumnKind::integer);
    CHECK(Column::constant(Value(), 2).kind() == ColumnKind::value);
}

TEST_CASE("rows are appended and assigned from another column", "[exec][batch]") {
    for (const ColumnKind kind : all_kinds) {
        Column from(kind);
        for (int i = 0; i < 5; ++i) from.append(i == 3 ? Value() : sample(kind, i));
        const RowIndex picked[] = {4, 3, 3, 0};
        Column to(kind);
        to.append(sample(kind, 9));
        to.append_rows(from, picked);
        REQUIRE(to.size() == 5);
        CHECK(identical(to.get(0), sample(kind, 9)));
        CHECK(identical(to.get(1), sample(kind, 4)));
        CHECK(to.is_null(2));
        CHECK(identical(to.get(4), sample(kind, 0)));

        to.append_rows(Column::constant(kind, sample(kind, 1), 5), picked);
        CHECK(identical(to.get(8), sample(kind, 1)));

        const RowIndex same[] = {1, 3};
        to.assign_rows(from, same);
        CHECK(identical(to.get(1), sample(kind, 1)));
        CHECK(to.is_null(3));
    }
}

TEST_CASE("a value column takes rows of any kind", "[exec][batch]") {
    Column values(ColumnKind::value);
    Column numbers(ColumnKind::integer);
    numbers.append(Value(5));
    numbers.append(Value());
    const RowIndex both[] = {1, 0};
    values.append_rows(numbers, both);
    CHECK(values.is_null(0));
    CHECK(values.get(1).as_integer() == 5);
}

TEST_CASE("widening keeps every value", "[exec][batch]") {
    for (const ColumnKind kind : all_kinds) {
        Column column(kind);
        column.append(sample(kind, 1));
        column.append(Value());
        column.widen_to_values();
        CHECK(column.kind() == ColumnKind::value);
        CHECK(identical(column.get(0), sample(kind, 1)));
        CHECK(column.is_null(1));
        Column constant = Column::constant(kind, sample(kind, 1), 7);
        constant.widen_to_values();
        CHECK(constant.size() == 7);
        CHECK(identical(constant.get(6), sample(kind, 1)));
    }
}

TEST_CASE("a reset column has forgotten its nulls and values", "[exec][batch]") {
    Column column(ColumnKind::integer, 2);
    column.set(0, Value());
    column.reset(ColumnKind::integer, 2);
    CHECK_FALSE(column.is_null(0));
    column.reset(ColumnKind::value, 2);
    column.set(0, Value(1));
    column.reset(ColumnKind::value, 3);
    CHECK(column.is_null(0));
    CHECK(column.size() == 3);
}

TEST_CASE("a selection says which rows of a batch count", "[exec][batch]") {
    RowBatch batch;
    batch.columns.emplace_back(ColumnKind::integer, 4);
    batch.set_row_count(4);
    CHECK(batch.selected_count() == 4);
    batch.select({1, 3});
    std::vector<RowIndex> visited;
    batch.for_each_row([&](RowIndex row) { visited.push_back(row); });
    CHECK(visited == std::vector<RowIndex>{1, 3});
    batch.select({});
    CHECK(batch.empty());
    batch.clear();
    CHECK(batch.row_count() == 0);
    CHECK_FALSE(batch.has_selection());
    CHECK(batch.columns[0].size() == 0);
}

TEST_CASE("a layout numbers variables and lets two names share a column", "[exec][layout]") {
    Layout layout;
    CHECK_FALSE(layout.has(3));
    CHECK(layout.add(3, ColumnKind::node) == 0);
    CHECK(layout.add(1, ColumnKind::value) == 1);
    layout.alias(9, 3);
    CHECK(layout.slot(9) == 0);
    CHECK(layout.slot(2) == Layout::absent);
    CHECK(layout.kind(layout.slot(9)) == ColumnKind::node);
    CHECK(layout.column_count() == 2);
}

TEST_CASE("a type known to be one kind has that kind of column", "[exec][layout]") {
    CHECK(column_kind(Kind::node) == ColumnKind::node);
    CHECK(column_kind(Kind::integer) == ColumnKind::integer);
    CHECK(column_kind(ValueType(Kind::integer) | ValueType::null()) == ColumnKind::integer);
    CHECK(column_kind(ValueType::number()) == ColumnKind::value);
    CHECK(column_kind(Kind::string) == ColumnKind::value);
    CHECK(column_kind(ValueType::any()) == ColumnKind::value);
    CHECK(column_kind(ValueType::null()) == ColumnKind::value);
}

}  // namespace confer::engine::exec
