// Test: tests/suites/pictures/text_box_test.cpp.
#include "picture/palette.h"

#include <array>

namespace confer::engine::picture {

namespace {

constexpr std::array<Hue, 12> all = {{
    {"#e3eefb", "#1f5fa8", "#1b3350", "#7fb2ec"},  // blue
    {"#fbe9d3", "#a85200", "#47290a", "#f0a860"},  // orange
    {"#e0f3e6", "#1f7a44", "#123a24", "#74c894"},  // green
    {"#ece6f8", "#6d4bb0", "#2e2150", "#b79af0"},  // purple
    {"#fbe4ec", "#ad2f5b", "#4a1529", "#f08cae"},  // rose
    {"#dbf2f4", "#0f7480", "#0b373d", "#63c3cf"},  // teal
    {"#f3f1cf", "#6b6a00", "#35340a", "#cccb5f"},  // olive
    {"#e9ecf0", "#54606e", "#2a313a", "#a6b3c2"},  // slate
    {"#f1e6dc", "#7d5a3c", "#3a2a1c", "#cda683"},  // brown
    {"#fbe5e3", "#b3261e", "#4a1411", "#f2938c"},  // red
    {"#e4e6fb", "#3d45b0", "#1f2450", "#9aa3f5"},  // indigo
    {"#f8e2f6", "#963a90", "#431540", "#e29add"},  // plum
}};

}  // namespace

std::span<const Hue> hues() {
    return all;
}

std::size_t hue_of(const PropertyGraph& graph, std::string_view label) {
    const std::vector<LabelSchema>& declared = graph.schema().labels;
    for (std::size_t i = 0; i < declared.size(); ++i) {
        if (declared[i].name == label) return i % all.size();
    }
    const auto id = graph.labels().find(label);
    return (declared.size() + (id ? *id : 0)) % all.size();
}

}  // namespace confer::engine::picture
