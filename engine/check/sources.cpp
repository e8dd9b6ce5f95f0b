// Claims and who makes them: `sources` hold ids of nodes; `grades` and `notes` run parallel to them.
#include <algorithm>
#include <unordered_map>

#include "check/reader_internal.h"
#include "graph/node_text.h"

namespace confer::engine::check {

namespace {

class Sources {
public:
    Sources(const Reader& reader, const Cited& cited, Findings& findings)
        : reader_(reader), cited_(cited), findings_(findings) {}

    void run() {
        const PropertyGraph& graph = reader_.graph();
        if (!graph.keys().find("sources")) return;
        for (NodeId node = 0; node < graph.node_count(); ++node) check_sources_of(node);
        for (EdgeId edge = 0; edge < graph.edge_count(); ++edge) check_claim(edge);
        find_uncited();
    }

private:
    bool is_claim(EdgeId edge) const {
        const std::string& type = reader_.graph().types().name(reader_.graph().type_of(edge));
        const RelationshipSchema* schema = reader_.graph().schema().relationship(type);
        return schema != nullptr &&
               std::ranges::find(schema->properties, "sources", &PropertySchema::name) != schema->properties.end();
    }

    void check_claim(EdgeId edge) {
        const std::vector<std::string> sources = reader_.edge_texts(edge, "sources");
        if (sources.empty()) {
            if (!is_claim(edge)) return;
            return findings_.add(Lint::no_source, [&]() -> Finding {
                return {{}, reader_.sentence(edge) + ", but no source is named", {reader_.edge(edge)}, {}};
            });
        }
        bool weak = true;
        for (const std::string& id : sources) {
            const auto source = reader_.graph().find(id);
            if (!source) {
                findings_.add(Lint::unknown_source, [&]() -> Finding {
                    return {{},
                            "the source `" + id + "` of “" + reader_.sentence(edge) + "” doesn't exist",
                            {reader_.edge(edge)},
                            {"add a node with this id, or correct it"}};
                });
            }
            weak = weak && source && is_weak(*source);
        }
        if (weak) {
            findings_.add(Lint::weak_only, [&]() -> Finding {
                return {{}, reader_.sentence(edge) + " on weak sources alone", {reader_.edge(edge)}, {}};
            });
        }
        for (const char* parallel : {"grades", "notes"}) {
            const std::size_t size = reader_.edge_texts(edge, parallel).size();
            if (size == 0 || size == sources.size()) continue;
            findings_.add(Lint::uneven_lists, [&]() -> Finding {
                return {{},
                        "“" + reader_.sentence(edge) + "” has " + std::to_string(sources.size()) + " `sources` and " +
                            std::to_string(size) + " `" + parallel + "`",
                        {reader_.edge(edge)},
                        {}};
            });
        }
    }

    void check_sources_of(NodeId by) {
        for (const std::string& id : reader_.texts(by, "sources")) {
            if (reader_.graph().find(id)) continue;
            findings_.add(Lint::unknown_source, [&]() -> Finding {
                return {{},
                        "the source `" + id + "` of " + reader_.title(by) + " doesn't exist",
                        {reader_.node(by)},
                        {"add a node with this id, or correct it"}};
            });
        }
    }

    bool is_weak(NodeId source) {
        const auto [known, is_new] = weak_.try_emplace(source, false);
        if (is_new) known->second = is_weak_source(reader_.graph(), source);
        return known->second;
    }

    void find_uncited() {
        const PropertyGraph& graph = reader_.graph();
        for (const LabelId label : cited_.labels) {
            for (const NodeId node : graph.nodes_with(label)) {
                if (cited_.nodes[node]) continue;
                findings_.add(Lint::uncited_source, [&]() -> Finding {
                    return {{}, "no claim cites " + reader_.title(node), {reader_.node(node)}, {}};
                });
            }
        }
    }

    const Reader& reader_;
    const Cited& cited_;
    Findings& findings_;
    std::unordered_map<NodeId, bool> weak_;
};

}  // namespace

void check_sources(const Reader& graph, const Cited& cited, Findings& findings) {
    Sources(graph, cited, findings).run();
}

}  // namespace confer::engine::check
