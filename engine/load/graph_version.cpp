// Test: tests/suites/loading/graph_version_test.cpp.
#include "load/graph_version.h"

#include <cstdint>

#include "load/write_graph.h"

namespace confer::engine::load {

namespace {

class HashSink final : public ByteSink {
public:
    void add(std::string_view bytes) {
        for (const char byte : bytes) hash_ = (hash_ ^ static_cast<unsigned char>(byte)) * 0x100000001B3U;
    }

    Result<void> write(std::string_view bytes) override {
        add(bytes);
        return {};
    }

    std::string digits() const {
        std::string out;
        for (int shift = 60; shift >= 0; shift -= 4) out += "0123456789abcdef"[(hash_ >> shift) & 0xFU];
        return out;
    }

private:
    std::uint64_t hash_ = 0xCBF29CE484222325U;
};

}  // namespace

std::string graph_version(const PropertyGraph& graph) {
    HashSink sink;
    if (const Result<void> written = write_graph(graph, sink); !written)
        sink.add(std::to_string(graph.node_count()) + "/" + std::to_string(graph.edge_count()) +
                 written.error().message);
    return sink.digits();
}

}  // namespace confer::engine::load
