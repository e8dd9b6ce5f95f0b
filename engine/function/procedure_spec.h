#pragma once
// ProcedureSpec: a procedure of the language as a value: name, documentation, inputs, outputs and code. Where a
// function gives one value, a procedure gives rows: CALL name(inputs) YIELD outputs.
//
// Ownership  `user` is shared with the spec, and a statement that calls a procedure shares the spec.
// Threads    specs are immutable; `call` may run in several threads at once; the rows of one call belong to one thread.
// Errors     run-time errors without span: the caller knows the place.
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/cancel.h"
#include "base/notices.h"
#include "base/result.h"
#include "graph/property_graph.h"
#include "value/type.h"
#include "value/value.h"

namespace confer::engine {

// What a procedure may see besides its arguments. `limits` are those of the statement: long computations ask them.
// `notices` takes what is to be said about the answer as a whole; null: nobody reads it.
struct ProcedureContext {
    const PropertyGraph& graph;
    RunLimits& limits;
    const void* user = nullptr;  // the spec's own
    Notices* notices = nullptr;
};

struct ProcedureInput {
    std::string name;
    ValueType type;
    std::optional<Value> otherwise = {};  // its value when the call leaves it out; such inputs come last
};

struct ProcedureOutput {
    std::string name;
    ValueType type;
};

// The rows of one call, given bit by bit. Refers to the context's graph and limits.
class ProcedureRows {
public:
    virtual ~ProcedureRows() = default;
    // Appends up to `most` further rows, for each a value to every one of `columns`, which are the outputs; none when
    // there are no more.
    virtual Result<void> next(std::size_t most, std::span<ValueList> columns) = 0;
    virtual std::size_t heap_bytes() const { return 0; }
};
using ProcedureRowsPtr = std::unique_ptr<ProcedureRows>;

struct ProcedureSpec {
    std::string name;  // as documented: "db.labels"; found in any case
    std::string doc;   // one or two sentences
    std::vector<ProcedureInput> inputs = {};
    std::vector<ProcedureOutput> outputs = {};  // none: it is void, and a row that calls it goes on as it is
    // Whether the same arguments always give the same rows of one graph, so that a statement may call it once for many.
    bool deterministic = true;
    // REQUIRES: as many arguments as inputs, each null or of a kind of the input's type; what lists hold is not
    // checked.
    Result<ProcedureRowsPtr> (*call)(ProcedureContext&, std::span<const Value>) = nullptr;
    std::shared_ptr<const void> user = nullptr;  // what `call` needs besides, handed to it in its context
};

// "db.labels() :: (label :: String)": for people.
std::string signature_of(const ProcedureSpec& spec);

// Rows that are known already. REQUIRES: each as wide as there are outputs.
ProcedureRowsPtr ready_rows(std::vector<ValueList> rows);

}  // namespace confer::engine
