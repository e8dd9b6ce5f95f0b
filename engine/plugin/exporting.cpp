// The part of the host's table that exporters use. Tests: tests/suites/plugins/transfer_test.cpp.
#include <algorithm>

#include "load/graph_head.h"
#include "plugin/host_internal.h"
#include "plugin/text_internal.h"
#include "plugin/transfer_internal.h"

namespace confer::engine::plugin {

namespace {

const confer_value* handle(const Value& value) {
    return reinterpret_cast<const confer_value*>(&value);
}

// body(writing) in an exporter; elsewhere the call fails.
template <class Body>
auto writing(confer_call* call, const char* function, Body body) noexcept {
    return guarded(*call, [&]() -> decltype(body(*call->writing)) {
        if (call->writing != nullptr && status(*call) == 0) return body(*call->writing);
        if (call->writing == nullptr)
            call->fail_promise("calls `" + std::string(function) + "`, which is for exporters");
        return {};
    });
}

confer_str head(confer_call* call) {
    return writing(call, "head", [](Writing& writing) {
        if (writing.head.empty()) {
            writing.head = load::graph_head(writing.graph);
            std::erase(writing.head, '\n');  // those inside of texts are escaped
        }
        return handed_out(writing.head);
    });
}

const confer_value* node_keys(confer_call* call) {
    return writing(call, "node_keys",
                   [&](Writing& writing) { return handle(call->keep(plugin::node_keys(writing.graph))); });
}

const confer_value* relationship_keys(confer_call* call) {
    return writing(call, "relationship_keys",
                   [&](Writing& writing) { return handle(call->keep(plugin::relationship_keys(writing.graph))); });
}

std::size_t node_count(confer_call* call) {
    return writing(call, "node_count", [](Writing& writing) { return std::size_t{writing.graph.node_count()}; });
}

std::size_t relationship_count(confer_call* call) {
    return writing(call, "relationship_count",
                   [](Writing& writing) { return std::size_t{writing.graph.edge_count()}; });
}

const confer_value* next_node(confer_call* call) {
    return writing(call, "next_node", [&](Writing& writing) -> const confer_value* {
        call->kept.clear();
        writing.report(writing.next_node);
        if (writing.next_node < writing.graph.node_count()) return handle(call->keep(Value::node(writing.next_node++)));
        writing.next_node = 0;
        return nullptr;
    });
}

const confer_value* next_relationship(confer_call* call) {
    return writing(call, "next_relationship", [&](Writing& writing) -> const confer_value* {
        call->kept.clear();
        writing.report(std::uint64_t{writing.graph.node_count()} + writing.next_edge);
        if (writing.next_edge < writing.graph.edge_count())
            return handle(call->keep(Value::relationship(writing.next_edge++)));
        writing.next_edge = 0;
        return nullptr;
    });
}

confer_str file_id(confer_call* call, const confer_value* node) {
    return writing(call, "file_id", [&](Writing& writing) {
        if (!value_of(node).is(Kind::node)) {
            call->fail_kind(value_of(node), "a Node");
            return confer_str{};
        }
        return handed_out(call->keep(Value(writing.ids.of(value_of(node).as_node()))).as_string());
    });
}

std::int32_t write(confer_call* call, confer_str bytes) {
    writing(call, "write", [&](Writing& writing) {
        if (!writing.is_open) {
            call->fail_promise("writes before it has opened a part");
        } else if (Result<void> done = writing.files.write({bytes.data, bytes.size}); !done) {
            call->stop(std::move(done).error());
        }
        return 0;
    });
    return status(*call);
}

}  // namespace

void fill_exporting(confer_host_v1& table) {
    table.head = head;
    table.node_keys = node_keys;
    table.relationship_keys = relationship_keys;
    table.node_count = node_count;
    table.relationship_count = relationship_count;
    table.next_node = next_node;
    table.next_relationship = next_relationship;
    table.file_id = file_id;
    table.write = write;
}

}  // namespace confer::engine::plugin
