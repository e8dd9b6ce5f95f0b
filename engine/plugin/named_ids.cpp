#include "base/suggest.h"
#include "plugin/named_ids_internal.h"

namespace confer::engine::plugin {

namespace {

Error unknown(ErrorCode code, std::string_view what, std::string_view name, const std::vector<std::string>& known) {
    std::string nearest = did_you_mean(nearest_names(name, known));
    return {.code = code,
            .message = "the graph has no " + std::string(what) + " `" + std::string(name) + "`",
            .hints = {nearest.empty() ? "`:schema` shows what there is" : std::move(nearest)},
            .phase = Phase::runtime};
}

Result<std::vector<SymbolId>> ids_of(const Value& names, const Symbols& symbols, bool has_schema, ErrorCode code,
                                     std::string_view what) {
    std::vector<SymbolId> ids;
    for (const Value& name : names.as_list()) {
        if (!name.is(Kind::string))
            return Error{.code = ErrorCode::invalid_argument_value,
                         .message = std::string("a list of names holds a value of type ") + kind_name(name.kind()),
                         .hints = {"write the names as texts, as in `['Approach', 'Technique']`"},
                         .phase = Phase::runtime};
        const auto id = symbols.find(name.as_string());
        if (id) ids.push_back(*id);
        if (!id && has_schema) return unknown(code, what, name.as_string(), symbols.names());
    }
    return ids;
}

}  // namespace

Result<std::vector<LabelId>> labels_named(const Value& names, const PropertyGraph& graph) {
    return ids_of(names, graph.labels(), !graph.schema().empty(), ErrorCode::unknown_label, "label");
}

Result<std::vector<TypeId>> types_named(const Value& names, const PropertyGraph& graph) {
    return ids_of(names, graph.types(), !graph.schema().empty(), ErrorCode::unknown_relationship_type,
                  "relationship type");
}

}  // namespace confer::engine::plugin
