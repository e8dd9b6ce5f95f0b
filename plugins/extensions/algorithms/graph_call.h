#pragma once
// GraphCall: one call of a procedure: its options, the view that they choose, and its rows.
//
// Errors     throws Stopped once the call has failed; extensions::run catches it.
#include <confer/plugin.h>

#include <initializer_list>
#include <string_view>
#include <vector>

#include "algorithms/view_graph.h"
#include "calling.h"

namespace confer::algorithms {

using extensions::Stopped;
using extensions::text;

// A number for each relationship, by its own number; empty: each counts 1.
struct Weights {
    std::vector<double> numbers;

    bool are_all_one() const { return numbers.empty(); }
};

class GraphCall {
public:
    // `options`: which argument the map of options is; `labels` and `types` are among them in any case.
    GraphCall(const confer_host_v1* host, confer_call* call, std::size_t options,
              std::initializer_list<std::string_view> more);

    // Null when it isn't given.
    const confer_value* option(std::string_view name) const;
    bool flag(std::string_view name) const;  // false when it isn't given
    double number(std::string_view name, double otherwise) const;

    DirectedGraph along() const { return {host_, call_, view_, Leading::along}; }
    UndirectedGraph both_ways() const { return {host_, call_, view_, Leading::both}; }
    std::size_t node_count() const { return view_->node_count; }
    std::size_t relationship_limit() const { return view_->relationship_limit; }
    // A node of the arguments as a vertex. Rejects one that is not in the view.
    Vertex vertex(const confer_value* node, std::string_view called) const;
    // Of the property that the option `weight` names. Rejects what is below `least`, or is it when `more_than`.
    Weights weights(double least, bool more_than) const;

    // `count` values that begin as `value`, their memory counted.
    template <class T>
    std::vector<T> array(std::size_t count, T value) const {
        charge(count * sizeof(T));
        return std::vector<T>(count, value);
    }
    void charge(std::size_t bytes) const { check(host_->charge(call_, bytes)); }
    [[noreturn]] void reject(std::string_view message, std::string_view hint) const;

    // A row: its outputs one after the other, then end_row().
    const GraphCall& put(Vertex vertex) const;     // as its node
    const GraphCall& put(const Edge& edge) const;  // as its relationship
    const GraphCall& put_integer(std::int64_t integer) const;
    const GraphCall& put_float(double number) const;
    void end_row() const { check(host_->end_row(call_)); }
    const confer_host_v1& host() const { return *host_; }
    confer_call* call() const { return call_; }

private:
    void check_options(std::initializer_list<std::string_view> more) const;
    static void check(std::int32_t status) {
        if (status != 0) throw Stopped();
    }

    const confer_host_v1* host_;
    confer_call* call_;
    const confer_value* options_;
    const confer_view* view_;
};

}  // namespace confer::algorithms
