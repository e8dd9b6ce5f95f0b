#pragma once
// procedures: what the extension adds, by theme. Each is described where it is added (algorithms.cpp).
#include <confer/plugin.h>

namespace confer::algorithms {

// paths.cpp
void shortest_paths(const confer_host_v1* host, confer_call* call);
void spanning_tree(const confer_host_v1* host, confer_call* call);

// centrality.cpp
void betweenness(const confer_host_v1* host, confer_call* call);
void closeness(const confer_host_v1* host, confer_call* call);
void page_rank(const confer_host_v1* host, confer_call* call);

// structure.cpp
void components(const confer_host_v1* host, confer_call* call);
void strong_components(const confer_host_v1* host, confer_call* call);
void core_numbers(const confer_host_v1* host, confer_call* call);
void topological_order(const confer_host_v1* host, confer_call* call);
void bridges(const confer_host_v1* host, confer_call* call);
void articulation_points(const confer_host_v1* host, confer_call* call);

}  // namespace confer::algorithms
