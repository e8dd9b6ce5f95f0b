// What relationships claim: in words, and on whose authority.
#include <algorithm>

#include "function/builtin/argument_internal.h"
#include "function/builtin/builtin_internal.h"
#include "graph/sentence.h"

namespace confer::engine::builtin {

namespace {

Result<Value> sentence(CallContext& context, Arguments arguments) {
    const Value& claim = arguments[0];
    if (claim.is(Kind::relationship)) return Value(sentence_of(context.graph, claim.as_relationship()));
    if (claim.is(Kind::path)) return Value(sentence_of(context.graph, claim.as_path()));
    return wrong_argument("confer.sentence", arguments, 0, "a Relationship or a Path");
}

// Adds the nodes that `sources` of an element names; those that aren't in the graph are left out.
void add_sources(const PropertyGraph& graph, const Value& ids, ValueList& sources) {
    if (!ids.is(Kind::list)) return;
    for (const Value& id : ids.as_list()) {
        const auto node = id.is(Kind::string) ? graph.find(id.as_string()) : std::nullopt;
        if (!node) continue;
        const auto same = [&](const Value& known) { return known.as_node() == *node; };
        if (std::none_of(sources.begin(), sources.end(), same)) sources.push_back(Value::node(*node));
    }
}

Result<Value> sources(CallContext& context, Arguments arguments) {
    const Value& element = arguments[0];
    const PropertyGraph& graph = context.graph;
    const auto key = graph.keys().find("sources");
    ValueList out;
    if (element.is(Kind::relationship)) {
        if (key) add_sources(graph, graph.edge_property(element.as_relationship(), *key), out);
    } else if (element.is(Kind::node)) {
        if (key) add_sources(graph, graph.property(element.as_node(), *key), out);
    } else if (element.is(Kind::path)) {
        for (const EdgeId edge : element.as_path().edges) {
            if (key) add_sources(graph, graph.edge_property(edge, *key), out);
        }
    } else {
        return wrong_argument("confer.sources", arguments, 0, "a Node, a Relationship or a Path");
    }
    return Value(std::move(out));
}

}  // namespace

std::vector<FunctionSpec> claim_functions() {
    const ValueType claim = ValueType(Kind::relationship) | Kind::path;
    return {
        {.name = "confer.sentence",
         .doc = "What a relationship or a path says, in the words of the graph's schema.",
         .parameters = {{"claim", claim}},
         .returns = Kind::string,
         .needs_graph = true,
         .call = sentence},
        {.name = "confer.sources",
         .doc = "The nodes that the `sources` of a node or a relationship, or of a path's relationships, name, each "
                "once.",
         .parameters = {{"element", claim | Kind::node}},
         .returns = ValueType::list_of(Kind::node),
         .needs_graph = true,
         .call = sources},
    };
}

}  // namespace confer::engine::builtin
