#include "sketch.h"

#include <algorithm>

#include "support/run_text.h"

namespace confer::oracle {
namespace {

Sketch::Properties random_properties(Random& random, const char* number) {
    Sketch::Properties properties;
    if (random.percent(70)) properties[number] = std::to_string(random.below(4));
    if (random.percent(50)) properties["s"] = random.pick({"\"a\"", "\"b\"", "\"ab\"", "\"\""});
    if (random.percent(50)) {
        properties["v"] =
            random.pick({"0", "1", "2", "0.5", "1.5", "2.5", "-1", "\"a\"", "\"b\"", "true", "false", "[1, 2]", "[]"});
    }
    return properties;
}

std::string with_properties(std::string object, const Sketch::Properties& properties) {
    for (const auto& [key, value] : properties) object += ", \"" + key + "\": " + value;
    return object + "}";
}

}  // namespace

Sketch random_sketch(Random& random) {
    Sketch sketch;
    const std::size_t nodes = random.percent(3) ? 0 : random.percent(50) ? 2 + random.below(4) : 1 + random.below(8);
    for (std::size_t i = 0; i < nodes; ++i) {
        Sketch::Node node{"n" + std::to_string(i), {random.pick({"A", "A", "A", "B", "B", "C"})}, {}};
        if (random.percent(25)) node.labels.push_back(node.labels[0] == "C" ? "A" : "C");
        node.properties = random_properties(random, "k");
        sketch.nodes.push_back(std::move(node));
    }
    const std::size_t edges = nodes == 0 ? 0 : random.percent(15) ? random.below(4) : 4 + random.below(11);
    for (std::size_t i = 0; i < edges; ++i) {
        Sketch::Edge edge{random.below(nodes), random.below(nodes), random.pick({"R", "R", "R", "S", "S", "T"}), {}};
        if (!sketch.edges.empty() && random.percent(15)) {
            edge.from = sketch.edges.back().from;
            edge.to = sketch.edges.back().to;
        }
        edge.properties = random_properties(random, "w");
        sketch.edges.push_back(std::move(edge));
    }
    return sketch;
}

std::string to_json(const Sketch& sketch) {
    std::string nodes, edges;
    for (const Sketch::Node& node : sketch.nodes) {
        std::string labels;
        for (const std::string& label : node.labels) labels += (labels.empty() ? "\"" : ", \"") + label + "\"";
        const std::string object = "{\"id\": \"" + node.id + "\", \"labels\": [" + labels + "]";
        nodes += (nodes.empty() ? "" : ", ") + with_properties(object, node.properties);
    }
    for (const Sketch::Edge& edge : sketch.edges) {
        const std::string object = "{\"from\": \"" + sketch.nodes[edge.from].id + "\", \"type\": \"" + edge.type +
                                   "\", \"to\": \"" + sketch.nodes[edge.to].id + "\"";
        edges += (edges.empty() ? "" : ", ") + with_properties(object, edge.properties);
    }
    return "{\"nodes\": [" + nodes + "], \"edges\": [" + edges + "]}";
}

engine::GraphPtr build(const Sketch& sketch) {
    return test::graph_of(to_json(sketch));
}

}  // namespace confer::oracle
