// The part of the host's table that lets procedures follow relationships. Tests: tests/suites/plugins/view_test.cpp,
// tests/suites/algorithms.
#include <algorithm>

#include "graph/graph_view.h"
#include "plugin/host_internal.h"
#include "plugin/named_ids_internal.h"
#include "plugin/text_internal.h"

namespace confer::engine::plugin {

namespace {

// What is behind a plugin's view.
struct View : confer_view {
    explicit View(GraphView view) : confer_view(), graph(std::move(view)), scope(scope_of(graph)) {
        node_count = scope.nodes == nullptr ? graph.graph().present_node_count() : scope.node_count;
        relationship_limit = graph.graph().edge_count();
        nodes = scope.nodes;
        places = scope.index_of_node;
        type_count = scope.type_count;
    }
    GraphView graph;
    GraphScope scope;
};
static_assert(CONFER_NOWHERE == no_id);

const confer_value* handle(const Value& value) {
    return reinterpret_cast<const confer_value*>(&value);
}

// body() in a procedure that has not failed; else nothing much, and elsewhere the call fails.
template <class Body>
auto in_procedure(confer_call* call, const char* function, Body body) noexcept -> decltype(body()) {
    return guarded(*call, [&]() -> decltype(body()) {
        if (call->rows == nullptr) {
            call->fail_promise("calls `" + std::string(function) + "`, which is for procedures");
            return {};
        }
        if (status(*call) != 0) return {};
        return body();
    });
}

// A step that may fail.
template <class Body>
std::int32_t step(confer_call* call, const char* function, Body body) noexcept {
    in_procedure(call, function, [&] {
        if (Result<void> done = body(); !done) call->stop(std::move(done).error());
        return 0;
    });
    return status(*call);
}

// The ids of the names; nothing for null, which stands for all.
template <class Ids>
Result<std::optional<Ids>> unless_null(const Value& names, const PropertyGraph& graph,
                                       Result<Ids> (*ids_of)(const Value&, const PropertyGraph&)) {
    if (names.is_null()) return std::optional<Ids>();
    if (!names.is(Kind::list))
        return Error{.code = ErrorCode::invalid_argument_value,
                     .message = "labels and relationship types are a list of names, not " + with_article(names),
                     .hints = {"write them as `['Approach', 'Technique']`"},
                     .phase = Phase::runtime};
    CONFER_TRY(Ids ids, ids_of(names, graph));
    return std::optional(std::move(ids));
}

Result<std::shared_ptr<const View>> make_view(confer_call& call, const Value& labels, const Value& types) {
    GraphView::Selection selection;
    CONFER_TRY(selection.labels, unless_null(labels, call.graph, labels_named));
    CONFER_TRY(selection.types, unless_null(types, call.graph, types_named));
    if (selection.labels) CONFER_CHECK(call.rows->charge(2 * sizeof(NodeId) * std::size_t{call.graph.node_count()}));
    return std::make_shared<const View>(GraphView(call.graph, selection));
}

const confer_view* view(confer_call* call, const confer_value* labels, const confer_value* types) {
    return in_procedure(call, "view", [&]() -> const confer_view* {
        auto made = make_view(*call, value_of(labels), value_of(types));
        if (!made) {
            call->stop(std::move(made).error());
            return nullptr;
        }
        return call->views.emplace_front(std::move(made).value()).get();
    });
}

const confer_label_set* label_set(confer_call* call, const confer_value* names) {
    return in_procedure(call, "label_set", [&]() -> const confer_label_set* {
        auto labels = unless_null(value_of(names), call->graph, labels_named);
        if (!labels) {
            call->stop(std::move(labels).error());
            return nullptr;
        }
        return &call->label_sets.emplace_front(confer_label_set{call->graph, std::move(labels).value()});
    });
}

std::int32_t has_label(const confer_label_set* set, std::uint32_t node) {
    if (set == nullptr || node >= set->graph.node_count()) return 0;
    if (!set->labels) return 1;
    return std::ranges::any_of(*set->labels, [&](LabelId label) { return set->graph.has_label(node, label); }) ? 1 : 0;
}

std::size_t count_with(const confer_label_set* set) {
    if (set == nullptr) return 0;
    if (!set->labels) return set->graph.present_node_count();
    if (set->labels->size() == 1) return set->graph.nodes_with(set->labels->front()).size();
    std::size_t count = 0;
    for (NodeId node = 0; node < set->graph.node_count(); ++node) count += has_label(set, node) != 0 ? 1 : 0;
    return count;
}

confer_neighbours neighbours(const confer_view* view, std::size_t type, std::int32_t incoming, std::uint32_t node) {
    const GraphScope& scope = static_cast<const View*>(view)->scope;
    if (type >= scope.type_count) return {};
    const Direction direction = incoming == 0 ? Direction::outgoing : Direction::incoming;
    const Neighbours found = scope.topology->adjacency(scope.type(type), direction)[node];
    return {found.nodes.data(), found.edges.data(), found.size()};
}

std::uint32_t node_number(confer_call* call, const confer_value* node) {
    return guarded(*call, [&]() -> std::uint32_t {
        const Value& value = value_of(node);
        if (value.is(Kind::node)) return value.as_node();
        call->fail_kind(value, "a Node");
        return CONFER_NOWHERE;
    });
}

std::uint32_t relationship_number(confer_call* call, const confer_value* relationship) {
    return guarded(*call, [&]() -> std::uint32_t {
        const Value& value = value_of(relationship);
        if (value.is(Kind::relationship)) return value.as_relationship();
        call->fail_kind(value, "a Relationship");
        return CONFER_NOWHERE;
    });
}

// Whether there is such an element; if not, the call fails.
bool is_there(confer_call* call, std::uint32_t number, std::uint32_t count, const char* what) {
    if (number < count) return true;
    call->fail_promise("asks for " + std::string(what) + " " + std::to_string(number) + ", which there is not");
    return false;
}

const confer_value* node(confer_call* call, std::uint32_t number) {
    return guarded(*call, [&]() -> const confer_value* {
        if (!is_there(call, number, call->graph.node_count(), "node")) return nullptr;
        return handle(call->keep(Value::node(number)));
    });
}

const confer_value* relationship(confer_call* call, std::uint32_t number) {
    return guarded(*call, [&]() -> const confer_value* {
        if (!is_there(call, number, call->graph.edge_count(), "relationship")) return nullptr;
        return handle(call->keep(Value::relationship(number)));
    });
}

std::int32_t put_node(confer_call* call, std::uint32_t number) {
    return step(call, "put_node", [&]() -> Result<void> {
        if (!is_there(call, number, call->graph.node_count(), "node")) return {};
        return call->answer.put(Value::node(number));
    });
}

std::int32_t put_relationship(confer_call* call, std::uint32_t number) {
    return step(call, "put_relationship", [&]() -> Result<void> {
        if (!is_there(call, number, call->graph.edge_count(), "relationship")) return {};
        return call->answer.put(Value::relationship(number));
    });
}

std::int32_t relationship_numbers(confer_call* call, confer_str key, double otherwise, std::uint32_t first,
                                  std::uint32_t count, double* numbers) {
    return step(call, "relationship_numbers", [&]() -> Result<void> {
        const PropertyGraph& graph = call->graph;
        const auto name = text_of(key);
        const auto known = name ? graph.keys().find(*name) : std::nullopt;
        for (std::uint32_t i = 0; i < count; ++i) {
            if (i % 65536 == 0) CONFER_CHECK(call->rows->limits().check());
            const EdgeId edge = first + i;
            const Value value = known && edge < graph.edge_count() ? graph.edge_property(edge, *known) : Value();
            numbers[i] = value.is_number() ? value.as_number() : otherwise;
        }
        return {};
    });
}

const confer_value* component_types(confer_call* call) {
    return guarded(*call, [&] {
        const PropertyGraph& graph = call->graph;
        ValueList names;
        for (const std::string& name : graph.types().names()) {
            const RelationshipSchema* declared = graph.schema().relationship(name);
            if (graph.schema().empty() || (declared != nullptr && declared->component))
                names.push_back(Value::borrowed(name));
        }
        return handle(call->keep(Value(std::move(names))));
    });
}

std::int32_t go_on(confer_call* call) {
    return step(call, "go_on", [&] { return call->rows->limits().check(); });
}

std::int32_t charge(confer_call* call, std::size_t bytes) {
    return step(call, "charge", [&] { return call->rows->charge(bytes); });
}

std::int32_t reject(confer_call* call, confer_str message, confer_str hint) {
    guarded(*call, [&] {
        Error error{.code = ErrorCode::invalid_argument_value, .message = one_line(message)};
        if (hint.size > 0) error.hints.push_back(one_line(hint));
        call->fail(std::move(error));
        return 0;
    });
    return 1;
}

}  // namespace

void fill_viewing(confer_host_v1& table) {
    table.view = view;
    table.neighbours = neighbours;
    table.label_set = label_set;
    table.has_label = has_label;
    table.count_with = count_with;
    table.node_number = node_number;
    table.relationship_number = relationship_number;
    table.node = node;
    table.relationship = relationship;
    table.put_node = put_node;
    table.put_relationship = put_relationship;
    table.relationship_numbers = relationship_numbers;
    table.component_types = component_types;
    table.go_on = go_on;
    table.charge = charge;
    table.reject = reject;
}

}  // namespace confer::engine::plugin
