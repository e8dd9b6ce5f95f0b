#pragma once
// FunctionSpec and AggregateSpec: a function of the language as a value: name, documentation, types,
// null rule, examples and code. The registry, `:help`, completion, docs and the example test read it.
//
// Threads    specs are immutable; `call` may run in several threads at once.
// Errors     run-time errors without span: the caller knows the place.
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/cancel.h"
#include "base/result.h"
#include "graph/property_graph.h"
#include "value/type.h"
#include "value/value.h"

namespace confer::engine {

// What a function may see besides its arguments.
struct CallContext {
    const PropertyGraph& graph;
    const void* user = nullptr;  // the spec's own
    // Those of the run, where there is one. A function that makes much of little asks before it does.
    RunLimits* limits = nullptr;
};

enum class NullRule : std::uint8_t {
    null_in_null_out,  // any null argument gives null; `call` never sees one
    sees_nulls,
};

struct ParameterSpec {
    std::string name;
    ValueType type;
    bool optional = false;  // optional ones come last
};

struct ExampleSpec {
    std::string expression, result;  // "size('graph')", "5"
};

struct FunctionSpec {
    std::string name;  // as documented: "toUpper"; found in any case
    std::string doc;   // one or two sentences
    std::vector<ParameterSpec> parameters = {};
    bool variadic = false;  // the last parameter may repeat
    ValueType returns = ValueType::any();
    NullRule nulls = NullRule::null_in_null_out;
    bool deterministic = true;  // may be folded when its arguments are constant and it needs no graph
    bool needs_graph = false;
    std::vector<ExampleSpec> examples = {};
    // REQUIRES: the number of arguments fits `parameters`; their kinds do not have to (run-time
    // values of unknown type): then the error is invalid_argument_value.
    Result<Value> (*call)(CallContext&, std::span<const Value>) = nullptr;
    const void* user = nullptr;  // what `call` needs besides, handed to it in its CallContext; outlives the spec
};

// The running state of one aggregate in one group.
class Accumulator {
public:
    virtual ~Accumulator() = default;
    // One row's arguments. Null rules are the accumulator's own (count(x) and all others skip null).
    virtual Result<void> add(std::span<const Value> arguments) = 0;
    virtual Result<Value> finish() = 0;
    virtual std::size_t heap_bytes() const { return 0; }
};

struct AggregateSpec {
    std::string name;
    std::string doc;
    std::vector<ParameterSpec> parameters = {};
    ValueType returns = ValueType::any();
    std::vector<ExampleSpec> examples = {};  // over UNWIND: "UNWIND [1, 2] AS x RETURN sum(x)", "3"
    // Which one it is, so that the executor can run the common ones without an Accumulator.
    enum class Fast : std::uint8_t { none, count_rows, count, sum, min, max, avg, collect } fast = Fast::none;
    std::unique_ptr<Accumulator> (*make)() = nullptr;
};

}  // namespace confer::engine
