// Two of the four modes of integration, those that a pattern can't say: confer.select and confer.assimilate.
//
// A row is one claim, so that each says for itself why it is there. `evidence` is what it rests on.
// Test: tests/suites/call/select*.query, assimilate*.query.
#include <algorithm>

#include "base/suggest.h"
#include "comparison/assimilation.h"
#include "comparison/selection.h"
#include "graph/lexicon.h"
#include "procedure/builtin_internal.h"
#include "procedure/counted_internal.h"
#include "procedure/integration_notices_internal.h"

namespace confer::engine::builtin {

namespace {

using comparison::Claim;
using comparison::Claims;

Error refused(ErrorCode code, std::string message, std::string hint) {
    return {.code = code, .message = std::move(message), .hints = {std::move(hint)}, .phase = Phase::runtime};
}

// Nodes of a list, each once; none for null.
Result<std::vector<NodeId>> nodes_of(const Value& list, std::string_view input) {
    std::vector<NodeId> nodes;
    if (list.is_null()) return nodes;
    for (const Value& item : list.as_list()) {
        if (!item.is(Kind::node))
            return refused(ErrorCode::invalid_argument_value,
                           "`" + std::string(input) + "` holds a value of type " + kind_name(item.kind()),
                           "give it a list of nodes, as `collect(n)` makes one");
        if (std::find(nodes.begin(), nodes.end(), item.as_node()) == nodes.end()) nodes.push_back(item.as_node());
    }
    return nodes;
}

Result<std::vector<NodeId>> needs_of(const PropertyGraph& graph, const Value& list) {
    CONFER_TRY(std::vector<NodeId> needs, nodes_of(list, "needs"));
    if (!needs.empty() && comparison::roles_of(graph).serves.empty())
        return refused(ErrorCode::invalid_argument_value, "this graph doesn't say what serves what",
                       "its schema may mark a relationship type with `\"serves\": true`");
    return needs;
}

Value nodes_list(const std::vector<NodeId>& nodes) {
    ValueList list;
    for (const NodeId node : nodes) list.push_back(Value::node(node));
    return Value(std::move(list));
}

Value texts_list(const std::vector<std::string>& texts) {
    ValueList list;
    for (const std::string& text : texts) list.emplace_back(text);
    return Value(std::move(list));
}

// The relationships of the types from one node to another.
void add_between(const Claims& claims, const std::vector<TypeId>& types, NodeId from, NodeId to, ValueList& out) {
    for (const comparison::Joint& joint :
         comparison::joints(claims.graph(), types, from, Direction::outgoing, claims.counted())) {
        if (joint.node == to) out.push_back(Value::relationship(joint.edge));
    }
}

// What a claim rests on, made for `component` or for what it is said of.
void add_claim(const Claims& claims, const Claim& claim, NodeId component, ValueList& out) {
    out.push_back(Value::relationship(claim.serves));
    add_between(claims, claims.roles().component, claim.said_of, component, out);
    for (const EdgeId edge : comparison::way_to_broader(claims.graph(), claims.roles(), claim.said_for,
                                                        claims.needs()[claim.need], claims.counted())) {
        out.push_back(Value::relationship(edge));
    }
}

// need, saidOf, saidFor, grades
void add_columns(const Claims& claims, const Claim& claim, ValueList& row) {
    row.push_back(Value::node(claims.needs()[claim.need]));
    row.push_back(Value::node(claim.said_of));
    row.push_back(Value::node(claim.said_for));
    row.push_back(texts_list(claims.grades_on(claim.serves)));
}

void say(ProcedureContext& context, std::string sentence) {
    if (context.notices != nullptr) context.notices->add(std::move(sentence));
}

// ---- confer.select
void say_how_it_was_chosen(ProcedureContext& context, const Claims& claims, const comparison::Selection& selection,
                           std::string_view kind, std::size_t least_groups) {
    const PropertyGraph& graph = context.graph;
    const LabelSchema* label = graph.schema().label(kind);
    const std::string things = label == nullptr ? std::string(kind) : plural(*label);
    say(context, no_advice());
    if (!selection.unserved.empty())
        say(context, "No " + things + " are recorded for " + enumerated(graph, selection.unserved) +
                         ", nor anything that has such " + things +
                         (selection.left_out.empty() ? "." : ", but for what was left out."));
    if (selection.groups < least_groups && !selection.chosen.empty())
        say(context, "These come from " + counted_targets(graph, claims.roles().groups, selection.groups) +
                         ", not from " + std::to_string(least_groups) + ": what is recorded allows no more.");
    if (!selection.left_out.empty()) say(context, left_out(claims, selection.left_out));
    if (selection.candidates < 2) return;  // there was no choice
    const std::string among = std::to_string(selection.candidates) + " " + things;
    say(context, selection.is_best ? "By the rules of this form, no other choice among " + among + " is better."
                                   : "There are too many ways to choose among " + among +
                                         " to look at each: a better one may exist.");
}

Result<ProcedureRowsPtr> select(ProcedureContext& context, std::span<const Value> arguments) {
    const PropertyGraph& graph = context.graph;
    CONFER_TRY(const std::vector<NodeId> needs, needs_of(graph, arguments[0]));
    const std::string kind(arguments[1].is_null() ? std::string_view{} : arguments[1].as_string());
    const std::int64_t least_groups = arguments[2].is_null() ? 2 : arguments[2].as_integer();
    if (least_groups < 0)
        return refused(ErrorCode::number_out_of_range, "there can't be fewer than no groups", "2 are usual");
    const auto label = graph.labels().find(kind);
    if (!label) {
        const std::string nearest = did_you_mean(nearest_names(kind, graph.labels().names()));
        return refused(ErrorCode::unknown_label, "the graph has no label `" + kind + "`",
                       nearest.empty() ? "`:schema` shows what there is" : nearest);
    }
    CONFER_TRY(const auto counted, relationships_counted(arguments[3]));
    const Claims claims(graph, needs, counted ? &*counted : nullptr);
    const std::size_t groups = claims.roles().groups.empty() ? 0 : static_cast<std::size_t>(least_groups);
    CONFER_TRY(const comparison::Selection selection, comparison::select(claims, *label, groups, context.limits));
    say_how_it_was_chosen(context, claims, selection, kind, static_cast<std::size_t>(least_groups));

    std::vector<ValueList> rows;
    for (const comparison::Chosen& chosen : selection.chosen) {
        for (const Claim& claim : chosen.claims) {
            ValueList row{Value::node(chosen.thing), Value::node(chosen.group.value_or(no_id)),
                          Value::node(chosen.whole)};
            add_columns(claims, claim, row);
            ValueList evidence;
            add_claim(claims, claim, chosen.thing, evidence);
            if (chosen.group) {
                const NodeId member = chosen.whole == no_id ? chosen.thing : chosen.whole;
                add_between(claims, claims.roles().component, member, chosen.thing, evidence);
                add_between(claims, claims.roles().groups, member, *chosen.group, evidence);
            }
            row.emplace_back(std::move(evidence));
            rows.push_back(std::move(row));
        }
    }
    return ready_rows(std::move(rows));
}

// ---- confer.assimilate
void say_what_is_missing(ProcedureContext& context, const Claims& claims, const comparison::Assimilation& assimilation,
                         NodeId home) {
    const PropertyGraph& graph = context.graph;
    const std::string name = "`" + graph.title(home) + "`";
    say(context, no_advice());
    if (claims.warning(home) != nullptr)
        say(context, "Sources say of " + name + " itself: " + warned(claims, home) + ".");
    if (!assimilation.left_out.empty()) say(context, left_out(claims, assimilation.left_out));
    if (!assimilation.refused.empty())
        say(context, "Sources say that " + name +
                         " does without this, so it was left out: " + enumerated(graph, assimilation.refused) + ".");
}

Result<ProcedureRowsPtr> assimilate(ProcedureContext& context, std::span<const Value> arguments) {
    const PropertyGraph& graph = context.graph;
    if (arguments[0].is_null()) return ready_rows({});
    const NodeId home = arguments[0].as_node();
    CONFER_TRY(const std::vector<NodeId> needs, needs_of(graph, arguments[1]));
    CONFER_TRY(const std::vector<NodeId> from, nodes_of(arguments[2], "from"));
    CONFER_TRY(const auto counted, relationships_counted(arguments[3]));
    const Claims claims(graph, needs, counted ? &*counted : nullptr);
    CONFER_TRY(const comparison::Assimilation assimilation, comparison::assimilate(claims, home, from, context.limits));
    say_what_is_missing(context, claims, assimilation, home);

    std::vector<ValueList> rows;
    for (const comparison::Taken& taken : assimilation.taken) {
        const comparison::Donor& nearest = taken.donors.front();
        std::vector<NodeId> others;
        for (std::size_t i = 1; i < taken.donors.size(); ++i) others.push_back(taken.donors[i].whole);
        const auto add_row = [&](const Claim* claim) {
            ValueList row{Value::node(taken.component),
                          Value(taken.nearness),
                          Value(static_cast<std::int64_t>(taken.elsewhere)),
                          Value::node(nearest.whole),
                          Value(nearest.closeness),
                          nodes_list(nearest.shared),
                          nodes_list(others)};
            ValueList evidence;
            add_between(claims, claims.roles().component, nearest.whole, taken.component, evidence);
            if (claim != nullptr) {
                add_columns(claims, *claim, row);
                add_claim(claims, *claim, taken.component, evidence);
            } else {
                row.resize(row.size() + 4);
            }
            row.emplace_back(std::move(evidence));
            rows.push_back(std::move(row));
        };
        if (taken.claims.empty()) add_row(nullptr);
        for (const Claim& claim : taken.claims) add_row(&claim);
    }
    return ready_rows(std::move(rows));
}

}  // namespace

std::vector<ProcedureSpec> integration_procedures() {
    const ValueType nodes = ValueType::list_of(Kind::node), texts = ValueType::list_of(Kind::string),
                    relationships = ValueType::list_of(Kind::relationship);
    return {
        {.name = "confer.select",
         .doc = "Technical eclecticism: a few nodes with the label `kind`, from at least so many groups, that together "
                "serve the needs; preferring what sources support best. A row says of which node (itself, or a whole "
                "that it is a component of) sources say that it serves a need (or something narrower), and how well "
                "that is supported. What sources warn of is left out. " +
                counting(),
         .inputs = {{"needs", nodes},
                    {"kind", Kind::string},
                    {"groups", Kind::integer, Value(2)},
                    {"counted", relationships, Value()}},
         .outputs = {{"thing", Kind::node},
                     {"group", Kind::node},
                     {"whole", Kind::node},
                     {"need", Kind::node},
                     {"saidOf", Kind::node},
                     {"saidFor", Kind::node},
                     {"grades", texts},
                     {"evidence", relationships}},
         .call = select},
        {.name = "confer.assimilate",
         .doc = "Assimilative integration: components that the home lacks and isn't said to do without, of what serves "
                "the needs; what is nearest to the home first. `closeness` is how many components the closest donor "
                "shares with the home, of all that either has; `nearness` takes everything together that has the "
                "component (so many as `elsewhere` says): 1 - (1 - c1)(1 - c2) … over their closeness. "
                "Null stands for any need, and for components from anywhere; a group stands for what belongs to it. "
                "What sources warn of is left out. " +
                counting(),
         .inputs = {{"home", Kind::node},
                    {"needs", nodes, Value()},
                    {"from", nodes, Value()},
                    {"counted", relationships, Value()}},
         .outputs = {{"component", Kind::node},
                     {"nearness", Kind::floating},
                     {"elsewhere", Kind::integer},
                     {"donor", Kind::node},
                     {"closeness", Kind::floating},
                     {"shared", nodes},
                     {"others", nodes},
                     {"need", Kind::node},
                     {"saidOf", Kind::node},
                     {"saidFor", Kind::node},
                     {"grades", texts},
                     {"evidence", relationships}},
         .call = assimilate},
    };
}

}  // namespace confer::engine::builtin
