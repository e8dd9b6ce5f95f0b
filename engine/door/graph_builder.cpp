// Graphs that programs put together. Test: tests/suites/door/builder_test.cpp.
#include "base/text_position.h"
#include "state_internal.h"

namespace confer {
namespace {

using Receiver = engine::load::GraphReceiver;

// The text, or the empty one and a problem.
std::string_view checked(Receiver& receiver, std::string_view text) {
    if (!engine::invalid_utf8(text)) return text;
    receiver.problem("a text is not UTF-8", {"convert the text to UTF-8"});
    return {};
}

void add_properties(Receiver& receiver, const Map& properties) {
    for (const auto& [key, value] : properties) {
        receiver.key(checked(receiver, key));
        if (const auto* text = value.as<std::string>()) {
            receiver.text(checked(receiver, *text));
            continue;
        }
        Converted converted = to_engine(value);
        if (const auto* unusable = std::get_if<Unusable>(&converted)) {
            receiver.problem("the property `" + key + "` " + unusable->why, {unusable->hint});
            receiver.value(engine::Value());
        } else {
            receiver.value(std::move(std::get<engine::Value>(converted)));
        }
    }
}

}  // namespace

GraphBuilder::GraphBuilder() : state_(std::make_unique<State>()) {
    state_->receiver.begin_file("graph");
}
GraphBuilder::~GraphBuilder() = default;
GraphBuilder::GraphBuilder(GraphBuilder&&) noexcept = default;
GraphBuilder& GraphBuilder::operator=(GraphBuilder&&) noexcept = default;

GraphBuilder& GraphBuilder::head(std::string_view json) {
    Receiver& receiver = state_->receiver;
    if (receiver.has_elements()) {
        receiver.problem("the head comes after an element", {"call `head` before the first `node` or `relationship`"});
    } else {
        receiver.head(checked(receiver, json));
    }
    return *this;
}

GraphBuilder& GraphBuilder::node(std::string_view id, const std::vector<std::string>& labels, const Map& properties) {
    Receiver& receiver = state_->receiver;
    receiver.begin_node(checked(receiver, id));
    for (const std::string& label : labels) receiver.label(checked(receiver, label));
    add_properties(receiver, properties);
    receiver.end();
    return *this;
}

GraphBuilder& GraphBuilder::relationship(std::string_view from, std::string_view type, std::string_view to,
                                         const Map& properties) {
    Receiver& receiver = state_->receiver;
    receiver.begin_edge(checked(receiver, from), checked(receiver, type), checked(receiver, to));
    add_properties(receiver, properties);
    receiver.end();
    return *this;
}

Result<Graph> GraphBuilder::build() && {
    auto graph = std::move(state_->receiver).finish("the graph");
    if (!graph) return to_public(graph.error(), "");
    return Graph(std::make_shared<Graph::State>(std::move(graph).value()));
}

}  // namespace confer
