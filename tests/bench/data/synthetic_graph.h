#pragma once
// SyntheticGraph: a graph of comparative psychotherapy of any size, drawn at random with the skew that such graphs
// have: few techniques are used by many, approaches take over techniques from those they derive from.
//
//     S1        852 nodes,     10,343 edges
//     S2     16,540 nodes,    249,700 edges
//     S3    625,200 nodes,  9,972,467 edges
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace confer::bench {

struct Label {
    std::string name, prefix;  // ids are the prefix and a number from 1
    std::uint32_t count = 0;
};

struct EdgeTable {
    std::string type, file;  // tables of one type with other ends are other files
    std::uint32_t from, to;  // labels
    std::vector<std::uint32_t> source, target, cited;
    std::vector<std::uint16_t> strength;  // in thousandths

    std::size_t size() const { return source.size(); }
};

struct SyntheticGraph {
    enum : std::uint32_t { approach, technique, theory, condition, family };
    enum : std::uint32_t { uses, draws_on, approach_treats, technique_treats, belongs_to, derives_from };

    std::string scale;
    std::array<Label, 5> labels;
    std::array<EdgeTable, 6> edges;  // sorted by source
};

// Nothing for a scale other than S1, S2 and S3.
std::optional<SyntheticGraph> draw_graph(std::string_view scale);

}  // namespace confer::bench
