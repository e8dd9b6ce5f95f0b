#include "interchange/rdf_reader.h"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

#include "interchange/number_text.h"
#include "interchange/rdf_terms.h"

namespace confer::interchange {

namespace {

// What follows the prefix's IRI, decoded; nothing when the IRI is another's.
std::optional<std::string> local_of(std::string_view iri, std::string_view prefix) {
    const std::string_view base = iri_of(prefix);
    if (iri.substr(0, base.size()) != base) return std::nullopt;
    return percent_decoded(iri.substr(base.size()));
}

bool is(std::string_view iri, std::string_view prefix, std::string_view local) {
    const std::string_view base = iri_of(prefix);
    return iri.size() == base.size() + local.size() && iri.substr(0, base.size()) == base &&
           iri.substr(base.size()) == local;
}

}  // namespace

RdfReader::Subject& RdfReader::subject(std::string_view iri, std::uint32_t line) {
    const auto [at, is_new] = number_of_.emplace(std::string(iri), subjects_.size());
    if (is_new) subjects_.push_back({std::string(iri), line});
    return subjects_[at->second];
}

void RdfReader::add(std::string_view about, std::string_view predicate, RdfObject object, std::uint32_t line) {
    const bool is_iri = object.kind == RdfObject::Kind::iri;
    if (is(predicate, "rdf", "first")) {
        lists_[std::string(about)].first = std::move(object);
    } else if (is(predicate, "rdf", "rest")) {
        lists_[std::string(about)].rest = std::move(object.text);
    } else if (is(predicate, "confer", "head")) {
        head_ = std::move(object.text);
        head_line_ = line;
    } else if (is(predicate, "rdf", "type")) {
        const auto label = local_of(object.text, "label");
        const bool is_statement = is(object.text, "rdf", "Statement");
        if (!local_of(about, "node") && !is_statement) return;
        Subject& one = subject(about, line);
        one.is_typed = true;
        one.is_statement = one.is_statement || is_statement;
        if (label && is_iri) one.labels.push_back(*label);
    } else if (is(predicate, "rdf", "subject")) {
        Subject& one = subject(about, line);
        add_part(one, one.from, "node", object, line);
    } else if (is(predicate, "rdf", "predicate")) {
        Subject& one = subject(about, line);
        add_part(one, one.type, "rel", object, line);
    } else if (is(predicate, "rdf", "object")) {
        Subject& one = subject(about, line);
        add_part(one, one.to, "node", object, line);
    } else if (const auto key = local_of(predicate, "prop")) {
        subject(about, line).properties.push_back({*key, std::move(object), line});
    } else if (const auto type = local_of(predicate, "rel")) {
        const auto from = local_of(about, "node"), to = local_of(object.text, "node");
        if (from && to && is_iri) {
            links_.push_back({*from, *type, *to, line});
        } else {
            problem(line,
                    "a relationship joins two nodes, whose IRIs begin with `" + std::string(iri_of("node")) + "`");
        }
    }
}

void RdfReader::add_part(Subject& statement, std::string& part, std::string_view prefix, const RdfObject& object,
                         std::uint32_t line) {
    const auto local = local_of(object.text, prefix);
    if (!local || object.kind != RdfObject::Kind::iri)
        return problem(line, "`" + object.text + "` is none of Confer's: it must begin with `" +
                                 std::string(iri_of(prefix)) + "`");
    if (!part.empty() && part != *local)
        return problem(line, "a statement can't be about both `" + part + "` and `" + *local + "`");
    part = *local;
    statement.is_statement = true;
}

void RdfReader::hand_over() {
    if (!head_.empty()) {
        into_.at_line(head_line_);
        into_.head(head_);
    }
    for (const Subject& one : subjects_) {
        into_.at_line(one.line);
        if (one.is_statement) {
            if (one.from.empty() || one.type.empty() || one.to.empty()) {
                into_.problem("the statement `" + one.iri + "` lacks its subject, predicate or object");
                continue;
            }
            into_.begin_relationship(one.from, one.type, one.to);
        } else if (const auto id = local_of(one.iri, "node")) {
            if (!one.is_typed) {
                into_.problem("the node `" + *id + "` has properties, and no type",
                              "give it a label: `a label:Approach`, or at least `a skos:Concept`");
                continue;
            }
            into_.begin_node(*id);
        } else {
            into_.problem("`" + one.iri + "` has properties, and is neither a node nor a statement");
            continue;
        }
        for (const std::string& label : one.labels) into_.label(label);
        for (const Property& property : one.properties) put(property);
        into_.end_element();
    }
    hand_over_links();
}

// Those of which nothing more is said.
void RdfReader::hand_over_links() {
    std::set<std::tuple<std::string_view, std::string_view, std::string_view>> said;
    for (const Subject& one : subjects_) {
        if (one.is_statement) said.emplace(one.from, one.type, one.to);
    }
    for (const Link& link : links_) {
        if (!said.emplace(link.from, link.type, link.to).second) continue;
        into_.at_line(link.line);
        into_.begin_relationship(link.from, link.type, link.to);
        into_.end_element();
    }
}

void RdfReader::put(const Property& property) {
    into_.at_line(property.line);
    into_.key(property.key);
    const RdfObject& value = property.value;
    if (value.kind == RdfObject::Kind::literal) return put_literal(value);
    if (value.kind == RdfObject::Kind::blank || is(value.text, "rdf", "nil")) return put_list(value.text);
    into_.put(value.text);  // of another file: an IRI as a text
}

void RdfReader::put_list(std::string cell) {
    into_.begin_list();
    for (std::size_t count = 0; !is(cell, "rdf", "nil"); ++count) {
        const auto found = lists_.find(cell);
        if (found == lists_.end() || count > lists_.size()) {
            into_.problem("a property's value is a blank node that is no list");
            break;
        }
        if (found->second.first.kind == RdfObject::Kind::literal) {
            put_literal(found->second.first);
        } else {
            into_.problem("a list must hold literals");
        }
        cell = found->second.rest;
    }
    into_.end_list();
}

void RdfReader::put_literal(const RdfObject& literal) {
    const auto has_type = [&](std::initializer_list<std::string_view> names) {
        return std::any_of(names.begin(), names.end(),
                           [&](std::string_view name) { return is(literal.datatype, "xsd", name); });
    };
    const auto put_or_report = [&](auto value, const char* what) {
        if (value) return into_.put(*value);
        into_.problem("`" + literal.text + "` is not " + what);
        into_.put(std::string_view());
    };
    if (has_type({"integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger"})) {
        put_or_report(parse_integer(literal.text), "an integer of 64 bits");
    } else if (has_type({"double", "float", "decimal"})) {
        put_or_report(parse_float(literal.text), "a number");
    } else if (has_type({"boolean"})) {
        put_or_report(parse_boolean(literal.text), "true or false");
    } else {
        into_.put(literal.text);
    }
}

}  // namespace confer::interchange
