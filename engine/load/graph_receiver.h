#pragma once
// GraphReceiver: a graph put together from what a reader of some file format finds, with the checks that graph JSON
// has: ids, ends, the schema.
//
// Ownership  finish() moves everything into the graph; the receiver is spent.
// Threads    one thread.
// Errors     kept until finish(), each with the file and line that were named last before it: up to 50, then a count.
// Cost       amortised O(1) a call; memory: the graph.
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "graph/property_graph.h"

namespace confer::engine::load {

class GraphReceiver {
public:
    GraphReceiver();
    ~GraphReceiver();
    GraphReceiver(const GraphReceiver&) = delete;
    GraphReceiver& operator=(const GraphReceiver&) = delete;

    // Comes before all else. Lines are the file's from here on. REQUIRES: no element is open.
    void begin_file(std::string display_name);
    void at_line(std::uint32_t line);  // from 1; 0: not known

    // What graph_head() wrote. Comes before the first element.
    void head(std::string_view json);

    // An element: begin, labels and properties in any order, end. REQUIRES: none is open, or one is, accordingly.
    void begin_node(std::string_view id);
    void begin_edge(std::string_view from, std::string_view type, std::string_view to);
    void label(std::string_view name);  // of a node
    void key(std::string_view name);    // of the property whose value comes next; `id` of a node counts for nothing
    void text(std::string_view text);
    void value(Value value);  // null: none
    void end();
    bool is_open() const;        // whether an element is
    bool expects_value() const;  // whether key() was the last step
    bool has_elements() const;

    void problem(std::string message, std::vector<std::string> hints = {});

    // `name`: what messages call the whole. Errors: bad_data, with all problems.
    Result<GraphPtr> finish(std::string_view name) &&;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace confer::engine::load
