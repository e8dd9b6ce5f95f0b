#include "bench/reference/graph.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <utility>

namespace confer::bench::reference {
namespace {

class Table {
public:
    explicit Table(const std::filesystem::path& path) : path_(path) {
        std::ifstream file(path, std::ios::binary);
        if (!file) fail("can't be read");
        text_.assign(std::istreambuf_iterator<char>(file), {});
        field('\n');  // the header
    }
    bool done() const { return at_ >= text_.size(); }
    std::string_view field(char end) {
        const std::size_t stop = text_.find(end, at_);
        if (stop == std::string::npos) fail("ends too early");
        const std::string_view found = std::string_view(text_).substr(at_, stop - at_);
        at_ = stop + 1;
        return found;
    }
    [[noreturn]] void fail(const char* what) const {
        std::fprintf(stderr, "%s %s\n", path_.c_str(), what);
        std::exit(1);
    }

private:
    std::filesystem::path path_;
    std::string text_;
    std::size_t at_ = 0;
};

Nodes read_nodes(const std::filesystem::path& path) {
    Nodes nodes;
    Table table(path);
    nodes.name_begin.push_back(0);
    while (!table.done()) {
        nodes.ids.emplace_back(table.field(','));
        nodes.names += table.field(',');
        nodes.name_begin.push_back(static_cast<Number>(nodes.names.size()));
        const std::string_view year = table.field('\n');
        std::from_chars(year.data(), year.data() + year.size(), nodes.years.emplace_back());
    }
    nodes.number_of.reserve(nodes.ids.size());
    for (Number i = 0; i < nodes.count(); ++i) nodes.number_of.emplace(nodes.ids[i], i);
    return nodes;
}

using Pairs = std::vector<std::pair<Number, Number>>;

Adjacency rows_of(const Pairs& pairs, Number count) {
    Adjacency rows{.begin = std::vector<Number>(count + 1, 0), .targets = std::vector<Number>(pairs.size())};
    for (const auto& [from, to] : pairs) ++rows.begin[from + 1];
    for (Number i = 0; i < count; ++i) rows.begin[i + 1] += rows.begin[i];
    std::vector<Number> next(rows.begin.begin(), rows.begin.end() - 1);
    for (const auto& [from, to] : pairs) rows.targets[next[from]++] = to;
    for (Number i = 0; i < count; ++i) {
        std::sort(rows.targets.begin() + rows.begin[i], rows.targets.begin() + rows.begin[i + 1]);
    }
    return rows;
}

BothWays read_edges(const std::filesystem::path& path, const Nodes& from, const Nodes& to) {
    Table table(path);
    Pairs pairs;
    const auto end = [&](const Nodes& nodes, std::string_view id) {
        const auto found = nodes.number_of.find(std::string(id));
        if (found == nodes.number_of.end()) table.fail("names an unknown node");
        return found->second;
    };
    while (!table.done()) {
        const Number source = end(from, table.field(','));
        const Number target = end(to, table.field(','));
        table.field('\n');  // what the edge cites, and its strength
        pairs.emplace_back(source, target);
    }
    BothWays both;
    both.out = rows_of(pairs, from.count());
    for (auto& [source, target] : pairs) std::swap(source, target);
    both.in = rows_of(pairs, to.count());
    return both;
}

}  // namespace

Graph::Graph(const std::filesystem::path& folder)
    : approaches(read_nodes(folder / "Approach.csv")),
      techniques(read_nodes(folder / "Technique.csv")),
      theories(read_nodes(folder / "Theory.csv")),
      conditions(read_nodes(folder / "Condition.csv")),
      families(read_nodes(folder / "Family.csv")),
      uses(read_edges(folder / "USES.csv", approaches, techniques)),
      draws_on(read_edges(folder / "DRAWS_ON.csv", approaches, theories)),
      approach_treats(read_edges(folder / "TREATS_A.csv", approaches, conditions)),
      technique_treats(read_edges(folder / "TREATS_T.csv", techniques, conditions)),
      belongs_to(read_edges(folder / "BELONGS_TO.csv", approaches, families)),
      derives_from(read_edges(folder / "DERIVES_FROM.csv", approaches, approaches)) {}

}  // namespace confer::bench::reference
