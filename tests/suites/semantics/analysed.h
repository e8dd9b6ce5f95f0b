#pragma once
// A statement's text, parsed and analysed against a small schema or none.
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>

#include "function/registry.h"
#include "semantics/analyse.h"
#include "semantics/describe.h"
#include "syntax/parse.h"

namespace confer::engine {

using ParameterTypes = std::map<std::string, ValueType, std::less<>>;

inline const Schema& no_schema() {
    static const Schema schema;
    return schema;
}

// Approaches with a name and a year use techniques with a name; the use has a grade.
inline const Schema& small_schema() {
    static const Schema schema = [] {
        Schema built;
        LabelSchema approach, technique;
        approach.name = "Approach";
        approach.properties = {{"name", PropertyKind::string, true, {}}, {"year", PropertyKind::integer, false, {}}};
        technique.name = "Technique";
        technique.properties = {{"name", PropertyKind::string, true, {}}, {"manual", PropertyKind::string, false, {}}};
        built.labels = {approach, technique};
        RelationshipSchema uses, rejects;
        uses.name = "USES";
        uses.properties = {{"grade", PropertyKind::string, false, {}}};
        rejects.name = "REJECTS";
        built.relationships = {uses, rejects};
        return built;
    }();
    return schema;
}

inline Result<typed::Query> analyse_text(std::string_view text, const Schema& schema = no_schema(),
                                         const ParameterTypes* parameters = nullptr) {
    CONFER_TRY(const ast::Statement statement, syntax::parse(text));
    return semantics::analyse(std::get<ast::Query>(statement.body), {schema, builtin_functions(), parameters});
}

inline typed::Query analysed(std::string_view text, const Schema& schema = no_schema(),
                             const ParameterTypes* parameters = nullptr) {
    Result<typed::Query> query = analyse_text(text, schema, parameters);
    if (!query) throw std::runtime_error(render(query.error(), text));
    return std::move(query).value();
}

// The typed query as text, one clause a line.
inline std::string meaning(std::string_view text, const Schema& schema = no_schema()) {
    return describe(analysed(text, schema));
}

// The type of the statement's only column.
inline std::string type_of(std::string_view expression) {
    return to_string(analysed("RETURN " + std::string(expression) + " AS x").columns.at(0).type);
}

struct Fault {
    std::string code;  // "undefined-variable"
    std::string at;    // the text that the error points at
    std::string message, hint;
};

inline Fault fault(std::string_view text, const Schema& schema = no_schema(),
                   const ParameterTypes* parameters = nullptr) {
    const Result<typed::Query> query = analyse_text(text, schema, parameters);
    if (query) throw std::runtime_error("no error, but\n" + describe(query.value()));
    const Error& error = query.error();
    const SourceSpan span = error.span.value_or(SourceSpan{});
    return {std::string(info(error.code).name), std::string(text.substr(span.begin, span.end - span.begin)),
            error.message, error.hints.empty() ? "" : error.hints.front()};
}

}  // namespace confer::engine
