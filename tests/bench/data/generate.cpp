#include "bench/data/generate.h"

#include <algorithm>
#include <memory>
#include <string>

#include "bench/data/parameters.h"
#include "bench/data/random.h"
#include "bench/data/text_file.h"

namespace confer::bench {
namespace {

constexpr const char* adjectives[] = {
    "Cognitive",    "Behavioral",    "Dynamic",    "Humanistic",    "Existential",  "Narrative",     "Systemic",
    "Strategic",    "Solution",      "Schema",     "Dialectical",   "Mindful",      "Somatic",       "Gestalt",
    "Relational",   "Interpersonal", "Emotion",    "Attachment",    "Analytic",     "Integrative",   "Contextual",
    "Experiential", "Psychosocial",  "Reflective", "Metacognitive", "Rational",     "Positive",      "Compassion",
    "Exposure",     "Motivational",  "Expressive", "Contemplative", "Feminist",     "Multicultural", "Transpersonal",
    "Hypnotic",     "Brief",         "Structural", "Functional",    "Developmental"};
constexpr const char* middles[] = {"Focused", "Oriented", "Based",  "Informed",   "Centered",
                                   "Process", "Enactive", "Guided", "Supportive", "Intensive",
                                   "Modular", "Group",    "Family", "Couple",     "Child",
                                   "Trauma",  "Grief",    "Skills", "Values",     "Acceptance"};
constexpr const char* nouns[][6] = {{"Therapy", "Psychotherapy", "Treatment", "Approach", "Counseling", "Practice"},
                                    {"Exercise", "Technique", "Dialogue", "Inquiry", "Rehearsal", "Task"},
                                    {"Theory", "Model", "Framework", "Account", "Hypothesis", "Principle"},
                                    {"Disorder", "Syndrome", "Distress", "Difficulty", "Reaction", "State"},
                                    {"Family", "School", "Tradition", "Wave", "Movement", "Lineage"}};

std::string name_of(std::uint32_t label, std::uint32_t i, Random& random) {
    // From the last word to the first: the order of the draws is part of the graph.
    const std::string noun = nouns[label][random.below(6)];
    const std::string second = adjectives[random.below(std::size(adjectives))];
    const std::string middle = middles[random.below(std::size(middles))];
    const std::string first = adjectives[random.below(std::size(adjectives))];
    return first + " " + middle + " " + second + " " + noun + " " + std::to_string(i + 1);
}

std::uint64_t write_nodes(const SyntheticGraph& graph, const std::filesystem::path& folder, TextFile& json) {
    std::uint64_t count = 0;
    Random random(77 + graph.labels[0].count);
    for (std::uint32_t number = 0; number < graph.labels.size(); ++number) {
        const Label& label = graph.labels[number];
        TextFile csv(folder / (label.name + ".csv"));
        csv.write("id,name,year\n");
        for (std::uint32_t i = 0; i < label.count; ++i) {
            const std::string name = name_of(number, i, random);
            const std::string id = label.prefix + std::to_string(i + 1);
            const auto year = static_cast<unsigned>(number == SyntheticGraph::approach
                                                        ? 1890 + std::uint64_t{i} * 130 / label.count + random.below(6)
                                                        : 1880 + random.below(145));
            csv.print("%s,%s,%u\n", id.c_str(), name.c_str(), year);
            json.print(R"(%s{"id":"%s","label":"%s","name":"%s","year":%u})", count++ == 0 ? "" : ",\n", id.c_str(),
                       label.name.c_str(), name.c_str(), year);
        }
    }
    return count;
}

std::uint64_t write_edges(const SyntheticGraph& graph, const std::filesystem::path& folder, TextFile& json) {
    std::uint64_t count = 0;
    for (const EdgeTable& edges : graph.edges) {
        TextFile csv(folder / (edges.file + ".csv"));
        csv.write("from,to,source,strength\n");
        for (std::size_t i = 0; i < edges.size(); ++i) {
            const std::string from = graph.labels[edges.from].prefix + std::to_string(edges.source[i] + 1);
            const std::string to = graph.labels[edges.to].prefix + std::to_string(edges.target[i] + 1);
            const std::string cited =
                "ref-" + std::to_string(edges.cited[i] % 97 + 1925) + "-" + std::to_string(edges.cited[i]);
            const std::string thousandths = std::to_string(1000 + edges.strength[i]).substr(1);
            const std::string strength = edges.strength[i] == 1000 ? "1.0" : "0." + thousandths;
            csv.print("%s,%s,%s,%s\n", from.c_str(), to.c_str(), cited.c_str(), strength.c_str());
            json.print(R"(%s{"from":"%s","type":"%s","to":"%s","source":"%s","strength":%s})",
                       count++ == 0 ? "" : ",\n", from.c_str(), edges.type.c_str(), to.c_str(), cited.c_str(),
                       strength.c_str());
        }
    }
    return count;
}

void write_meta(const SyntheticGraph& graph, std::uint64_t nodes, std::uint64_t count, TextFile& meta) {
    std::vector<std::uint64_t> users(graph.labels[SyntheticGraph::technique].count, 0);
    for (const std::uint32_t technique : graph.edges[SyntheticGraph::uses].target) ++users[technique];
    std::uint64_t wedges = 0;
    for (const std::uint64_t n : users) wedges += n * (n - 1) / 2;
    meta.write("{\"scale\":\"" + graph.scale + "\",\"nodes\":" + std::to_string(nodes) +
               ",\"edges\":" + std::to_string(count));
    constexpr const char* names[] = {"uses", "draws_on", "treats_a", "treats_t", "belongs_to", "derives_from"};
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        meta.write(",\"" + std::string(names[i]) + "\":" + std::to_string(graph.edges[i].size()));
    }
    meta.write(",\"wedges_unordered\":" + std::to_string(wedges) +
               ",\"max_technique_degree\":" + std::to_string(*std::max_element(users.begin(), users.end())) + "}\n");
}

}  // namespace

void generate(const SyntheticGraph& graph, const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    TextFile json(folder / "graph.json");
    json.write("{\"nodes\":[\n");
    const std::uint64_t nodes = write_nodes(graph, folder, json);
    json.write("\n],\"edges\":[\n");
    const std::uint64_t edges = write_edges(graph, folder, json);
    json.write("\n]}\n");
    TextFile(folder / "params.json").write(parameters_of(graph));
    TextFile meta(folder / "meta.json");
    write_meta(graph, nodes, edges, meta);
}

}  // namespace confer::bench
