// Exchange formats: graphs as other programs write and read them. docs/interchange.md.
//
// Compiled twice: linked into the command, where CONFER_PLUGIN_INIT gives the symbol below a name of its own, and as a
// module that can be loaded.
#include "interchange/formats.h"

namespace {

struct Format {
    const char* name;
    const char* parts;
    const char* writes;
    confer_exporter_fn write;
    const char* reads;
    confer_importer_fn read;
};

using namespace confer::interchange;

constexpr Format formats[] = {
    {"csv", "nodes.csv edges.csv schema.json",
     "Tables of nodes and relationships, headed as Neo4j's import wants them.", write_csv,
     "Tables of nodes and relationships, headed as for Neo4j's import.", read_csv},
    {"graphml", "", "GraphML, with a key for each property.", write_graphml, "GraphML, also that of other programs.",
     read_graphml},
    {"dot", "", "Graphviz DOT, with properties as attributes.", write_dot, "Graphviz DOT, also that of other programs.",
     read_dot},
    {"pgjson", "", "PG-JSON of the Property Graph Exchange Format.", write_pgjson,
     "PG-JSON of the Property Graph Exchange Format.", read_pgjson},
    {"ttl", "", "RDF as Turtle: SKOS, PROV-O and Dublin Core, and Confer's own vocabulary.", write_turtle,
     "RDF as Turtle, in Confer's vocabulary.", read_turtle},
    {"jsonld", "", "RDF as JSON-LD: the same statements as in Turtle.", write_jsonld,
     "RDF as JSON-LD, in Confer's vocabulary.", read_jsonld},
    {"cypher", "", "An openCypher script that makes the graph.", write_cypher, "", nullptr},
};

}  // namespace

extern "C" CONFER_PLUGIN_EXPORT std::int32_t confer_plugin_init_v1(const confer_host_v1* host) {
    if (!CONFER_HAS(host, problem)) return host->refuse(confer_text("this needs a newer version of Confer"));
    host->describe(confer_text("interchange"), confer_text("1.0"),
                   confer_text("Graphs as other programs write and read them."));
    for (const Format& format : formats) {
        if (format.write != nullptr)
            host->add_exporter(confer_text(format.name), confer_text(format.parts), confer_text(format.writes),
                               format.write, nullptr);
        if (format.read != nullptr)
            host->add_importer(confer_text(format.name), confer_text(format.parts), confer_text(format.reads),
                               format.read, nullptr);
    }
    return 0;
}
