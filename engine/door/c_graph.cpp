// The graphs and statements of confer.h. Test: tests/suites/door/c_door_test.cpp.
#include <algorithm>
#include <memory>

#include "c_internal.h"
#include "convert_internal.h"

namespace confer::c {

char* hand_out(const std::string& text, std::size_t* size) {
    auto* out = static_cast<char*>(std::malloc(text.size() + 1));
    if (out == nullptr) throw std::bad_alloc();
    std::memcpy(out, text.c_str(), text.size() + 1);
    if (size != nullptr) *size = text.size();
    return out;
}

}  // namespace confer::c

using confer::c::give;
using confer::c::guarded;
using confer::c::hand_out;
using confer::c::misuse;
using confer::c::view;

namespace {

// Lets `*out` be what make() gives: a Result of what the handle holds.
template <class Handle, class Make>
confer_status open(Handle** out, confer_error** error, Make make) noexcept {
    if (out != nullptr) *out = nullptr;
    return guarded(error, [&] {
        if (out == nullptr) return misuse(error, "`out` is NULL");
        auto made = make();
        if (!made) return give(error, made.error());
        *out = std::make_unique<Handle>(std::move(*made)).release();
        return CONFER_OK;
    });
}

confer::Error null_argument(const char* what) {
    return confer::usage_error(std::string("`") + what + "` is NULL");
}

// The options as this version knows them. False when they ask for what only a later one knows.
bool read(const confer_options* given, confer_options& known) {
    if (given == nullptr) return true;
    if (given->size < sizeof(given->size)) return false;
    std::memcpy(&known, given, std::min(given->size, sizeof known));
    const auto* bytes = reinterpret_cast<const unsigned char*>(given);
    return given->size <= sizeof known ||
           std::all_of(bytes + sizeof known, bytes + given->size, [](unsigned char byte) { return byte == 0; });
}

confer::Result<confer::Answer> run(const confer::Statement& statement, const confer_options* given) {
    confer_options options = CONFER_OPTIONS_INIT;
    if (!read(given, options) || !(options.seconds >= 0))
        return confer::usage_error("the options are none that this version of Confer knows",
                                   {"begin with CONFER_OPTIONS_INIT"});
    confer::RunOptions with;
    if (options.seconds > 0) with.limits.seconds = options.seconds;
    if (options.rows > 0) with.limits.rows = options.rows;
    if (options.bytes > 0) with.limits.bytes = options.bytes;
    if (options.interrupt != nullptr) with.interrupt = &options.interrupt->interrupt;
    with.read_only = options.read_only != 0;
    with.sources = options.sources != 0;
    return statement.run(with);
}

confer_status bind(confer_statement* statement, const char* name, confer_error** error, auto make) noexcept {
    return guarded(error, [&] {
        if (statement == nullptr || name == nullptr) return misuse(error, "the statement or the name is NULL");
        confer::Result<confer::Value> value = make();
        if (!value) return give(error, value.error());
        statement->statement = statement->statement.bind(name, std::move(*value));
        return CONFER_OK;
    });
}

}  // namespace

const char* confer_version(void) {
    return confer::version();
}

void confer_free(char* text) {
    std::free(text);
}

// ---- Graphs

confer_status confer_graph_builtin(confer_graph** out, confer_error** error) {
    return open(out, error, [] { return confer::Graph::builtin(); });
}

confer_status confer_graph_open(const char* path, confer_graph** out, confer_error** error) {
    return open(out, error, [&]() -> confer::Result<confer::Graph> {
        if (path == nullptr) return null_argument("path");
        return confer::Graph::open(path);
    });
}

confer_status confer_graph_from_json(const char* json, size_t size, confer_graph** out, confer_error** error) {
    return open(out, error, [&]() -> confer::Result<confer::Graph> {
        if (json == nullptr) return null_argument("json");
        return confer::Graph::from_json(view(json, size));
    });
}

confer_status confer_graph_empty(confer_graph** out, confer_error** error) {
    return open(out, error, [] { return confer::Result<confer::Graph>(confer::Graph::empty()); });
}

void confer_graph_free(confer_graph* graph) {
    delete graph;
}

size_t confer_graph_node_count(const confer_graph* graph) {
    return graph == nullptr ? 0 : graph->graph.node_count();
}

size_t confer_graph_relationship_count(const confer_graph* graph) {
    return graph == nullptr ? 0 : graph->graph.relationship_count();
}

char* confer_graph_to_json(const confer_graph* graph, size_t* size, confer_error** error) {
    char* out = nullptr;
    if (size != nullptr) *size = 0;
    (void)guarded(error, [&] {
        if (graph == nullptr) return misuse(error, "the graph is NULL");
        const confer::Result<std::string> text = graph->graph.to_json();
        if (!text) return give(error, text.error());
        out = hand_out(*text, size);
        return CONFER_OK;
    });
    return out;
}

confer_status confer_graph_save(const confer_graph* graph, const char* path, confer_error** error) {
    return guarded(error, [&] {
        if (graph == nullptr || path == nullptr) return misuse(error, "the graph or the path is NULL");
        const confer::Result<void> saved = graph->graph.save(path);
        return saved ? CONFER_OK : give(error, saved.error());
    });
}

confer_status confer_graph_load_plugin(confer_graph* graph, const char* path, confer_error** error) {
    return guarded(error, [&] {
        if (graph == nullptr || path == nullptr) return misuse(error, "the graph or the path is NULL");
        const confer::Result<void> loaded = graph->graph.load_plugin(path);
        return loaded ? CONFER_OK : give(error, loaded.error());
    });
}

// ---- Running

confer_status confer_graph_ask(const confer_graph* graph, const char* statement, size_t size, const char* parameters,
                               const confer_options* options, confer_answer** out, confer_error** error) {
    return open(out, error, [&]() -> confer::Result<confer::Answer> {
        if (graph == nullptr) return null_argument("graph");
        if (statement == nullptr) return null_argument("statement");
        confer::Statement prepared = graph->graph.prepare(std::string(view(statement, size)));
        if (parameters != nullptr) {
            const confer::Result<confer::Value> given = confer::Value::from_json(parameters);
            if (!given) return given.error();
            if (given->as_map() == nullptr)
                return confer::usage_error("the parameters are not one JSON object",
                                           {"write them as {\"name\": value}"});
            for (const auto& [name, value] : *given->as_map()) prepared = prepared.bind(name, value);
        }
        return run(prepared, options);
    });
}

confer_status confer_graph_prepare(const confer_graph* graph, const char* statement, size_t size,
                                   confer_statement** out, confer_error** error) {
    return open(out, error, [&]() -> confer::Result<confer::Statement> {
        if (graph == nullptr) return null_argument("graph");
        if (statement == nullptr) return null_argument("statement");
        return graph->graph.prepare(std::string(view(statement, size)));
    });
}

confer_status confer_statement_copy(const confer_statement* statement, confer_statement** out, confer_error** error) {
    return open(out, error, [&]() -> confer::Result<confer::Statement> {
        if (statement == nullptr) return null_argument("statement");
        return statement->statement;
    });
}

void confer_statement_free(confer_statement* statement) {
    delete statement;
}

confer_status confer_bind_null(confer_statement* statement, const char* name, confer_error** error) {
    return bind(statement, name, error, [] { return confer::Value(); });
}

confer_status confer_bind_boolean(confer_statement* statement, const char* name, int32_t boolean,
                                  confer_error** error) {
    return bind(statement, name, error, [&] { return confer::Value(boolean != 0); });
}

confer_status confer_bind_integer(confer_statement* statement, const char* name, int64_t integer,
                                  confer_error** error) {
    return bind(statement, name, error, [&] { return confer::Value(std::int64_t{integer}); });
}

confer_status confer_bind_float(confer_statement* statement, const char* name, double number, confer_error** error) {
    return bind(statement, name, error, [&] { return confer::Value(number); });
}

confer_status confer_bind_text(confer_statement* statement, const char* name, const char* text, size_t size,
                               confer_error** error) {
    return bind(statement, name, error, [&]() -> confer::Result<confer::Value> {
        if (text == nullptr) return null_argument("text");
        return confer::Value(std::string(view(text, size)));
    });
}

confer_status confer_bind_json(confer_statement* statement, const char* name, const char* json, size_t size,
                               confer_error** error) {
    return bind(statement, name, error, [&]() -> confer::Result<confer::Value> {
        if (json == nullptr) return null_argument("json");
        return confer::Value::from_json(view(json, size));
    });
}

confer_status confer_bind_datum(confer_statement* statement, const char* name, const confer_datum* datum,
                                confer_error** error) {
    return bind(statement, name, error, [&]() -> confer::Result<confer::Value> {
        if (datum == nullptr) return null_argument("datum");
        return datum->value;
    });
}

confer_status confer_statement_run(const confer_statement* statement, const confer_options* options,
                                   confer_answer** out, confer_error** error) {
    return open(out, error, [&]() -> confer::Result<confer::Answer> {
        if (statement == nullptr) return null_argument("statement");
        return run(statement->statement, options);
    });
}

// ---- Interrupts

confer_interrupt* confer_interrupt_new(void) {
    confer_interrupt* made = nullptr;
    (void)guarded(nullptr, [&] {
        made = new confer_interrupt;
        return CONFER_OK;
    });
    return made;
}

void confer_interrupt_free(confer_interrupt* interrupt) {
    delete interrupt;
}

void confer_interrupt_request(confer_interrupt* interrupt) {
    if (interrupt != nullptr) interrupt->interrupt.request();
}

void confer_interrupt_reset(confer_interrupt* interrupt) {
    if (interrupt != nullptr) interrupt->interrupt.reset();
}
