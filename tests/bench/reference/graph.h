#pragma once
// The graph as the reference kernels hold it: names, years, and one adjacency for each kind of edge and direction.
//
// Errors     a table that can't be read or does not fit ends the program with a message.
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace confer::bench::reference {

using Number = std::uint32_t;

struct Nodes {
    std::vector<std::string> ids;
    std::vector<int> years;
    std::unordered_map<std::string, Number> number_of;

    Number count() const { return static_cast<Number>(ids.size()); }
    std::string_view name(Number i) const { return {names.data() + name_begin[i], name_begin[i + 1] - name_begin[i]}; }

    std::string names;  // one after the other
    std::vector<Number> name_begin;
};

// Compressed sparse rows, neighbours sorted.
struct Adjacency {
    std::vector<Number> begin, targets;

    std::span<const Number> of(Number i) const { return {targets.data() + begin[i], begin[i + 1] - begin[i]}; }
    Number degree(Number i) const { return begin[i + 1] - begin[i]; }
};

struct BothWays {
    Adjacency out, in;
};

struct Graph {
    explicit Graph(const std::filesystem::path& folder);

    Nodes approaches, techniques, theories, conditions, families;
    BothWays uses, draws_on, approach_treats, technique_treats, belongs_to, derives_from;
};

}  // namespace confer::bench::reference
