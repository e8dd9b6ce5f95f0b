// Turtle: what is written. docs/interchange.md; tests: tests/suites/interchange/rdf_test.py.
//
// Source     RDF 1.1 Turtle.
#include "interchange/formats.h"
#include "interchange/quoted_text.h"
#include "interchange/rdf_graph.h"

namespace confer::interchange {

namespace {

// Whether the local part can stand after its prefix as it is.
bool is_plain(std::string_view local) {
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    };
    if (local.empty() || !fits(local.front())) return false;
    for (const char c : local) {
        if (!fits(c) && c != '-') return false;
    }
    return true;
}

void append_iri(std::string& out, const Iri& iri) {
    if (is_plain(iri.local)) {
        out.append(iri.prefix).append(":").append(iri.local);
    } else {
        out.append("<").append(iri_of(iri.prefix)).append(iri.local).append(">");
    }
}

void append_term(std::string& out, const Term& term) {
    switch (term.kind) {
        case Term::Kind::iri:
            return append_iri(out, term.iri);
        case Term::Kind::string:
            return append_quoted(out, term.text);
        case Term::Kind::integer:
        case Term::Kind::boolean:
            out += term.text;
            return;
        case Term::Kind::floating:
            if (term.text.find('E') == std::string::npos) append_quoted(out, term.text);
            out += term.text.find('E') == std::string::npos ? "^^xsd:double" : term.text;
            return;
        case Term::Kind::list:
            out += '(';
            for (const Term& item : term.items) append_term(out += ' ', item);
            out += term.items.empty() ? ")" : " )";
            return;
    }
}

class TurtleSink final : public TermSink {
public:
    explicit TurtleSink(std::string& out) : out_(out) {}

    void begin(const Iri& subject) override {
        append_iri(out_, subject);
        last_ = {};
    }
    void add(const Iri& predicate, const Term& object) override {
        if (predicate == last_) {
            out_ += " , ";
        } else {
            out_ += last_.prefix.empty() ? " " : " ;\n  ";
            if (predicate == Iri{"rdf", "type"}) {
                out_ += "a";
            } else {
                append_iri(out_, predicate);
            }
            out_ += ' ';
            last_ = predicate;
        }
        append_term(out_, object);
    }
    void end() override { out_ += " .\n"; }

private:
    std::string& out_;
    Iri last_;
};

}  // namespace

std::int32_t write_turtle(const confer_host_v1* host, void*, confer_call* call) {
    Exporting graph(host, call);
    for (const Namespace& one : namespaces)
        graph.out.append("@prefix ").append(one.prefix).append(": <").append(one.iri).append("> .\n");
    TurtleSink sink(graph.out);
    write_rdf(graph, sink);
    return graph.finish();
}

}  // namespace confer::interchange
