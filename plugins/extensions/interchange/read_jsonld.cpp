// JSON-LD: what is read: objects with `@id` and `@type`, values, lists and objects in objects, under a context of
// prefixes and terms that stands in the file. docs/interchange.md; tests: tests/suites/interchange/rdf_test.py.
//
// Source     JSON-LD 1.1, of which this reads what Confer, and RDF tools that write Confer's statements, make use of:
//            contexts from elsewhere, reverse properties, indexes and graphs with names are problems of the file.
#include <unordered_map>

#include "interchange/formats.h"
#include "interchange/json_records.h"
#include "interchange/json_value.h"
#include "interchange/number_text.h"
#include "interchange/rdf_reader.h"
#include "interchange/rdf_terms.h"

namespace confer::interchange {

namespace {

constexpr std::string_view xsd = "http://www.w3.org/2001/XMLSchema#";
constexpr std::string_view rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

class JsonLdReader {
public:
    explicit JsonLdReader(Importing& into) : into_(into), graph_(into) {}

    void read() {
        each_record(into_, {"@graph", ""}, [&](const JsonRecord& record) { take(record); });
        graph_.hand_over();
    }

private:
    struct Term {
        std::string iri, type;  // type: "@id", an IRI, or empty
        bool is_list = false;
    };

    // A file is a list of objects, or one object, which may hold a context and a list of objects.
    void take(const JsonRecord& record) {
        line_ = record.line;
        if (record.list == "@context") {
            read_context(record.json);
        } else if (record.list == "@graph" || record.list.empty()) {
            read_object(record.json);
        } else {
            problem("`" + record.list + "` must stand in an object of `@graph`",
                    "put the objects into \"@graph\": […]");
        }
    }

    void read_context(const rapidjson::Value& context) {
        if (context.IsArray()) {
            for (const rapidjson::Value& part : context.GetArray()) read_context(part);
            return;
        }
        if (!context.IsObject()) return problem("a context must stand in the file itself");
        for (const auto& entry : context.GetObject()) {
            const rapidjson::Value &name = entry.name, &about = entry.value;
            if (about.IsString()) {
                terms_[std::string(view_of(name))] = {std::string(view_of(about)), {}, false};
            } else if (about.IsObject()) {
                const auto text = [&](const char* key) {
                    const rapidjson::Value& value = member(about, key);
                    return value.IsString() ? std::string(view_of(value)) : std::string();
                };
                terms_[std::string(view_of(name))] = {text("@id"), text("@type"), text("@container") == "@list"};
            }
        }
    }

    // An IRI in full, from a term, a compact IRI, or what is one already.
    std::string full(std::string_view name) const {
        const auto term = terms_.find(std::string(name));
        if (term != terms_.end() && !term->second.iri.empty() && term->second.iri != name)
            return full(term->second.iri);
        const std::size_t colon = name.find(':');
        if (colon != std::string_view::npos && name.substr(0, 2) != "_:" && name.substr(colon + 1, 2) != "//") {
            const auto prefix = terms_.find(std::string(name.substr(0, colon)));
            if (prefix != terms_.end()) return full(prefix->second.iri) + std::string(name.substr(colon + 1));
        }
        const auto vocabulary = terms_.find("@vocab");
        if (colon == std::string_view::npos && vocabulary != terms_.end())
            return vocabulary->second.iri + std::string(name);
        return std::string(name);
    }

    std::string new_blank() { return "_:n" + std::to_string(++blanks_); }

    // Its name.
    std::string read_object(const rapidjson::Value& object) {
        if (!object.IsObject()) {
            problem("what a graph holds must be objects");
            return new_blank();
        }
        const rapidjson::Value& id = member(object, "@id");
        std::string subject = id.IsString() ? full(view_of(id)) : new_blank();
        for (const auto& [key, value] : object.GetObject()) {
            const std::string_view name = view_of(key);
            if (name == "@id" || name == "@context") continue;
            if (name == "@type") {
                read_types(subject, value);
            } else if (name.substr(0, 1) == "@") {
                problem("`" + std::string(name) + "` is not read");
            } else {
                read_values(subject, name, value);
            }
        }
        return subject;
    }

    void read_types(const std::string& subject, const rapidjson::Value& types) {
        const auto add = [&](const rapidjson::Value& type) {
            if (type.IsString())
                return state(subject, std::string(rdf) + "type", {RdfObject::Kind::iri, full(view_of(type))});
            problem("`@type` must hold strings");
        };
        if (!types.IsArray()) return add(types);
        for (const rapidjson::Value& type : types.GetArray()) add(type);
    }

    void read_values(const std::string& subject, std::string_view key, const rapidjson::Value& values) {
        const auto found = terms_.find(std::string(key));
        const Term term = found == terms_.end() ? Term() : found->second;
        const std::string predicate = full(key);
        if (values.IsArray() && term.is_list) {
            state(subject, predicate, list_of(values, term.type));
        } else if (values.IsArray()) {
            for (const rapidjson::Value& value : values.GetArray())
                state(subject, predicate, object_of(value, term.type));
        } else if (!values.IsNull()) {
            state(subject, predicate, object_of(values, term.type));
        }
    }

    RdfObject object_of(const rapidjson::Value& value, const std::string& type) {
        if (value.IsString() && type == "@id") return iri_or_blank(full(view_of(value)));
        if (value.IsString())
            return {RdfObject::Kind::literal, std::string(view_of(value)), type.empty() ? "" : full(type)};
        if (value.IsBool())
            return {RdfObject::Kind::literal, value.GetBool() ? "true" : "false", std::string(xsd) + "boolean"};
        if (value.IsInt64())
            return {RdfObject::Kind::literal, std::to_string(value.GetInt64()), std::string(xsd) + "integer"};
        if (value.IsNumber())
            return {RdfObject::Kind::literal, scientific_text(value.GetDouble(), xml_names),
                    std::string(xsd) + "double"};
        if (!value.IsObject()) {
            problem("a value must be a string, a number, a boolean or an object");
            return {RdfObject::Kind::literal, {}};
        }
        if (const rapidjson::Value& items = member(value, "@list"); items.IsArray()) return list_of(items, type);
        if (const rapidjson::Value& inner = member(value, "@value"); !inner.IsNull()) {
            const rapidjson::Value& datatype = member(value, "@type");
            RdfObject literal = object_of(inner, {});
            if (datatype.IsString()) literal.datatype = full(view_of(datatype));
            return literal;
        }
        return iri_or_blank(read_object(value));
    }

    static RdfObject iri_or_blank(std::string name) {
        const bool is_blank = name.substr(0, 2) == "_:";
        return {is_blank ? RdfObject::Kind::blank : RdfObject::Kind::iri, std::move(name)};
    }

    RdfObject list_of(const rapidjson::Value& items, const std::string& type) {
        RdfObject rest{RdfObject::Kind::iri, std::string(rdf) + "nil"};
        for (rapidjson::SizeType i = items.Size(); i-- > 0;) {
            const std::string cell = new_blank();
            state(cell, std::string(rdf) + "first", object_of(items[i], type));
            state(cell, std::string(rdf) + "rest", std::move(rest));
            rest = {RdfObject::Kind::blank, cell};
        }
        return rest;
    }

    void state(const std::string& subject, const std::string& predicate, RdfObject object) {
        graph_.add(subject, predicate, std::move(object), line_);
    }
    void problem(const std::string& message, const std::string& hint = {}) {
        into_.at_line(line_);
        into_.problem(message, hint);
    }

    Importing& into_;
    RdfReader graph_;
    std::unordered_map<std::string, Term> terms_;
    std::uint32_t line_ = 0;
    std::size_t blanks_ = 0;
};

}  // namespace

std::int32_t read_jsonld(const confer_host_v1* host, void*, confer_call* call) {
    Importing into(host, call);
    JsonLdReader(into).read();
    return into.finish();
}

}  // namespace confer::interchange
