#include "names.h"

#include <algorithm>
#include <functional>

#include "value/format.h"

namespace confer::oracle {
namespace {

std::string to_text(const Properties& properties) {
    std::string text;
    for (const auto& [key, value] : properties)
        text += (text.empty() ? " {" : ", ") + key + ": " + engine::to_literal(value);
    return text.empty() ? text : text + "}";
}

std::string to_text(const World::Node& node) {
    std::vector<std::string> labels = node.labels;
    std::sort(labels.begin(), labels.end());
    std::string text;
    for (const std::string& label : labels) text += ":" + label;
    return text + to_text(node.properties);
}

std::string to_text(const World::Edge& edge) {
    return ":" + edge.type + to_text(edge.properties);
}

std::string shortened(const std::string& text) {
    return std::to_string(std::hash<std::string>{}(text) % 1'000'000'007);
}

// What each node looks like together with what is up to three steps away.
std::vector<std::string> colours(const World& world) {
    std::vector<std::string> now;
    for (const World::Node& node : world.nodes) now.push_back(shortened(to_text(node)));
    for (unsigned round = 0; round < 3; ++round) {
        std::vector<std::vector<std::string>> around(now.size());
        for (const World::Edge& edge : world.edges) {
            if (edge.deleted) continue;
            around[edge.from].push_back("-" + to_text(edge) + ">" + now[edge.to]);
            around[edge.to].push_back("<" + to_text(edge) + "-" + now[edge.from]);
        }
        for (std::size_t i = 0; i < now.size(); ++i) {
            std::sort(around[i].begin(), around[i].end());
            std::string text = now[i];
            for (const std::string& part : around[i]) text += part + ";";
            now[i] = shortened(text);
        }
    }
    return now;
}

}  // namespace

Names by_number(const World& world) {
    Names names;
    for (std::size_t i = 0; i < world.nodes.size(); ++i) {
        const auto id = world.nodes[i].properties.find("id");
        names.nodes.push_back(
            "(" + (id == world.nodes[i].properties.end() ? std::to_string(i) : std::string(id->second.as_string())) +
            ")");
    }
    for (std::size_t i = 0; i < world.edges.size(); ++i) {
        const World::Edge& edge = world.edges[i];
        names.edges.push_back(names.nodes[edge.from] + "-[" + std::to_string(i) + ":" + edge.type + "]->" +
                              names.nodes[edge.to]);
    }
    return names;
}

Names by_content(const World& world) {
    const std::vector<std::string> colour = colours(world);
    Names names;
    for (std::size_t i = 0; i < world.nodes.size(); ++i) {
        const World::Node& node = world.nodes[i];
        names.nodes.push_back(node.deleted ? "(deleted)" : "(" + to_text(node) + " ~" + colour[i] + ")");
    }
    for (const World::Edge& edge : world.edges) {
        names.edges.push_back(
            edge.deleted ? "[deleted]" : names.nodes[edge.from] + "-[" + to_text(edge) + "]->" + names.nodes[edge.to]);
    }
    return names;
}

std::string to_text(const World& world) {
    const Names names = by_content(world);
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < world.nodes.size(); ++i) {
        if (!world.nodes[i].deleted) lines.push_back(names.nodes[i]);
    }
    for (std::size_t i = 0; i < world.edges.size(); ++i) {
        if (!world.edges[i].deleted) lines.push_back(names.edges[i]);
    }
    std::sort(lines.begin(), lines.end());
    std::string text;
    for (const std::string& line : lines) text += line + '\n';
    return text;
}

}  // namespace confer::oracle
