// Tests: tests/suites/similarity.
#include "similarity/component_sets.h"

#include <algorithm>
#include <cmath>

#include "calling.h"

namespace confer::similarity {

namespace {

// The labels of a node, null where it has none.
const confer_value* own_labels(const confer_host_v1* host, confer_call* call, const confer_value* node) {
    const confer_value* const labels = host->labels(call, node);
    return host->size(call, labels) == 0 ? nullptr : labels;
}

}  // namespace

ComponentSets::ComponentSets(const confer_host_v1* host, confer_call* call, std::size_t first,
                             const confer_value* thing)
    : host_(host) {
    const confer_value* types = host->argument(call, first);
    const confer_value* among = host->argument(call, first + 2);
    if (host->kind(call, types) == CONFER_NULL) types = host->component_types(call);
    if (host->kind(call, among) == CONFER_NULL) among = own_labels(host, call, thing);
    view_ = host->view(call, nullptr, types);
    labels_ = host->label_set(call, host->argument(call, first + 1));
    among_ = host->label_set(call, among);
    const confer_value* const counted = host->argument(call, first + 3);
    if (host->kind(call, counted) != CONFER_NULL) {
        counted_.emplace();
        for (std::size_t i = 0; i < host->size(call, counted); ++i) {
            counted_->insert(host->relationship_number(call, host->item(call, counted, i)));
        }
    }
    extensions::go_on_if(host->failed(call) == 0);
    things_ = static_cast<double>(host->count_with(among_));
}

std::vector<Node> ComponentSets::neighbours(Node node, bool incoming, const confer_label_set* labels) const {
    std::vector<Node> out;
    for (std::size_t type = 0; type < view_->type_count; ++type) {
        const confer_neighbours some = host_->neighbours(view_, type, incoming ? 1 : 0, node);
        for (std::size_t i = 0; i < some.count; ++i) {
            const bool counts = !counted_ || counted_->contains(some.relationships[i]);
            if (counts && host_->has_label(labels, some.nodes[i]) != 0) out.push_back(some.nodes[i]);
        }
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

Components ComponentSets::components_of(Node thing) const {
    return neighbours(thing, false, labels_);
}

std::vector<Node> ComponentSets::wholes_of(Node component) const {
    return neighbours(component, true, among_);
}

double ComponentSets::weight(Node component) {
    const auto [found, is_new] = weights_.try_emplace(component);
    if (is_new) {
        const double wholes = std::max(1.0, static_cast<double>(wholes_of(component).size()));
        found->second = std::log1p(things_ / wholes);
    }
    return found->second;
}

double ComponentSets::weight(const Components& components) {
    double sum = 0;
    for (const Node component : components) sum += weight(component);
    return sum;
}

Likeness ComponentSets::likeness(const Components& one, const Components& other, const Components& shared) {
    return {one.size(), other.size(), shared.size(), weight(one), weight(other), weight(shared)};
}

}  // namespace confer::similarity
