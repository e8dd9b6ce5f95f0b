// Graphviz DOT: what Boost.Graph's reader reads. Of other programs' files, attributes become properties, `label` the
// name of a node and the type of an edge. docs/interchange.md; tests: tests/suites/interchange/dot_test.py.
#include <boost/graph/graphviz.hpp>

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "interchange/column.h"
#include "interchange/dot_names.h"
#include "interchange/dot_text.h"
#include "interchange/formats.h"
#include "interchange/nesting.h"

namespace confer::interchange {

namespace {

constexpr std::size_t deepest = 64;  // Boost's reader recurses

using Attributes = std::map<std::string, std::string>;

// All of a file: Boost's reader gives nodes by name, edges in their order, and the graph's attributes last.
class DotGraph final : public boost::detail::graph::mutate_graph {
public:
    struct Edge {
        std::string from, to;
        Attributes attributes;
    };

    explicit DotGraph(bool is_directed) : is_directed_(is_directed) {}
    bool is_directed() const override { return is_directed_; }
    void do_add_vertex(const std::string& node) override { nodes[node]; }
    void do_add_edge(const boost::detail::graph::edge_t& edge, const std::string& from,
                     const std::string& to) override {
        numbers_.emplace(edge, edges.size());
        edges.push_back({from, to, {}});
    }
    void set_node_property(const std::string& key, const std::string& node, const std::string& value) override {
        nodes[node][key] = value;
    }
    void set_edge_property(const std::string& key, const boost::detail::graph::edge_t& edge,
                           const std::string& value) override {
        edges[numbers_[edge]].attributes[key] = value;
    }
    void set_graph_property(const std::string& key, const std::string& value) override { attributes[key] = value; }
    void finish_building_graph() override {}

    std::map<std::string, Attributes> nodes;
    std::vector<Edge> edges;
    Attributes attributes;

private:
    bool is_directed_;
    std::map<boost::detail::graph::edge_t, std::size_t> numbers_;
};

// What is wrong with the text; empty: nothing.
std::string parse(const std::string& text, DotGraph& graph) {
    try {
        boost::detail::graph::read_graphviz_new(text, &graph);
        return {};
    } catch (const boost::bad_graphviz_syntax& wrong) {
        return wrong.errmsg;
    } catch (const boost::graph_exception& wrong) {
        return wrong.what();
    } catch (const std::runtime_error&) {  // of the regular expressions that it is made of
        return "a quoted string is too long";
    }
}

// The line of a mistake, which Boost's reader does not tell: the fewest lines of the file that show the same mistake,
// since what ends before it ends too early instead.
std::uint32_t line_of(const std::string& text, const std::string& mistake, bool is_directed) {
    std::vector<std::size_t> ends;
    for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 1))
        ends.push_back(at + 1);
    const bool at_end =
        mistake.find("<eof>") != std::string::npos || mistake.find("at end of input") != std::string::npos;
    if (at_end) return static_cast<std::uint32_t>(ends.size()) + (text.empty() || text.back() != '\n' ? 1 : 0);
    const auto shows = [&](std::size_t end) {
        DotGraph part(is_directed);
        return parse(text.substr(0, end), part) == mistake;
    };
    const auto line = std::partition_point(ends.begin(), ends.end(), [&](std::size_t end) { return !shows(end); });
    return static_cast<std::uint32_t>(line - ends.begin()) + 1;
}

class DotReader {
public:
    DotReader(Importing& into, const DotGraph& graph)
        : into_(into), graph_(graph), is_ours_(graph.attributes.count(dot_head) > 0) {}

    void hand_over() {
        if (is_ours_) {
            into_.head(from_dot(graph_.attributes.at(dot_head)));
        } else if (!graph_.attributes.empty()) {
            into_.note("attributes of the graph itself are left out");
        }
        for (const auto& [id, attributes] : graph_.nodes) hand_over_node(id, attributes);
        for (const DotGraph::Edge& edge : graph_.edges) hand_over_edge(edge);
    }

private:
    static std::string value_of(const Attributes& attributes, const char* name) {
        const auto found = attributes.find(name);
        return found == attributes.end() ? std::string() : found->second;
    }
    std::string plain(const std::string& text) const { return is_ours_ ? from_dot(text) : text; }

    void hand_over_node(const std::string& id, const Attributes& attributes) {
        into_.begin_node(plain(id));
        for (const std::string& label : split(plain(value_of(attributes, dot_labels)))) into_.label(label);
        const bool has_name = attributes.count("name") > 0 || attributes.count("name:string") > 0;
        for (const auto& [key, value] : attributes) {
            if (key == "label" && (is_ours_ || value == "\\N")) continue;
            if (key != dot_labels) put_property(key == "label" && !has_name ? "name" : key, value, true);
        }
        into_.end_element();
    }
    void hand_over_edge(const DotGraph::Edge& edge) {
        std::string type = plain(value_of(edge.attributes, dot_type));
        const bool by_label = type.empty() && !value_of(edge.attributes, "label").empty();
        if (by_label) type = value_of(edge.attributes, "label");
        into_.begin_relationship(plain(edge.from), type.empty() ? "EDGE" : type, plain(edge.to));
        for (const auto& [key, value] : edge.attributes) {
            if (key != dot_type && (key != "label" || !(is_ours_ || by_label))) put_property(key, value, false);
        }
        into_.end_element();
    }
    void put_property(const std::string& key, const std::string& value, bool is_node) {
        if (!is_ours_) {
            into_.key(free_key(key, is_node));
            return into_.put(value);
        }
        const Column column = column_headed(plain(key));
        into_.key(column.key);
        put_text(into_, column, plain(value));
    }

    Importing& into_;
    const DotGraph& graph_;
    bool is_ours_;
};

}  // namespace

std::int32_t read_dot(const confer_host_v1* host, void*, confer_call* call) {
    Importing into(host, call);
    const std::string text = into.read_all();
    if (into.failed()) return into.finish();
    if (deepest_in_dot(text) > deepest) {
        into.problem("graphs are nested more than " + std::to_string(deepest) + " deep");
        return into.finish();
    }
    bool is_directed = true;
    DotGraph directed(true), undirected(false);
    std::string mistake = parse(text, directed);
    if (mistake == boost::undirected_graph_error().what()) {
        is_directed = false;
        mistake = parse(text, undirected);
        into.note("undirected edges are read as they stand, from left to right");
    }
    if (mistake.empty()) {
        DotReader(into, is_directed ? directed : undirected).hand_over();
    } else {
        into.at_line(line_of(text, mistake, is_directed));
        std::replace_if(
            mistake.begin(), mistake.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
        into.problem("this is no DOT: " + mistake, "put names of other letters than A to Z into quotes");
    }
    return into.finish();
}

}  // namespace confer::interchange
