// JSON-LD: what is written: an object a line, with the same statements as in Turtle. docs/interchange.md; tests:
// tests/suites/interchange/rdf_test.py.
//
// Source     JSON-LD 1.1. A number without a fraction is an integer there, and beyond 2^53 not safe: such are written
// with
//            their types.
#include "interchange/formats.h"
#include "interchange/quoted_text.h"
#include "interchange/rdf_graph.h"

namespace confer::interchange {

namespace {

constexpr std::size_t safe_digits = 15;  // any integer of so many is below 2^53

void append_iri(std::string& out, const Iri& iri) {
    append_quoted(out, std::string(iri.prefix) + ":" + iri.local);
}

void append_typed(std::string& out, std::string_view text, const char* type) {
    append_quoted(out += "{\"@value\": ", text);
    out.append(", \"@type\": \"xsd:").append(type).append("\"}");
}

void append_term(std::string& out, const Term& term) {
    switch (term.kind) {
        case Term::Kind::iri:
            append_iri(out += "{\"@id\": ", term.iri);
            out += '}';
            return;
        case Term::Kind::string:
            return append_quoted(out, term.text);
        case Term::Kind::boolean:
            out += term.text;
            return;
        case Term::Kind::integer:
            if (term.text.size() > safe_digits) return append_typed(out, term.text, "integer");
            out += term.text;
            return;
        case Term::Kind::floating:
            return append_typed(out, term.text, "double");
        case Term::Kind::list:
            out += "{\"@list\": [";
            for (const Term& item : term.items) {
                if (&item != &term.items.front()) out += ", ";
                append_term(out, item);
            }
            out += "]}";
            return;
    }
}

class JsonLdSink final : public TermSink {
public:
    explicit JsonLdSink(std::string& out) : out_(out) {}

    void begin(const Iri& subject) override {
        append_iri(out_.append(separator_).append("{\"@id\": "), subject);
        separator_ = ",\n";
        last_ = {};
    }
    void add(const Iri& predicate, const Term& object) override {
        if (predicate != last_) {
            close_values();
            const bool is_type = predicate == Iri{"rdf", "type"};
            out_ += ", ";
            if (is_type) out_ += "\"@type\"";
            if (!is_type) append_iri(out_, predicate);
            out_ += ": ";
            first_value_ = out_.size();
            last_ = predicate;
            is_type_ = is_type;
        } else {
            if (!is_several_) out_.insert(first_value_, 1, '[');
            is_several_ = true;
            out_ += ", ";
        }
        if (is_type_) {
            append_iri(out_, object.iri);
        } else {
            append_term(out_, object);
        }
    }
    void end() override {
        close_values();
        out_ += '}';
    }

private:
    void close_values() {
        if (is_several_) out_ += ']';
        is_several_ = false;
    }

    std::string& out_;
    const char* separator_ = "\n";
    Iri last_;
    std::size_t first_value_ = 0;
    bool is_several_ = false, is_type_ = false;
};

}  // namespace

std::int32_t write_jsonld(const confer_host_v1* host, void*, confer_call* call) {
    Exporting graph(host, call);
    graph.out += "{\n\"@context\": {";
    const char* separator = "\n";
    for (const Namespace& one : namespaces) {
        append_quoted(graph.out += separator, one.prefix);
        append_quoted(graph.out += ": ", one.iri);
        separator = ",\n";
    }
    graph.out += "\n},\n\"@graph\": [";
    JsonLdSink sink(graph.out);
    write_rdf(graph, sink);
    graph.out += "\n]\n}\n";
    return graph.finish();
}

}  // namespace confer::interchange
