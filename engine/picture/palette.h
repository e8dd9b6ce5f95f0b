#pragma once
// palette: the colours of labels in pictures, for light and for dark pages.
//
// A label has the same colour in every picture of a graph: its place in the schema, else in the graph, chooses it.
// Names in them are black or white, and each colour's fill is contrast enough for that (WCAG 2.2: at least 4.5 to 1);
// lines against the page at least 3 to 1. Colour is never all that tells things apart: pictures name labels in a
// legend.
#include <span>
#include <string>
#include <string_view>

#include "graph/property_graph.h"

namespace confer::engine::picture {

struct Hue {
    std::string_view fill, line;            // on a light page
    std::string_view dark_fill, dark_line;  // on a dark one
};

std::span<const Hue> hues();

// The place in hues() of a label of the graph; they repeat where there are more labels.
std::size_t hue_of(const PropertyGraph& graph, std::string_view label);

}  // namespace confer::engine::picture
