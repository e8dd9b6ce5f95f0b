#include "graph/graph_edit.h"

#include <catch2/catch.hpp>
#include <map>
#include <random>

#include "support/small_graph.h"
#include "value/compare.h"
#include "value/format.h"

using namespace confer::engine;

namespace {

// What a snapshot holds, as text, so that two can be compared whatever numbers things have in them.
using Described = std::vector<std::string>;

std::string properties(const PropertyGraph& graph, const std::vector<KeyId>& keys,
                       const std::function<Value(KeyId)>& get) {
    std::map<std::string, std::string> sorted;
    for (const KeyId key : keys) sorted[graph.keys().name(key)] = to_literal(get(key));
    std::string text = "{";
    for (const auto& [key, value] : sorted) text += key + ": " + value + ", ";
    return text + "}";
}

std::string describe_node(const PropertyGraph& graph, NodeId node) {
    std::set<std::string> labels;
    for (const LabelId label : graph.labels_of(node)) labels.insert(graph.labels().name(label));
    std::string text = "(";
    for (const std::string& label : labels) text += ":" + label;
    return text + properties(graph, graph.node_keys(node), [&](KeyId key) { return graph.property(node, key); }) + ")";
}

// Nodes in order, then relationships, which name their ends by number.
Described describe(const PropertyGraph& graph) {
    Described lines;
    for (NodeId node = 0; node < graph.node_count(); ++node) lines.push_back(describe_node(graph, node));
    std::multiset<std::string> edges;
    for (EdgeId edge = 0; edge < graph.edge_count(); ++edge) {
        const EdgeEnds ends = graph.ends(edge);
        edges.insert(std::to_string(ends.source) + "-" + graph.types().name(graph.type_of(edge)) + "->" +
                     std::to_string(ends.target) + properties(graph, graph.edge_keys(edge), [&](KeyId key) {
                         return graph.edge_property(edge, key);
                     }));
    }
    lines.insert(lines.end(), edges.begin(), edges.end());
    return lines;
}

// Everything that is derived agrees with what it is derived from.
void check_consistent(const PropertyGraph& graph) {
    CHECK_FALSE(graph.is_unfinished());
    for (std::size_t label = 0; label < graph.labels().size(); ++label) {
        std::vector<NodeId> nodes;
        for (NodeId node = 0; node < graph.node_count(); ++node)
            if (graph.has_label(node, static_cast<LabelId>(label))) nodes.push_back(node);
        const auto listed = graph.nodes_with(static_cast<LabelId>(label));
        CHECK(std::vector<NodeId>(listed.begin(), listed.end()) == nodes);
    }
    for (std::size_t key = 0; key < graph.keys().size(); ++key) {
        const PropertyColumn* column = graph.node_column(static_cast<KeyId>(key));
        if (column != nullptr) CHECK(column->size() <= graph.node_count());
    }
    for (NodeId node = 0; node < graph.node_count(); ++node) {
        const Value id = graph.property(node, *graph.keys().find("id"));
        if (id.is(Kind::string)) CHECK(graph.find(id.as_string()).value() <= node);
    }
    const Topology& topology = graph.topology();
    for (std::size_t t = 0; t < topology.type_count(); ++t) {
        const auto type = static_cast<TypeId>(t);
        for (const Direction direction : {Direction::outgoing, Direction::incoming}) {
            const Adjacency& rows = topology.adjacency(type, direction);
            CHECK(rows.size() == topology.first_edge(t + 1) - topology.first_edge(t));
            for (NodeId node = 0; node < graph.node_count(); ++node) {
                const Neighbours neighbours = rows[node];
                CHECK(std::is_sorted(neighbours.nodes.begin(), neighbours.nodes.end()));
                for (std::size_t i = 0; i < neighbours.size(); ++i) {
                    const EdgeEnds ends = topology.ends(neighbours.edges[i]);
                    CHECK(topology.type_of(neighbours.edges[i]) == type);
                    CHECK((direction == Direction::outgoing ? ends.source : ends.target) == node);
                    CHECK((direction == Direction::outgoing ? ends.target : ends.source) == neighbours.nodes[i]);
                }
            }
        }
    }
}

Value text(std::string_view text) {
    return Value(text);
}

GraphPtr finished(GraphEdit& edit) {
    MovedElements moved;
    REQUIRE(edit.check().has_value());
    edit.advance(moved);
    auto graph = edit.publish();
    REQUIRE(graph.has_value());
    return std::move(graph).value();
}

// A graph as a list of facts, on which every change is obvious.
struct Model {
    struct Node {
        std::set<std::string> labels;
        std::map<std::string, Value> properties;
    };
    struct Edge {
        std::uint32_t from, to;  // keys of `nodes`
        std::string type;
        std::map<std::string, Value> properties;
    };
    std::map<std::uint32_t, Node> nodes;  // by order of creation
    std::map<std::uint32_t, Edge> edges;
    std::uint32_t next = 0;

    GraphPtr build() const {
        GraphBuilder builder;
        std::map<std::uint32_t, NodeId> numbers;
        for (const auto& [key, node] : nodes) {
            std::vector<LabelId> labels;
            for (const std::string& label : node.labels) labels.push_back(*builder.label(label));
            numbers[key] = builder.add_anonymous_node(labels);
            for (const auto& [name, value] : node.properties)
                builder.set_node_property(numbers[key], *builder.key(name), value);
        }
        for (const auto& [key, edge] : edges) {
            const auto handle = builder.add_edge(numbers[edge.from], *builder.type(edge.type), numbers[edge.to]);
            for (const auto& [name, value] : edge.properties)
                builder.set_edge_property(handle, *builder.key(name), value);
        }
        return std::move(builder).finish();
    }
};

// Does the same random things to a GraphEdit and to a Model.
class Walk {
public:
    explicit Walk(unsigned seed) : random_(seed), graph_(GraphBuilder().finish()) {}

    void statement() {
        GraphEdit edit(graph_);
        edit_ = &edit;
        for (unsigned clause = 0; clause < 3; ++clause) {
            for (unsigned i = 0; i < 8; ++i) change();
            MovedElements moved;
            if (clause < 2) edit.advance(moved);
            for (auto& [key, node] : nodes_) node = moved.node(node);
            for (auto& [key, edge] : edges_) edge = moved.edge(edge);
        }
        MovedElements moved;
        REQUIRE(edit.check().has_value());
        edit.advance(moved);
        for (auto& [key, node] : nodes_) node = moved.node(node);
        for (auto& [key, edge] : edges_) edge = moved.edge(edge);
        auto next = edit.publish();
        REQUIRE(next.has_value());
        graph_ = std::move(next).value();
    }
    const GraphPtr& graph() const { return graph_; }
    const Model& model() const { return model_; }

private:
    unsigned below(unsigned bound) { return static_cast<unsigned>(random_() % bound); }
    std::string one_of(std::initializer_list<const char*> names) { return names.begin()[below(names.size())]; }
    Value value() {
        switch (below(5)) {
            case 0:
                return Value(static_cast<int>(below(9)));
            case 1:
                return Value(0.5 * below(9));
            case 2:
                return Value(below(2) == 0);
            case 3:
                return Value(ValueList{text("a"), text(std::string(1 + below(3), 'b'))});
            default:
                return text("text " + std::to_string(below(20)));
        }
    }
    template <class Map>
    auto any(Map& map) {
        auto at = map.begin();
        std::advance(at, below(static_cast<unsigned>(map.size())));
        return at;
    }

    void change() {
        const unsigned what = below(20);
        if (what < 6 || model_.nodes.size() < 3) return create_node();
        if (what < 11) return create_edge();
        if (what < 14) return set_node();
        if (what < 16 && !model_.edges.empty()) return set_edge();
        if (what < 18) return relabel();
        if (what < 19 && !model_.edges.empty()) return delete_edge(any(model_.edges)->first);
        delete_node();
    }
    void create_node() {
        Model::Node node;
        std::vector<LabelId> labels;
        for (const char* label : {"A", "B", "C"}) {
            if (below(2) == 0) continue;
            node.labels.insert(label);
            labels.push_back(*edit_->label(label));
        }
        const NodeId id = edit_->create_node(labels);
        const std::string key = one_of({"id", "name", "x"});
        const Value given = value();
        edit_->set_property(id, *edit_->key(key), given);
        node.properties[key] = given;
        nodes_[model_.next] = id;
        model_.nodes[model_.next++] = node;
    }
    void create_edge() {
        const auto from = any(model_.nodes)->first, to = any(model_.nodes)->first;
        const std::string type = one_of({"R", "S", "T"});
        edges_[model_.next] = edit_->create_relationship(nodes_[from], *edit_->type(type), nodes_[to]);
        model_.edges[model_.next++] = {from, to, type, {}};
    }
    void set_node() {
        const auto node = any(model_.nodes);
        const std::string key = one_of({"id", "name", "x", "aliases"});
        const Value given = below(4) == 0 ? Value() : value();
        edit_->set_property(nodes_[node->first], *edit_->key(key), given);
        if (given.is_null())
            node->second.properties.erase(key);
        else
            node->second.properties[key] = given;
    }
    void set_edge() {
        const auto edge = any(model_.edges);
        const std::string key = one_of({"w", "x"});
        const Value given = below(4) == 0 ? Value() : value();
        edit_->set_edge_property(edges_[edge->first], *edit_->key(key), given);
        if (given.is_null())
            edge->second.properties.erase(key);
        else
            edge->second.properties[key] = given;
    }
    void relabel() {
        const auto node = any(model_.nodes);
        const std::string label = one_of({"A", "B", "D"});
        if (below(2) == 0) {
            edit_->add_label(nodes_[node->first], *edit_->label(label));
            node->second.labels.insert(label);
        } else {
            edit_->remove_label(nodes_[node->first], *edit_->label(label));
            node->second.labels.erase(label);
        }
    }
    void delete_edge(std::uint32_t key) {
        edit_->delete_relationship(edges_[key]);
        model_.edges.erase(key);
        edges_.erase(key);
    }
    void delete_node() {
        const auto node = any(model_.nodes)->first;
        std::vector<std::uint32_t> gone;
        for (const auto& [key, edge] : model_.edges)
            if (edge.from == node || edge.to == node) gone.push_back(key);
        if (below(2) == 0) {  // the order doesn't matter
            edit_->delete_node(nodes_[node]);
            for (const std::uint32_t key : gone) delete_edge(key);
        } else {
            for (const std::uint32_t key : gone) delete_edge(key);
            edit_->delete_node(nodes_[node]);
        }
        model_.nodes.erase(node);
        nodes_.erase(node);
    }

    std::mt19937 random_;
    GraphPtr graph_;
    GraphEdit* edit_ = nullptr;
    Model model_;
    std::map<std::uint32_t, NodeId> nodes_;  // by the model's keys
    std::map<std::uint32_t, EdgeId> edges_;
};

}  // namespace

TEST_CASE("a graph that was edited is the graph that would be built from scratch", "[graph][edit]") {
    for (unsigned seed = 1; seed <= 60; ++seed) {
        INFO("seed " << seed);
        Walk walk(seed);
        for (unsigned i = 0; i < 6; ++i) {
            walk.statement();
            REQUIRE(describe(*walk.graph()) == describe(*walk.model().build()));
        }
        check_consistent(*walk.graph());
    }
}

TEST_CASE("the snapshot that an edit begins with stays as it was", "[graph][edit]") {
    const GraphPtr before = random_graph(7, 20, 60);
    const Described described = describe(*before);
    GraphEdit edit(before);
    edit.set_property(3, *edit.key("weight"), text("heavy"));
    edit.create_relationship(edit.create_node(std::vector{*edit.label("New")}), *edit.type("X"), 0);
    edit.add_label(5, *edit.label("New"));
    edit.delete_relationship(2);
    const GraphPtr after = finished(edit);
    CHECK(describe(*before) == described);
    CHECK(describe(*after) != described);
    CHECK(after->node_count() == 21);
    CHECK_FALSE(before->labels().find("New").has_value());
}

TEST_CASE("snapshots share the columns, adjacency and names that a statement didn't touch", "[graph][edit]") {
    const GraphPtr before = random_graph(7, 20, 60);
    const NameIndex& names = before->names();
    const KeyId id = *before->keys().find("id"), weight = *before->keys().find("weight");
    const TypeId x = *before->types().find("X"), y = *before->types().find("Y");
    GraphEdit edit(before);
    edit.set_property(3, *edit.key("colour"), text("red"));
    edit.create_relationship(0, y, 1);
    const GraphPtr after = finished(edit);
    CHECK(after->node_column(id) == before->node_column(id));
    CHECK(after->edge_column(x, weight) == before->edge_column(x, weight));
    CHECK(&after->topology().adjacency(x, Direction::outgoing) ==
          &before->topology().adjacency(x, Direction::outgoing));
    CHECK(&after->topology().adjacency(y, Direction::outgoing) !=
          &before->topology().adjacency(y, Direction::outgoing));
    CHECK(&after->names() == &names);
}

TEST_CASE("an edit that changes nothing gives the same snapshot", "[graph][edit]") {
    const GraphPtr before = random_graph(7, 20, 60);
    GraphEdit edit(before);
    const LabelId label = before->labels_of(0).front();
    edit.remove_label(0, label);
    edit.add_label(0, label);
    CHECK(describe(*finished(edit)) == describe(*before));
    GraphEdit nothing(before);
    CHECK(finished(nothing) == before);
}

TEST_CASE("an edit shows its changes at once", "[graph][edit]") {
    GraphEdit edit(GraphBuilder().finish());
    const LabelId a = *edit.label("A");
    const KeyId x = *edit.key("x");
    const NodeId one = edit.create_node(std::vector{a}), two = edit.create_node({});
    const EdgeId edge = edit.create_relationship(one, *edit.type("R"), two);
    edit.set_property(one, x, Value(1));
    edit.set_edge_property(edge, x, Value(2));
    CHECK(edit.view().is_unfinished());
    CHECK(edit.view().has_label(one, a));
    CHECK(edit.view().property(one, x).as_integer() == 1);
    CHECK(edit.view().edge_property(edge, x).as_integer() == 2);
    CHECK(edit.view().ends(edge).target == two);
    CHECK(edit.relationships_between(one, *edit.type("R"), two) == std::vector{edge});
    CHECK(edit.relationships_between(two, *edit.type("R"), one).empty());
    edit.set_property(one, x, Value());
    CHECK(edit.view().property(one, x).is_null());
}

TEST_CASE("what was deleted keeps a number past the others, its type and its ends", "[graph][edit]") {
    GraphEdit edit(small_graph({{"Ann", "KNOWS", "Bob"}, {"Bob", "LIKES", "Cem"}}));
    const EdgeId likes = edit.view().topology().first_edge(1);
    edit.delete_relationship(likes);
    edit.delete_relationship(0);
    edit.delete_node(0);
    MovedElements moved;
    const GraphPtr between = edit.advance(moved);
    CHECK(between->present_node_count() == 2);
    CHECK(between->edge_count() == 0);
    CHECK(moved.node(1) == 0);
    CHECK(between->is_deleted_node(moved.node(0)));
    CHECK_FALSE(between->is_deleted_node(moved.node(2)));
    CHECK(between->types().name(between->type_of(moved.edge(likes))) == "LIKES");
    CHECK(between->ends(moved.edge(0)).source == moved.node(0));
    CHECK(between->edge_keys(moved.edge(likes)).empty());
    const GraphPtr after = edit.publish().value();
    CHECK_FALSE(after->is_unfinished());
    CHECK(after->node_count() == 2);
}

TEST_CASE("a node can't be deleted without its relationships", "[graph][edit]") {
    const GraphPtr graph = small_graph({{"Ann", "KNOWS", "Bob"}});
    GraphEdit edit(graph);
    edit.delete_node(0);
    REQUIRE_FALSE(edit.check().has_value());
    CHECK(edit.check().error().code == ErrorCode::delete_connected_node);
    edit.delete_relationship(0);
    CHECK(edit.check().has_value());

    GraphEdit later(graph);  // a snapshot in between leaves the debt
    later.delete_node(0);
    MovedElements moved;
    later.advance(moved);
    CHECK_FALSE(later.check().has_value());
    later.delete_relationship(moved.edge(0));
    CHECK(later.check().has_value());
    CHECK(later.stats().relationships_deleted == 1);
}

TEST_CASE("names follow the nodes that carry them", "[graph][edit]") {
    GraphEdit edit(small_graph({{"Ann", "KNOWS", "Bob"}}));
    edit.set_property(1, *edit.key("name"), text("Robert"));
    edit.set_property(0, *edit.key("id"), text("anna"));
    const GraphPtr graph = finished(edit);
    CHECK(graph->find("anna") == NodeId{0});
    CHECK_FALSE(graph->find("Ann").has_value());
    CHECK(graph->names().find("robert") == std::vector<NodeId>{1});
    CHECK(graph->title(1) == "Robert");
}

TEST_CASE("each snapshot finds its own names, whichever is asked first", "[graph][edit]") {
    for (const bool before_first : {true, false}) {
        const GraphPtr before = small_graph({{"Ann", "KNOWS", "Bob"}});
        if (before_first) CHECK(before->names().find("bob") == std::vector<NodeId>{1});
        GraphEdit edit(before);
        edit.set_property(0, *edit.key("age"), Value(7));
        const GraphPtr older = finished(edit);
        CHECK(older->names().find("bob") == std::vector<NodeId>{1});
        GraphEdit more(older);
        more.set_property(1, *more.key("name"), text("Robert"));
        CHECK(finished(more)->names().find("robert") == std::vector<NodeId>{1});
        CHECK(older->names().find("robert").empty());
        CHECK(before->names().find("robert").empty());
    }
}

TEST_CASE("only scalars and flat lists of them can be properties", "[graph][edit]") {
    CHECK(is_property_value(Value(1)));
    CHECK(is_property_value(text("x")));
    CHECK(is_property_value(Value(ValueList{Value(1), Value(0.5), text("x")})));
    CHECK(is_property_value(Value(ValueList{})));
    CHECK_FALSE(is_property_value(Value(ValueList{Value()})));
    CHECK_FALSE(is_property_value(Value(ValueList{Value(ValueList{})})));
    CHECK_FALSE(is_property_value(Value(ValueMap{})));
    CHECK_FALSE(is_property_value(Value::node(0)));
}
