// Tested by suites/plugins/transfer_test.cpp.
#include "load/graph_receiver.h"

#include <optional>

#include "load/element_reader_internal.h"
#include "load/end_rules_internal.h"
#include "load/load_state_internal.h"
#include "load/read_head_internal.h"

namespace confer::engine::load {

struct GraphReceiver::State {
    LoadState load;
    std::uint32_t line = 0, file = 0;
    std::optional<ElementReader> elements;  // of the file
    std::uint32_t next_index = 0;
    bool open = false, expects_value = false;

    State() { load.problems.leave_out_pointers(); }
    void begin(ElementReader::Element element) {
        elements->begin(element, next_index++);
        open = true;
        expects_value = false;
    }
};

GraphReceiver::GraphReceiver() : state_(std::make_unique<State>()) {}
GraphReceiver::~GraphReceiver() = default;

void GraphReceiver::begin_file(std::string display_name) {
    if (state_->elements) state_->elements->flush();
    state_->file = state_->load.problems.add_file(std::move(display_name));
    state_->line = 0;
    state_->elements.emplace(state_->load, state_->file, ElementReader::Members::by_role);
}

void GraphReceiver::at_line(std::uint32_t line) {
    state_->line = line;
    if (state_->elements) state_->elements->at_line(line);
}

void GraphReceiver::head(std::string_view json) {
    const std::uint32_t line = state_->line;
    read_head(state_->load, json, state_->file, line == 0 ? 1 : line);
}

void GraphReceiver::begin_node(std::string_view id) {
    state_->begin(ElementReader::Element::node);
    state_->elements->role(ElementReader::Role::id, id);
}

void GraphReceiver::begin_edge(std::string_view from, std::string_view type, std::string_view to) {
    state_->begin(ElementReader::Element::edge);
    state_->elements->role(ElementReader::Role::from, from);
    state_->elements->role(ElementReader::Role::type, type);
    state_->elements->role(ElementReader::Role::to, to);
}

void GraphReceiver::label(std::string_view name) {
    state_->elements->role(ElementReader::Role::labels, name);
}

void GraphReceiver::key(std::string_view name) {
    state_->elements->key(name);
    state_->expects_value = true;
}

void GraphReceiver::text(std::string_view text) {
    state_->elements->text(text);
    state_->expects_value = false;
}

void GraphReceiver::value(Value value) {
    state_->elements->value(std::move(value));
    state_->expects_value = false;
}

void GraphReceiver::end() {
    state_->elements->end();
    state_->open = false;
}

bool GraphReceiver::is_open() const {
    return state_->open;
}

bool GraphReceiver::expects_value() const {
    return state_->expects_value;
}

bool GraphReceiver::has_elements() const {
    return state_->load.has_data;
}

void GraphReceiver::problem(std::string message, std::vector<std::string> hints) {
    state_->load.problems.add(state_->file, state_->line, {}, [&] {
        return Problem{std::move(message), std::move(hints)};
    });
}

Result<GraphPtr> GraphReceiver::finish(std::string_view name) && {
    LoadState& load = state_->load;
    if (state_->elements) state_->elements->flush();
    settle(load);
    if (!load.problems.empty()) return std::move(load.problems).summary(name);
    load.declared_at = {};
    load.unsettled = {};
    load.cardinality = {};
    return std::move(load.builder).finish();
}

}  // namespace confer::engine::load
