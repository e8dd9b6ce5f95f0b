// How alike things are in what they are made of (comparison/similarity.h).
#include "comparison/similarity.h"

#include <algorithm>

#include "procedure/builtin_internal.h"
#include "procedure/named_ids_internal.h"

namespace confer::engine::builtin {

namespace {

using comparison::Basis;

// What null stands for: the types that the schema calls components; without a schema, all.
std::vector<TypeId> component_types(const PropertyGraph& graph) {
    std::vector<TypeId> ids;
    for (std::size_t type = 0; type < graph.types().size(); ++type) {
        const auto id = static_cast<TypeId>(type);
        const RelationshipSchema* declared = graph.schema().relationship(graph.types().name(id));
        if (graph.schema().empty() || (declared != nullptr && declared->component)) ids.push_back(id);
    }
    return ids;
}

// From the arguments types, labels and among, in this order. A label that no node has stands for nothing, but a list of
// such labels doesn't stand for all.
Result<Basis> basis_of(const PropertyGraph& graph, std::span<const Value> arguments, NodeId thing) {
    Basis basis;
    basis.types = component_types(graph);
    if (!arguments[0].is_null()) {
        CONFER_TRY(basis.types, types_named(arguments[0], graph));
    }
    if (!arguments[1].is_null()) {
        CONFER_TRY(basis.labels, labels_named(arguments[1], graph));
        if (basis.labels.empty()) basis.types.clear();
    }
    const auto own = graph.labels_of(thing);
    basis.among.assign(own.begin(), own.end());
    if (!arguments[2].is_null()) {
        CONFER_TRY(basis.among, labels_named(arguments[2], graph));
        if (basis.among.empty()) basis.types.clear();
    }
    return basis;
}

Value number(std::optional<double> coefficient) {
    return coefficient ? Value(*coefficient) : Value();
}

Value count(std::size_t items) {
    return Value(static_cast<std::int64_t>(items));
}

// size, shared, jaccard, overlap, cosine, weighted
ValueList numbers(const comparison::Similarity& similarity) {
    return {count(similarity.other_size), count(similarity.shared),    number(similarity.jaccard()),
            number(similarity.overlap()), number(similarity.cosine()), number(similarity.weighted())};
}

Result<ProcedureRowsPtr> similarity(ProcedureContext& context, std::span<const Value> arguments) {
    if (arguments[0].is_null() || arguments[1].is_null()) return ready_rows({});
    const NodeId node = arguments[0].as_node(), other = arguments[1].as_node();
    CONFER_TRY(const Basis basis, basis_of(context.graph, arguments.subspan(2), node));
    comparison::Rarity rarity(context.graph, basis);
    const auto both = comparison::similarity(comparison::components_of(context.graph, basis, node),
                                             comparison::components_of(context.graph, basis, other), rarity);
    ValueList row = numbers(both);
    row.insert(row.begin(), count(both.size));
    return ready_rows({std::move(row)});
}

Result<ProcedureRowsPtr> most_alike(ProcedureContext& context, std::span<const Value> arguments) {
    if (arguments[0].is_null()) return ready_rows({});
    const NodeId node = arguments[0].as_node();
    CONFER_TRY(const Basis basis, basis_of(context.graph, arguments.subspan(1), node));
    CONFER_TRY(const auto alike, comparison::most_alike(context.graph, basis, node, context.limits));
    std::vector<ValueList> rows;
    for (const comparison::Alike& each : alike) {
        ValueList row = numbers(each.similarity), components;
        for (const NodeId component : each.shared) components.push_back(Value::node(component));
        row.insert(row.begin(), Value::node(each.thing));
        row.emplace_back(std::move(components));
        rows.push_back(std::move(row));
    }
    return ready_rows(std::move(rows));
}

}  // namespace

std::vector<ProcedureSpec> similarity_procedures() {
    const ValueType names = ValueType::list_of(Kind::string);
    const std::vector<ProcedureOutput> coefficients{{"shared", Kind::integer},
                                                    {"jaccard", Kind::floating},
                                                    {"overlap", Kind::floating},
                                                    {"cosine", Kind::floating},
                                                    {"weighted", Kind::floating}};
    const std::string basis =
        "Components are what relationships of `types` lead to, if they have one of `labels`; null stands for the types "
        "that the schema calls components, and for all labels. `weighted` is the Jaccard coefficient of the components "
        "weighted by their rarity among the nodes with one of the labels `among`; null stands for those of `node`.";
    std::vector<ProcedureOutput> sizes{{"size", Kind::integer}, {"otherSize", Kind::integer}};
    sizes.insert(sizes.end(), coefficients.begin(), coefficients.end());
    std::vector<ProcedureOutput> ranking{{"other", Kind::node}, {"size", Kind::integer}};
    ranking.insert(ranking.end(), coefficients.begin(), coefficients.end());
    ranking.push_back({"components", ValueType::list_of(Kind::node)});
    return {
        {.name = "confer.similarity",
         .doc =
             "How alike two nodes are in their components: how many each has, how many both, and the coefficients. " +
             basis,
         .inputs = {{"node", Kind::node},
                    {"other", Kind::node},
                    {"types", names, Value()},
                    {"labels", names, Value()},
                    {"among", names, Value()}},
         .outputs = sizes,
         .call = similarity},
        {.name = "confer.mostAlike",
         .doc = "The nodes that share components with one, those that are most alike by `weighted` first; with the "
                "components shared, the rarest first. " +
                basis,
         .inputs =
             {{"node", Kind::node}, {"types", names, Value()}, {"labels", names, Value()}, {"among", names, Value()}},
         .outputs = ranking,
         .call = most_alike},
    };
}

}  // namespace confer::engine::builtin
