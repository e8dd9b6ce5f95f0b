#include "procedure/integration_notices_internal.h"

#include <algorithm>

#include "graph/lexicon.h"

namespace confer::engine::builtin {

namespace {

std::string ticked(const PropertyGraph& graph, NodeId node) {
    return "`" + graph.title(node) + "`";
}

const RelationshipSchema& schema_of(const PropertyGraph& graph, TypeId type) {
    return *graph.schema().relationship(graph.types().name(type));
}

// "lacks support for `Insomnia`"
std::string warning_text(const PropertyGraph& graph, EdgeId edge) {
    const RelationshipSchema& schema = schema_of(graph, graph.type_of(edge));
    const std::string verb = verb_phrase(schema, Direction::outgoing, VerbForm::singular);
    return (verb.empty() ? schema.name : verb) + " " + ticked(graph, graph.ends(edge).target);
}

}  // namespace

std::string no_advice() {
    return "This puts together what sources say; it is no advice, and nothing here is recommended.";
}

std::string enumerated(const PropertyGraph& graph, const std::vector<NodeId>& nodes) {
    std::vector<std::string> names;
    for (const NodeId node : nodes) names.push_back(ticked(graph, node));
    std::sort(names.begin(), names.end());
    std::string out;
    for (std::size_t i = 0; i < names.size(); ++i) {
        out += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
    }
    return out;
}

std::string counted_targets(const PropertyGraph& graph, const std::vector<TypeId>& types, std::size_t count) {
    const std::string number = std::to_string(count) + " ";
    for (const TypeId type : types) {
        for (const std::string& name : schema_of(graph, type).to) {
            const LabelSchema* label = graph.schema().label(name);
            if (label != nullptr) return number + (count == 1 ? singular(*label) : plural(*label));
        }
    }
    return number + (count == 1 ? "group" : "groups");
}

std::string warned(const comparison::Claims& claims, NodeId node) {
    const comparison::Warning& warning = *claims.warning(node);
    return ticked(claims.graph(), warning.warned) + " " + warning_text(claims.graph(), warning.edge);
}

std::string left_out(const comparison::Claims& claims, const std::vector<NodeId>& nodes) {
    const PropertyGraph& graph = claims.graph();
    std::vector<std::string> reasons;
    for (const NodeId node : nodes) {
        const bool itself = claims.warning(node)->warned == node;
        reasons.push_back((itself ? "" : ticked(graph, node) + ", because ") + warned(claims, node));
    }
    std::sort(reasons.begin(), reasons.end());
    std::string out = "Left out for what sources say: ";
    for (std::size_t i = 0; i < reasons.size(); ++i) out += (i == 0 ? "" : "; ") + reasons[i];
    return out + ".";
}

}  // namespace confer::engine::builtin
