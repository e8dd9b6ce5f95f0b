// Tests: tests/suites/algorithms.
#include "algorithms/graph_call.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace confer::algorithms {

namespace {

constexpr std::string_view always[] = {"labels", "types"};

}  // namespace

GraphCall::GraphCall(const confer_host_v1* host, confer_call* call, std::size_t options,
                     std::initializer_list<std::string_view> more)
    : host_(host), call_(call), options_(host->argument(call, options)) {
    if (host->kind(call, options_) == CONFER_NULL) options_ = nullptr;
    check_options(more);
    view_ = host->view(call, option("labels"), option("types"));
    check(host->failed(call));
}

void GraphCall::check_options(std::initializer_list<std::string_view> more) const {
    const std::size_t given = options_ == nullptr ? 0 : host_->size(call_, options_);
    for (std::size_t i = 0; i < given; ++i) {
        const confer_str key = host_->key(call_, options_, i);
        const std::string_view name(key.data, key.size);
        if (std::ranges::find(always, name) != std::end(always) || std::ranges::find(more, name) != more.end())
            continue;
        std::string known = "the options are `labels`, `types`";
        for (const std::string_view other : more) known += ", `" + std::string(other) + "`";
        reject("has no option `" + std::string(name) + "`", known);
    }
}

const confer_value* GraphCall::option(std::string_view name) const {
    return options_ == nullptr ? nullptr : host_->property(call_, options_, text(name));
}

bool GraphCall::flag(std::string_view name) const {
    const confer_value* value = option(name);
    const std::int32_t kind = host_->kind(call_, value);
    if (kind != CONFER_NULL && kind != CONFER_BOOLEAN) reject("takes true or false as `" + std::string(name) + "`", "");
    return kind == CONFER_BOOLEAN && host_->as_boolean(call_, value) != 0;
}

double GraphCall::number(std::string_view name, double otherwise) const {
    const confer_value* value = option(name);
    const std::int32_t kind = host_->kind(call_, value);
    if (kind == CONFER_NULL) return otherwise;
    if (kind != CONFER_INTEGER && kind != CONFER_FLOAT) reject("takes a number as `" + std::string(name) + "`", "");
    return host_->as_float(call_, value);
}

Vertex GraphCall::vertex(const confer_value* node, std::string_view called) const {
    if (host_->kind(call_, node) != CONFER_NODE) reject("takes a node as `" + std::string(called) + "`", "");
    const Vertex found = along().vertex(host_->node_number(call_, node));
    if (found == CONFER_NOWHERE)
        reject("looks for `" + std::string(called) + "` among nodes with other labels", "leave its label in `labels`");
    return found;
}

Weights GraphCall::weights(double least, bool more_than) const {
    const confer_value* key = option("weight");
    const std::int32_t kind = host_->kind(call_, key);
    if (kind == CONFER_NULL) return {};
    if (kind != CONFER_STRING) reject("takes the name of a property as `weight`", "write it as a text: `'years'`");
    Weights weights{array(relationship_limit(), 1.0)};
    check(host_->relationship_numbers(call_, host_->as_string(call_, key), 1, 0, view_->relationship_limit,
                                      weights.numbers.data()));
    const DirectedGraph graph = along();
    for (auto [edge, end] = edges(graph); edge != end; ++edge) {
        const double weight = weights.numbers[(*edge).relationship];
        if (std::isnan(weight) || weight < least || (more_than && weight == least))
            reject(more_than ? "takes weights above 0 only" : "takes weights from 0 on only",
                   "leave out the option `weight` to have each relationship count 1");
    }
    return weights;
}

void GraphCall::reject(std::string_view message, std::string_view hint) const {
    (void)host_->reject(call_, text(message), text(hint));
    throw Stopped();
}

const GraphCall& GraphCall::put(Vertex vertex) const {
    (void)host_->put_node(call_, along().node(vertex));
    return *this;
}

const GraphCall& GraphCall::put(const Edge& edge) const {
    (void)host_->put_relationship(call_, edge.relationship);
    return *this;
}

const GraphCall& GraphCall::put_integer(std::int64_t integer) const {
    (void)host_->put_integer(call_, integer);
    return *this;
}

const GraphCall& GraphCall::put_float(double number) const {
    (void)host_->put_float(call_, number);
    return *this;
}

}  // namespace confer::algorithms
