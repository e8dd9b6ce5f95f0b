// What Confer reads back is said in its own vocabulary; what SKOS, Dublin Core and PROV-O say of the same is for
// others.
#include "interchange/rdf_graph.h"

#include <rapidjson/document.h>

#include <algorithm>

#include "interchange/json_value.h"
#include "interchange/number_text.h"

namespace confer::interchange {

namespace {

const Iri rdf_type{"rdf", "type"};
const Iri the_graph{"confer", "graph"};
constexpr std::string_view source_label = "Source";  // what holds references: docs/data.md, Provenance

Term term_of(const Cell& cell) {
    switch (cell.kind()) {
        case CONFER_BOOLEAN:
            return {Term::Kind::boolean, {}, cell.boolean() ? "true" : "false"};
        case CONFER_INTEGER:
            return {Term::Kind::integer, {}, std::to_string(cell.integer())};
        case CONFER_FLOAT:
            return {Term::Kind::floating, {}, scientific_text(cell.number(), xml_names)};
        case CONFER_LIST: {
            Term list{Term::Kind::list};
            for (std::size_t i = 0; i < cell.size(); ++i) list.items.push_back(term_of(cell[i]));
            return list;
        }
        default:
            return Term::of(cell.text());
    }
}

// Another vocabulary's term for a property.
struct Also {
    std::string_view key;
    Iri term;
};

const std::vector<Also>& also_of_concepts() {
    static const std::vector<Also> terms{
        {"aliases", {"skos", "altLabel"}}, {"name", {"skos", "prefLabel"}}, {"summary", {"skos", "definition"}}};
    return terms;
}

const std::vector<Also>& also_of_sources() {
    static const std::vector<Also> terms{{"authors", {"dcterms", "creator"}},
                                         {"doi", {"dcterms", "identifier"}},
                                         {"publisher", {"dcterms", "publisher"}},
                                         {"title", {"dcterms", "title"}},
                                         {"url", {"rdfs", "seeAlso"}},
                                         {"year", {"dcterms", "date"}}};
    return terms;
}

void add_also(TermSink& sink, const Iri& term, const Cell& value) {
    if (!value.is_list()) return sink.add(term, term_of(value));
    for (std::size_t i = 0; i < value.size(); ++i) sink.add(term, term_of(value[i]));
}

// In other vocabularies, what can be said there; then in our own, everything.
void add_properties(TermSink& sink, const std::vector<Exporting::Property>& properties, const std::vector<Also>& also) {
    for (const auto& [key, term] : also) {
        for (const auto& [name, value] : properties) {
            if (name == key) add_also(sink, term, value);
        }
    }
    for (const auto& [name, value] : properties) {
        if (name != "sources" || !value.is_list()) continue;
        for (std::size_t i = 0; i < value.size(); ++i) {
            if (value[i].kind() == CONFER_STRING)
                sink.add({"prov", "wasDerivedFrom"}, Term::of(named("node", value[i].text())));
        }
    }
    for (const auto& [name, value] : properties) sink.add(named("prop", name), term_of(value));
}

// The first text under `key`, which may be a list of texts.
std::string first_text(const rapidjson::Value& object, const char* key) {
    const rapidjson::Value& value = member(object, key);
    if (value.IsString()) return std::string(view_of(value));
    if (value.IsArray() && !value.Empty() && value[0].IsString()) return std::string(view_of(value[0]));
    return {};
}

void write_declarations(TermSink& sink, const rapidjson::Value& schema, const char* part, std::string_view prefix,
                        const Iri& type, const char* word) {
    if (!schema.IsObject() || !member(schema, part).IsObject()) return;
    for (const auto& [name, about] : member(schema, part).GetObject()) {
        sink.begin(named(prefix, view_of(name)));
        sink.add(rdf_type, Term::of(type));
        const std::string said = first_text(about, word);
        sink.add({"rdfs", "label"}, Term::of(said.empty() ? view_of(name) : said));
        sink.end();
    }
}

void write_head(TermSink& sink, std::string_view head) {
    rapidjson::Document json;
    json.Parse(head.data(), head.size());
    sink.begin(the_graph);
    sink.add(rdf_type, Term::of(Iri{"skos", "ConceptScheme"}));
    for (const auto& [key, term] :
         {std::pair("name", "title"), {"license", "license"}, {"description", "description"}}) {
        const std::string text = first_text(json, key);
        if (!text.empty()) sink.add({"dcterms", term}, Term::of(text));
    }
    sink.add({"confer", "head"}, Term::of(head));
    sink.end();
    const rapidjson::Value& schema = member(json, "schema");
    write_declarations(sink, schema, "labels", "label", {"rdfs", "Class"}, "singular");
    write_declarations(sink, schema, "relationships", "rel", {"rdf", "Property"}, "verb");
}

void write_node(TermSink& sink, const Exporting::Node& node) {
    const bool is_source = std::find(node.labels.begin(), node.labels.end(), source_label) != node.labels.end();
    sink.begin(named("node", node.id));
    for (const std::string& label : node.labels) sink.add(rdf_type, Term::of(named("label", label)));
    if (is_source) {
        sink.add(rdf_type, Term::of(Iri{"prov", "Entity"}));
        sink.add(rdf_type, Term::of(Iri{"dcterms", "BibliographicResource"}));
    } else {
        sink.add(rdf_type, Term::of(Iri{"skos", "Concept"}));
        sink.add({"skos", "inScheme"}, Term::of(the_graph));
    }
    add_properties(sink, node.properties, is_source ? also_of_sources() : also_of_concepts());
    sink.end();
}

// The statement, and what is said of it. `number`: of those between the same nodes.
void write_edge(TermSink& sink, const Exporting::Relationship& edge, std::size_t number) {
    const Iri from = named("node", edge.from), type = named("rel", edge.type), to = named("node", edge.to);
    if (number == 1) {
        sink.begin(from);
        sink.add(type, Term::of(to));
        sink.end();
    }
    sink.begin(
        {"edge", from.local + "/" + type.local + "/" + to.local + (number > 1 ? "/" + std::to_string(number) : "")});
    sink.add(rdf_type, Term::of(Iri{"rdf", "Statement"}));
    sink.add({"rdf", "subject"}, Term::of(from));
    sink.add({"rdf", "predicate"}, Term::of(type));
    sink.add({"rdf", "object"}, Term::of(to));
    add_properties(sink, edge.properties, {});
    sink.end();
}

}  // namespace

void write_rdf(Exporting& graph, TermSink& sink) {
    write_head(sink, std::string(graph.head()));
    for (Exporting::Node node; graph.next(node);) write_node(sink, node);
    std::size_t number = 0;
    Exporting::Relationship before;
    for (Exporting::Relationship edge; graph.next(edge);) {  // those between the same nodes come in a row
        number = edge.from == before.from && edge.to == before.to && edge.type == before.type ? number + 1 : 1;
        write_edge(sink, edge, number);
        before.from = edge.from;
        before.type = edge.type;
        before.to = edge.to;
    }
}

}  // namespace confer::interchange
