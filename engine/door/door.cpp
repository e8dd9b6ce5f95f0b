// The C++ door: between the types that users see and those of the engine. Test: tests/suites/door, tests/install.
#include <algorithm>
#include <map>
#include <set>

#include "base/text_position.h"
#include "confer/confer.hpp"
#include "format/cell_text.h"
#include "format/render.h"
#include "load/file_source.h"
#include "load/read_graph.h"
#include "session/database.h"
#include "session/prepared.h"

namespace confer {
namespace {

Error to_public(const engine::Error& error, std::string_view statement) {
    Error out{.code = std::string(engine::info(error.code).name),
              .message = error.message,
              .hints = error.hints,
              .rendered = engine::render(error, statement)};
    if (error.span) {
        const engine::TextPosition position = engine::position_at(statement, error.span->begin);
        out.line = position.line;
        out.column = position.column;
    }
    return out;
}

Value to_public(const engine::Value& value, const engine::PropertyGraph& graph);

Node node_of(engine::NodeId id, const engine::PropertyGraph& graph) {
    Node node;
    node.id = graph.number_of(id);
    for (const engine::LabelId label : graph.labels_of(id)) node.labels.push_back(graph.labels().name(label));
    for (const engine::KeyId key : graph.node_keys(id)) {
        node.properties.emplace_back(graph.keys().name(key), to_public(graph.property(id, key), graph));
    }
    std::sort(node.properties.begin(), node.properties.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    return node;
}

Relationship relationship_of(engine::EdgeId id, const engine::PropertyGraph& graph) {
    const engine::EdgeEnds ends = graph.ends(id);
    Relationship edge;
    edge.id = graph.number_of_relationship(id);
    edge.start = graph.number_of(ends.source);
    edge.end = graph.number_of(ends.target);
    edge.type = graph.types().name(graph.type_of(id));
    for (const engine::KeyId key : graph.edge_keys(id)) {
        edge.properties.emplace_back(graph.keys().name(key), to_public(graph.edge_property(id, key), graph));
    }
    std::sort(edge.properties.begin(), edge.properties.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    return edge;
}

Value to_public(const engine::Value& value, const engine::PropertyGraph& graph) {
    using engine::Kind;
    switch (value.kind()) {
        case Kind::null:
            return {};
        case Kind::boolean:
            return value.as_boolean();
        case Kind::integer:
            return value.as_integer();
        case Kind::floating:
            return value.as_floating();
        case Kind::string:
            return std::string(value.as_string());
        case Kind::node:
            return node_of(value.as_node(), graph);
        case Kind::relationship:
            return relationship_of(value.as_relationship(), graph);
        case Kind::list: {
            List list;
            for (const engine::Value& item : value.as_list()) list.push_back(to_public(item, graph));
            return list;
        }
        case Kind::map: {
            Map map;
            for (const auto& [key, item] : value.as_map()) map.emplace_back(key, to_public(item, graph));
            return map;
        }
        case Kind::path: {
            Path path;
            for (const engine::NodeId node : value.as_path().nodes) path.nodes.push_back(node_of(node, graph));
            for (const engine::EdgeId edge : value.as_path().edges)
                path.relationships.push_back(relationship_of(edge, graph));
            return path;
        }
    }
    return {};
}

// What keeps a value from being a parameter, and what to do about it.
struct Unusable {
    const char* why;
    const char* hint;
};

Error not_a_parameter(const std::string& name, const Unusable& unusable) {
    const std::string message = "the parameter `" + name + "` " + unusable.why;
    return {.code = "usage", .message = message, .hints = {unusable.hint}, .rendered = "error[usage]: " + message};
}

constexpr Unusable of_a_snapshot{"is a node, a relationship or a path", "give its `id` property instead"};
constexpr Unusable not_utf8{"has a text that is not UTF-8", "convert the text to UTF-8"};
constexpr Unusable too_deep{"nests more than 1,000 lists and maps", "give a flatter value"};
constexpr Unusable key_twice{"has a map with the same key twice", "leave one of them out"};

using Converted = std::variant<engine::Value, Unusable>;

Converted to_engine(const Value& value, std::uint32_t depth = 0);

Converted text_to_engine(std::string_view text) {
    if (engine::invalid_utf8(text)) return not_utf8;
    return engine::Value(text);
}

Converted list_to_engine(const List& list, std::uint32_t depth) {
    if (depth == engine::Value::max_depth) return too_deep;
    engine::ValueList items;
    for (const Value& item : list) {
        Converted converted = to_engine(item, depth + 1);
        if (const auto* unusable = std::get_if<Unusable>(&converted)) return *unusable;
        items.push_back(std::move(std::get<engine::Value>(converted)));
    }
    return engine::Value(std::move(items));
}

Converted map_to_engine(const Map& map, std::uint32_t depth) {
    if (depth == engine::Value::max_depth) return too_deep;
    engine::ValueMap entries;
    std::set<std::string_view> keys;
    for (const auto& [key, item] : map) {
        if (engine::invalid_utf8(key)) return not_utf8;
        if (!keys.insert(key).second) return key_twice;
        Converted converted = to_engine(item, depth + 1);
        if (const auto* unusable = std::get_if<Unusable>(&converted)) return *unusable;
        entries.emplace_back(key, std::move(std::get<engine::Value>(converted)));
    }
    return engine::Value(std::move(entries));
}

// `depth`: of the lists and maps around the value.
Converted to_engine(const Value& value, std::uint32_t depth) {
    if (const auto* boolean = value.as<bool>()) return engine::Value(*boolean);
    if (const auto* integer = value.as<std::int64_t>()) return engine::Value(*integer);
    if (const auto* floating = value.as<double>()) return engine::Value(*floating);
    if (const auto* text = value.as<std::string>()) return text_to_engine(*text);
    if (const List* list = value.as_list()) return list_to_engine(*list, depth);
    if (const Map* map = value.as_map()) return map_to_engine(*map, depth);
    if (value.is_null()) return engine::Value();
    return of_a_snapshot;
}

std::string title_of(const Node& node) {
    for (const char* key : {"name", "id"}) {
        const auto found = std::find_if(node.properties.begin(), node.properties.end(),
                                        [&](const auto& entry) { return entry.first == key; });
        if (found != node.properties.end()) return found->second.to_string();
    }
    return "(#" + std::to_string(node.id) + ")";
}

}  // namespace

struct Interrupt::State {
    engine::CancelToken token;
};
struct Graph::State {
    State() = default;
    explicit State(engine::GraphPtr graph) : database(std::move(graph)) {}
    engine::Database database;
};
struct Statement::State {
    std::shared_ptr<Graph::State> graph;
    std::shared_ptr<const engine::Prepared> prepared;
    engine::exec::Parameters parameters;
    std::map<std::string, Unusable> unusable;  // parameters that can't be given, by name
};
struct Answer::State {
    engine::Answer answer;
};

// ---- Value

std::string Value::to_string() const {
    if (const auto* boolean = as<bool>()) return *boolean ? "true" : "false";
    if (const auto* text = as<std::string>()) return *text;
    if (const Node* node = as_node()) return title_of(*node);
    if (const Relationship* edge = as_relationship()) return "[:" + edge->type + "]";
    if (const List* list = as_list()) {
        std::string out;
        for (const Value& item : *list) out += (out.empty() ? "" : ", ") + item.to_string();
        return out;
    }
    if (const Map* map = as_map()) {
        std::string out = "{";
        for (const auto& [key, item] : *map) out += (out.size() > 1 ? ", " : "") + key + ": " + item.to_string();
        return out + "}";
    }
    if (const Path* path = as_path()) {
        std::string out;
        for (std::size_t i = 0; i < path->nodes.size(); ++i) {
            if (i > 0) {
                const bool forward = path->relationships[i - 1].start == path->nodes[i - 1].id;
                out += (forward ? "-[:" : "<-[:") + path->relationships[i - 1].type + (forward ? "]->" : "]-");
            }
            out += "(" + title_of(path->nodes[i]) + ")";
        }
        return out;
    }
    const Converted number = to_engine(*this);
    const auto* converted = std::get_if<engine::Value>(&number);
    return converted != nullptr ? engine::format::cell_text(*converted, *engine::Database().graph()) : std::string();
}

// ---- Interrupt

Interrupt::Interrupt() : state_(std::make_shared<State>()) {}
void Interrupt::request() noexcept {
    state_->token.request();
}
void Interrupt::reset() noexcept {
    state_->token.reset();
}

// ---- Answer

Answer::Answer(std::shared_ptr<const State> state) : state_(std::move(state)) {}
std::size_t Answer::row_count() const noexcept {
    return state_->answer.rows.size();
}
std::size_t Answer::column_count() const noexcept {
    return state_->answer.columns.size();
}
const std::string& Answer::column_name(std::size_t column) const {
    return state_->answer.columns[column].name;
}

Value Answer::at(std::size_t row, std::size_t column) const {
    return to_public(state_->answer.rows[row][column], *state_->answer.graph);
}

std::vector<Value> Answer::column(std::size_t column) const {
    std::vector<Value> values;
    values.reserve(row_count());
    for (std::size_t row = 0; row < row_count(); ++row) values.push_back(at(row, column));
    return values;
}

std::vector<Source> Answer::sources() const {
    std::vector<Source> out;
    for (const engine::Source& source : state_->answer.sources) {
        out.push_back({.id = source.id,
                       .title = source.title,
                       .authors = source.authors,
                       .publisher = source.publisher,
                       .url = source.url,
                       .quality = source.quality,
                       .year = source.year,
                       .weak = source.weak});
    }
    return out;
}

std::vector<std::size_t> Answer::citations(std::size_t row) const {
    if (state_->answer.citations.empty()) return {};
    const auto& cited = state_->answer.citations[row];
    return {cited.begin(), cited.end()};
}

const std::vector<std::string>& Answer::notices() const {
    return state_->answer.notices;
}
Changes Answer::changes() const {
    const engine::Stats& stats = state_->answer.stats;
    return {.nodes_created = stats.nodes_created,
            .nodes_deleted = stats.nodes_deleted,
            .relationships_created = stats.relationships_created,
            .relationships_deleted = stats.relationships_deleted,
            .labels_added = stats.labels_added,
            .labels_removed = stats.labels_removed,
            .properties_set = stats.properties_set,
            .properties_removed = stats.properties_removed};
}
const std::string& Answer::pattern() const {
    return state_->answer.pattern;
}
double Answer::seconds() const noexcept {
    return state_->answer.seconds;
}

Result<std::string> Answer::to_text(std::string_view format) const {
    if (const auto known = engine::format::format_called(format)) return engine::format::render(state_->answer, *known);
    const std::string message = "there is no format called `" + std::string(format) + "`";
    std::string all;
    for (const std::string& name : engine::format::format_names()) all += (all.empty() ? "" : ", ") + name;
    return Error{.code = "usage",
                 .message = message,
                 .hints = {"the formats are " + all},
                 .rendered = "error[usage]: " + message};
}

// ---- Statement

Statement::Statement(std::shared_ptr<const State> state) : state_(std::move(state)) {}

Statement Statement::bind(std::string name, Value value) const {
    auto bound = std::make_shared<State>(*state_);
    Converted converted = to_engine(value);
    if (const auto* unusable = std::get_if<Unusable>(&converted)) {
        bound->unusable.insert_or_assign(std::move(name), *unusable);
    } else {
        bound->unusable.erase(name);
        bound->parameters.insert_or_assign(std::move(name), std::move(std::get<engine::Value>(converted)));
    }
    return Statement(std::move(bound));
}

Result<Answer> Statement::run(const RunOptions& options) const {
    if (!state_->unusable.empty()) {
        const auto& [name, unusable] = *state_->unusable.begin();
        return not_a_parameter(name, unusable);
    }
    engine::RunOptions run;
    run.limits = {options.limits.seconds, options.limits.rows, options.limits.bytes};
    run.with_sources = options.sources;
    run.read_only = options.read_only;
    if (options.interrupt != nullptr) run.cancel = &options.interrupt->state_->token;
    run.parameters = state_->parameters;
    auto answer = state_->graph->database.run(*state_->prepared, run);
    if (!answer) return to_public(answer.error(), state_->prepared->text());
    return Answer(std::make_shared<const Answer::State>(Answer::State{std::move(answer).value()}));
}

// ---- Graph

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
