#pragma once
// Layers: a connected part of a picture on its way to a layout (layered_layout.cpp says what happens when).
#include <cstdint>
#include <vector>

#include "picture/layout.h"

namespace confer::engine::picture {

inline constexpr std::uint32_t no_edge = 0xFFFFFFFFU;

// A node, or the place in a layer that a long relationship or a label takes.
struct Vertex {
    Size size;
    std::uint32_t layer = 0;
    std::uint32_t place = 0;  // in its layer, from the top
    std::uint32_t edge = no_edge;
    double y = 0;                              // of its centre
    std::vector<std::uint32_t> before, after;  // its neighbours in the layers at its left and right

    bool is_node() const { return edge == no_edge; }
    bool is_bend() const { return !is_node() && size.height == 0; }
};

// The way of one edge of the input: its ends are nodes, what lies between are its places in the layers between.
struct Way {
    std::uint32_t edge;
    bool turned;                          // from its end to its start
    std::vector<std::uint32_t> vertices;  // by layer; empty for a loop
    std::uint32_t label = no_edge;        // the vertex of its label
};

struct Layers {
    std::vector<Vertex> vertices;  // the nodes first
    std::vector<Way> ways;
    std::vector<std::vector<std::uint32_t>> layers;  // vertices, from the top
};

// Layers for the nodes, and places for all that is joined across them. Orders are those of a depth-first walk.
Layers make_layers(const LayoutInput& part);
// Better orders inside the layers.
void reduce_crossings(Layers& layers);
// Vertex::y. REQUIRES: `gap` is the room between two vertices of a layer.
void assign_heights(Layers& layers, double gap);

}  // namespace confer::engine::picture
