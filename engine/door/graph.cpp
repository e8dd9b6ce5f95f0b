// Graphs as users see them. Test: tests/suites/door, tests/install.
#include "load/file_source.h"
#include "load/read_graph.h"
#include "load/write_graph.h"
#include "state_internal.h"

namespace confer {

const char* version() noexcept {
    return CONFER_VERSION;
}

Graph::Graph(std::shared_ptr<State> state) : state_(std::move(state)) {}

Result<Graph> Graph::builtin() {
    auto state = std::make_shared<State>();
    if (const auto loaded = state->database.load_builtin(); !loaded) return to_public(loaded.error(), "");
    return Graph(std::move(state));
}

Result<Graph> Graph::open(const std::string& path) {
    auto state = std::make_shared<State>();
    if (const auto loaded = state->database.load(path); !loaded) return to_public(loaded.error(), "");
    return Graph(std::move(state));
}

Result<Graph> Graph::from_json(std::string_view json) {
    auto graph = engine::load::read_graph(engine::load::TextFiles({{"graph.json", json}}), "graph.json");
    if (!graph) return to_public(graph.error(), "");
    return Graph(std::make_shared<State>(std::move(graph).value()));
}

Graph Graph::empty() {
    return Graph(std::make_shared<State>());
}

std::size_t Graph::node_count() const noexcept {
    return state_->database.graph()->node_count();
}
std::size_t Graph::relationship_count() const noexcept {
    return state_->database.graph()->edge_count();
}

Result<std::string> Graph::to_json() const {
    auto text = engine::load::write_graph(*state_->database.graph());
    if (!text) return to_public(text.error(), "");
    return std::move(text).value();
}

Result<void> Graph::save(const std::string& path) const {
    const auto saved = state_->database.save(path);
    if (!saved) return to_public(saved.error(), "");
    return {};
}

Result<void> Graph::load_plugin(const std::string& path) {
    const auto loaded = state_->database.load_plugin(path);
    if (!loaded) return to_public(loaded.error(), "");
    return {};
}

Statement Graph::prepare(std::string statement) const {
    auto prepared = std::make_shared<const engine::Prepared>(std::move(statement));
    return Statement(std::make_shared<const Statement::State>(Statement::State{state_, std::move(prepared), {}, {}}));
}

Result<Answer> Graph::ask(std::string statement, const Parameters& parameters, const RunOptions& options) const {
    Statement prepared = prepare(std::move(statement));
    for (const auto& [name, value] : parameters) prepared = prepared.bind(name, value);
    return prepared.run(options);
}

}  // namespace confer
