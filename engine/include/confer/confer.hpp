#pragma once
// confer.hpp: the C++ door: open or build a graph, ask it, read the answer.
//
//     confer::Result<confer::Graph> graph = confer::Graph::builtin();
//     confer::Result<confer::Answer> answer = graph->ask("which approaches share components?");
//     for (const confer::Row& row : *answer) std::cout << row[0].to_string() << '\n';
//
// Nothing of what Confer is built with shows in this header. C++20. For other languages there is confer/confer.h, with
// an ABI that stays; this one's is that of one minor version.
//
// Ownership  every type is a value: copying a Graph, a Statement or an Answer is cheap and shares what is immutable. An
//            Answer keeps alive the snapshot of the graph that it speaks of.
// Threads    const member functions may be called from any number of threads at once; an Interrupt from any thread at
//            any time. Everything else belongs to one thread at a time.
// Errors     functions that can fail return a Result. No exception leaves this door, but std::bad_alloc.
// Units      seconds, bytes, rows; byte offsets are not used: places are lines and columns, 1-based, in code points.
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#if defined(__GNUC__)
#define CONFER_API __attribute__((visibility("default")))
#else
#define CONFER_API
#endif

namespace confer {

// The version of the library, "0.1.0". That of the header is the package's that it came with.
CONFER_API const char* version() noexcept;
// What Answer::to_text() can write: "table", "list", "csv", …
CONFER_API const std::vector<std::string>& formats();

// What went wrong, and what to do about it.
struct Error {
    std::string code;                    // stable, kebab-case: "unknown-name"; docs/errors.md explains each
    std::string message;                 // one sentence
    std::uint32_t line = 0, column = 0;  // in the statement; 0: not in the statement
    std::uint32_t length = 0;            // of what is wrong there, in code points; 0: something is missing there
    std::vector<std::string> hints;      // each says what to type instead
    std::string rendered;                // message, place with carets and hints, as a terminal shows them
};

// A T, or the Error that kept it from existing.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    explicit operator bool() const noexcept { return state_.index() == 0; }
    // REQUIRES: a value.
    T& operator*() { return *std::get_if<0>(&state_); }
    const T& operator*() const { return *std::get_if<0>(&state_); }
    T* operator->() { return std::get_if<0>(&state_); }
    const T* operator->() const { return std::get_if<0>(&state_); }
    // REQUIRES: an error.
    const Error& error() const { return *std::get_if<1>(&state_); }

private:
    std::variant<T, Error> state_;
};

// Success, or the Error that stood in its way.
template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : error_(std::move(error)) {}

    explicit operator bool() const noexcept { return !error_; }
    // REQUIRES: an error.
    const Error& error() const { return *error_; }

private:
    std::optional<Error> error_;
};

class Value;
using List = std::vector<Value>;
using Map = std::vector<std::pair<std::string, Value>>;  // sorted by key

struct Node {
    std::uint32_t id = 0;  // kept as long as the graph is open; the graph's own ids are the property `id`
    std::vector<std::string> labels;
    Map properties;
};

struct Relationship {
    std::uint32_t id = 0, start = 0, end = 0;
    std::string type;
    Map properties;
};

// nodes.size() == relationships.size() + 1
struct Path {
    std::vector<Node> nodes;
    std::vector<Relationship> relationships;
};

// One value of an answer, or a parameter.
class Value {
public:
    using Storage = std::variant<std::monostate, bool, std::int64_t, double, std::string, std::shared_ptr<const List>,
                                 std::shared_ptr<const Map>, std::shared_ptr<const Node>,
                                 std::shared_ptr<const Relationship>, std::shared_ptr<const Path>>;

    Value() = default;  // null
    Value(bool boolean) : storage_(boolean) {}
    Value(int integer) : storage_(std::int64_t{integer}) {}
    Value(std::int64_t integer) : storage_(integer) {}
    Value(double floating) : storage_(floating) {}
    Value(std::string text) : storage_(std::move(text)) {}
    Value(const char* text) : storage_(std::string(text)) {}
    Value(List list) : storage_(std::make_shared<const List>(std::move(list))) {}
    Value(Map map) : storage_(std::make_shared<const Map>(std::move(map))) {}
    Value(Node node) : storage_(std::make_shared<const Node>(std::move(node))) {}
    Value(Relationship relationship) : storage_(std::make_shared<const Relationship>(std::move(relationship))) {}
    Value(Path path) : storage_(std::make_shared<const Path>(std::move(path))) {}

    bool is_null() const noexcept { return storage_.index() == 0; }
    // The value as a T (bool, std::int64_t, double, std::string), or nullptr when it is of another kind.
    template <class T>
    const T* as() const noexcept {
        return std::get_if<T>(&storage_);
    }
    const List* as_list() const noexcept { return pointee<List>(); }
    const Map* as_map() const noexcept { return pointee<Map>(); }
    const Node* as_node() const noexcept { return pointee<Node>(); }
    const Relationship* as_relationship() const noexcept { return pointee<Relationship>(); }
    const Path* as_path() const noexcept { return pointee<Path>(); }
    const Storage& storage() const noexcept { return storage_; }

    // As a person would read it: texts as they are, nodes by name, lists joined by ", ", null as "".
    CONFER_API std::string to_string() const;
    // From JSON: a number with neither point nor exponent is an integer, any other a float. Errors: protocol, for what
    // is no JSON or doesn't fit into 64 bits; nesting-too-deep.
    CONFER_API static Result<Value> from_json(std::string_view json);

private:
    template <class T>
    const T* pointee() const noexcept {
        const auto* shared = std::get_if<std::shared_ptr<const T>>(&storage_);
        return shared != nullptr ? shared->get() : nullptr;
    }
    Storage storage_;
};

using Parameters = std::vector<std::pair<std::string, Value>>;

// Stops a run from another thread, or from a signal handler.
class CONFER_API Interrupt {
public:
    Interrupt();
    void request() noexcept;  // async-signal-safe
    void reset() noexcept;

private:
    friend class Statement;
    struct State;
    std::shared_ptr<State> state_;
};

// What one run may use. Going over gives the errors `timeout`, `row-limit`, `memory-limit`.
struct Limits {
    std::optional<double> seconds = {};
    std::optional<std::uint64_t> rows = {};
    std::optional<std::uint64_t> bytes = {};
};

struct RunOptions {
    Limits limits = {};
    const Interrupt* interrupt = nullptr;
    bool sources = true;     // find what a question's rows rest on
    bool read_only = false;  // refuse statements that write: `read-only`
};

// Where a claim comes from.
struct Source {
    std::string id, title, authors, publisher, url, quality;
    std::optional<std::int64_t> year;
    bool weak = false;
};

// What a statement did to the graph, event by event.
struct Changes {
    std::uint64_t nodes_created = 0, nodes_deleted = 0, relationships_created = 0, relationships_deleted = 0,
                  labels_added = 0, labels_removed = 0, properties_set = 0, properties_removed = 0;
};

class Row;
class RowIterator;

// Rows, and what they rest on.
class CONFER_API Answer {
public:
    std::size_t row_count() const noexcept;
    std::size_t column_count() const noexcept;
    const std::string& column_name(std::size_t column) const;
    // What the statement's analysis knows of the column: "STRING", "LIST OF INTEGER", "ANY", …
    std::string column_type(std::size_t column) const;
    // Which column is called so; nothing when none is. Cost: O(column_count()).
    std::optional<std::size_t> column_called(std::string_view name) const noexcept;

    // The rows one after the other.
    RowIterator begin() const;
    RowIterator end() const;
    // REQUIRES: row < row_count(), column < column_count(). Cost: a copy of the value; a node or relationship brings
    // its properties.
    Value at(std::size_t row, std::size_t column) const;
    // The whole column. Cost: row_count() times at().
    std::vector<Value> column(std::size_t column) const;

    // The sources that the answer rests on, in order of first use; empty for patterns.
    std::vector<Source> sources() const;
    // Indexes into sources() of what the row rests on.
    std::vector<std::size_t> citations(std::size_t row) const;
    const std::vector<std::string>& notices() const;
    // What the statement changed; nothing but zeros when it only reads.
    Changes changes() const;
    // The pattern that ran: a question's translation.
    const std::string& pattern() const;
    double seconds() const noexcept;

    // The whole answer in one of formats(), as the command's `--format` writes it; "html" and "svg" are made to stand
    // in a page. Errors: usage for any other name.
    Result<std::string> to_text(std::string_view format) const;

private:
    friend class Statement;
    struct State;
    explicit Answer(std::shared_ptr<const State> state);
    std::shared_ptr<const State> state_;
};

// One row of an answer, which it keeps alive.
class Row {
public:
    Row(Answer answer, std::size_t index) : answer_(std::move(answer)), index_(index) {}

    std::size_t index() const noexcept { return index_; }
    // REQUIRES: column < column_count(). Cost: as Answer::at().
    Value operator[](std::size_t column) const { return answer_.at(index_, column); }
    // Null when no column is called so.
    Value operator[](std::string_view column) const {
        const std::optional<std::size_t> found = answer_.column_called(column);
        return found ? answer_.at(index_, *found) : Value();
    }
    std::vector<std::size_t> citations() const { return answer_.citations(index_); }

private:
    Answer answer_;
    std::size_t index_;
};

// A forward iterator over rows; keeps the answer alive.
class RowIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using difference_type = std::ptrdiff_t;
    using value_type = Row;
    using pointer = void;
    using reference = Row;

    RowIterator(Answer answer, std::size_t index) : answer_(std::move(answer)), index_(index) {}

    Row operator*() const { return {answer_, index_}; }
    RowIterator& operator++() {
        ++index_;
        return *this;
    }
    RowIterator operator++(int) {
        RowIterator before = *this;
        ++index_;
        return before;
    }
    // REQUIRES: iterators of the same answer.
    friend bool operator==(const RowIterator& a, const RowIterator& b) { return a.index_ == b.index_; }

private:
    Answer answer_;
    std::size_t index_;
};

inline RowIterator Answer::begin() const {
    return {*this, 0};
}
inline RowIterator Answer::end() const {
    return {*this, row_count()};
}

// A statement with its parameters, to be run any number of times. It is parsed and planned by its first run, and again
// only when a parameter becomes a value of another kind; the statements that bind() makes of it share the plan.
class CONFER_API Statement {
public:
    // The statement with $name set to value. Cost: a copy of the parameters.
    Statement bind(std::string name, const Value& value) const;
    const std::string& text() const noexcept;
    // Errors: whatever is wrong with the statement, its parameters or the run.
    Result<Answer> run(const RunOptions& options = {}) const;

private:
    friend class Graph;
    struct State;
    explicit Statement(std::shared_ptr<const State> state);
    std::shared_ptr<const State> state_;
};

// A graph that can be asked and changed. Copies share one graph: what a statement that writes (CREATE, MERGE, SET,
// REMOVE, DELETE) changes through one of them, all see. Each statement reads one snapshot from its beginning to its
// end, and a statement that fails changes nothing; those that write take turns.
class CONFER_API Graph {
public:
    // The graph of psychotherapies that is built into the library. Cost: some milliseconds.
    static Result<Graph> builtin();
    // A graph JSON file, a folder that holds graph.json, or an openCypher script (`.cypher`). Errors: `bad-data` with
    // all problems in `rendered`, `cannot-read`.
    static Result<Graph> open(const std::string& path);
    // Graph JSON in memory. Errors: `bad-data`.
    static Result<Graph> from_json(std::string_view json);
    static Graph empty();

    std::size_t node_count() const noexcept;
    std::size_t relationship_count() const noexcept;

    // The graph as it is now, as graph JSON: equal graphs give equal texts, and from_json() gives the same graph again.
    // Errors: `cannot-write`, for what graph JSON can't say (a NaN, say).
    Result<std::string> to_json() const;
    // The same into a file, in the format that its name ends in: `.json`, `.cypher`, or one that a plugin brings. The
    // file is whole, or what it was before. Errors: `cannot-write`, `usage`.
    Result<void> save(const std::string& path) const;

    // Loads a plugin (confer/plugin.h) for this graph and its copies: native code with all rights of the process. No
    // statement can do so. Errors: `plugin`; nothing is added then.
    Result<void> load_plugin(const std::string& path);

    // A statement on this graph: a pattern or a question. It is checked when it runs.
    Statement prepare(std::string statement) const;
    // prepare() and run() in one.
    Result<Answer> ask(std::string statement, const Parameters& parameters = {}, const RunOptions& options = {}) const;

private:
    friend class Statement;
    friend class GraphBuilder;
    struct State;
    explicit Graph(std::shared_ptr<State> state);
    std::shared_ptr<State> state_;
};

// Puts a graph together element by element, with the checks that files get. Relationships may come before their nodes.
//
//     confer::GraphBuilder builder;
//     builder.node("tea", {"Drink"}, {{"name", "Tea"}}).node("milk", {"Drink"}).relationship("tea", "GOES_WITH",
//     "milk"); confer::Result<confer::Graph> graph = std::move(builder).build();
class CONFER_API GraphBuilder {
public:
    GraphBuilder();
    ~GraphBuilder();
    GraphBuilder(GraphBuilder&&) noexcept;
    GraphBuilder& operator=(GraphBuilder&&) noexcept;

    // What graph JSON says of a graph besides its nodes and edges: `{"name": …, "schema": …}`. Before the first
    // element.
    GraphBuilder& head(std::string_view json);
    // Properties are booleans, integers, floats, texts, and lists of these; null is no property.
    GraphBuilder& node(std::string_view id, const std::vector<std::string>& labels, const Map& properties = {});
    GraphBuilder& relationship(std::string_view from, std::string_view type, std::string_view to,
                               const Map& properties = {});
    // Errors: `bad-data`, with all problems: ids that occur twice, relationships to nowhere, what the schema forbids.
    Result<Graph> build() &&;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace confer
