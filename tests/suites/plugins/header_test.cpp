// The door's header is the same to C99 and C++20, and keeps its shape.
#include <confer/plugin.h>

#include <catch2/catch.hpp>

#include "plugin/library.h"

extern "C" {
std::size_t c99_host_size();
std::size_t c99_offset_of_failed();
std::size_t c99_offset_of_put_null();
}

TEST_CASE("C99 and C++20 see the same table", "[plugin][header]") {
    CHECK(sizeof(confer_host_v1) == c99_host_size());
    CHECK(offsetof(confer_host_v1, failed) == c99_offset_of_failed());
    CHECK(offsetof(confer_host_v1, put_null) == c99_offset_of_put_null());
}

TEST_CASE("version 1.0 of the table stays where it is", "[plugin][header]") {
    CHECK(offsetof(confer_host_v1, struct_size) == 0);
    CHECK(offsetof(confer_host_v1, minor) == 4);
    CHECK(offsetof(confer_host_v1, describe) == 8);
    CHECK(offsetof(confer_host_v1, argument_count) == 8 + 3 * sizeof(void*));
    CHECK(offsetof(confer_host_v1, put_null) == 8 + 22 * sizeof(void*));
    CHECK(offsetof(confer_host_v1, add_procedure) == 8 + 35 * sizeof(void*));
}

TEST_CASE("version 1.1 of the table stays where it is", "[plugin][header]") {
    CHECK(offsetof(confer_host_v1, end_row) == 8 + 36 * sizeof(void*));
    CHECK(offsetof(confer_host_v1, add_exporter) == 8 + 37 * sizeof(void*));
}

TEST_CASE("version 1.2 of the table stays where it is", "[plugin][header]") {
    CHECK(offsetof(confer_host_v1, head) == 8 + 42 * sizeof(void*));
    CHECK(offsetof(confer_host_v1, read) == 8 + 51 * sizeof(void*));
    CHECK(offsetof(confer_host_v1, view) == 8 + 59 * sizeof(void*));
}

TEST_CASE("version 1.3 of the table stays where it is", "[plugin][header]") {
    CHECK(offsetof(confer_host_v1, neighbours) == 8 + 60 * sizeof(void*));
    CHECK(offsetof(confer_host_v1, reject) == 8 + 74 * sizeof(void*));
    CHECK(sizeof(confer_host_v1) == 8 + 75 * sizeof(void*));
    CHECK(offsetof(confer_view, places) == 16);
    CHECK(offsetof(confer_view, type_count) == 24);
    CHECK(sizeof(confer_neighbours) == 24);
}
