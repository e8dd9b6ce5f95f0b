#pragma once
// rdf_terms: the names and values that a graph's RDF is made of, and how Confer's own names are IRIs.
//
// Shapes     an IRI is a known prefix and a local part, in which all but letters, digits, `-`, `_`, `.` and `~` is
//            percent-encoded.
// Source     RDF 1.1 Concepts; RFC 3986, 2.1 and 2.3; the vocabulary: docs/interchange.md.
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace confer::interchange {

struct Namespace {
    std::string_view prefix, iri;
};

// In the order in which files declare them.
inline constexpr std::array namespaces{
    Namespace{"confer", "urn:confer:vocab:"},
    Namespace{"node", "urn:confer:node:"},
    Namespace{"edge", "urn:confer:edge:"},
    Namespace{"label", "urn:confer:label:"},
    Namespace{"rel", "urn:confer:rel:"},
    Namespace{"prop", "urn:confer:prop:"},
    Namespace{"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
    Namespace{"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
    Namespace{"xsd", "http://www.w3.org/2001/XMLSchema#"},
    Namespace{"skos", "http://www.w3.org/2004/02/skos/core#"},
    Namespace{"dcterms", "http://purl.org/dc/terms/"},
    Namespace{"prov", "http://www.w3.org/ns/prov#"},
};

std::string_view iri_of(std::string_view prefix);

std::string percent_encoded(std::string_view text);
std::string percent_decoded(std::string_view text);

struct Iri {
    std::string_view prefix;  // one of the namespaces'
    std::string local;        // encoded

    friend bool operator==(const Iri&, const Iri&) = default;
};

// Of a name as the graph has it.
inline Iri named(std::string_view prefix, std::string_view name) {
    return {prefix, percent_encoded(name)};
}

// An IRI, a literal, or a list.
struct Term {
    enum class Kind : std::uint8_t { iri, string, integer, floating, boolean, list };
    Kind kind = Kind::string;
    Iri iri = {};
    std::string text = {};  // of a literal
    std::vector<Term> items = {};

    static Term of(Iri iri) { return {Kind::iri, std::move(iri)}; }
    static Term of(std::string_view text) { return {Kind::string, {}, std::string(text)}; }
};

// Where statements go: those of one subject in a row.
class TermSink {
public:
    virtual ~TermSink() = default;
    virtual void begin(const Iri& subject) = 0;
    // Equal predicates come in a row.
    virtual void add(const Iri& predicate, const Term& object) = 0;
    virtual void end() = 0;
};

}  // namespace confer::interchange
