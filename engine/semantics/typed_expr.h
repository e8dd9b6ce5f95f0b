#pragma once
// typed::Expr: an expression whose names are settled: variables are numbers, functions are specs, the
// type is as narrow as can be told without running it.
//
// Labels, relationship types and property keys stay names: they get their ids when a plan is lowered
// onto a graph (exec/lower), so that a plan outlives a snapshot.
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/error.h"
#include "function/function_spec.h"
#include "value/type.h"
#include "value/value.h"

namespace confer::engine::typed {

// Unique in the whole statement: a variable that goes out of scope never shares its number.
using VarId = std::uint32_t;
inline constexpr VarId no_variable = 0xFFFFFFFFU;

struct Expr;
using ExprPtr = std::unique_ptr<Expr>;
struct PatternGraph;  // typed_query.h
struct Query;         // typed_query.h

// A boolean combination of labels (or relationship types).
struct LabelTest;
using LabelTestPtr = std::unique_ptr<LabelTest>;
struct LabelTest {
    enum class Op : std::uint8_t { name, any, negation, conjunction, disjunction } op = Op::name;
    std::string name;
    std::vector<LabelTestPtr> parts;
};

enum class Op : std::uint8_t {
    // logic, three-valued
    not_,
    and_,
    or_,
    xor_,
    // comparison
    equal,
    not_equal,
    less,
    less_equal,
    greater,
    greater_equal,
    is_null,
    is_not_null,
    // arithmetic
    add,
    subtract,
    multiply,
    divide,
    remainder,
    power,
    minus,
    plus,
    // strings and collections
    starts_with,
    ends_with,
    contains,
    matches,
    in,
    index,  // object, index
    slice,  // object, from, to (Constant null for an open end: see Slice::open)
};

struct Constant {
    Value value;
};
struct Parameter {
    std::string name;
};
struct Variable {
    VarId id;
};
struct Property {
    ExprPtr object;
    std::string key;
};
struct Operation {
    Op op;
    std::vector<ExprPtr> operands;
    bool from_open = false, to_open = false;
};
// Operators of arithmetic, to be taken from the left. ops.size() + 1 == operands.size()
struct Chain {
    std::vector<ExprPtr> operands;
    std::vector<Op> ops;
};
struct HasLabels {
    ExprPtr object;
    LabelTestPtr test;
};
struct Call {
    const FunctionSpec* function;
    std::vector<ExprPtr> arguments;
};
struct List {
    std::vector<ExprPtr> items;
};
struct Map {
    std::vector<std::pair<std::string, ExprPtr>> entries;  // keys distinct
};
struct Case {
    ExprPtr subject;  // may be null
    std::vector<std::pair<ExprPtr, ExprPtr>> branches;
    ExprPtr otherwise;  // may be null
};
struct ListComprehension {
    VarId variable;
    ExprPtr list, where, result;  // where, result may be null
};
struct Quantifier {
    enum class Form : std::uint8_t { all, any, none, single } form;
    VarId variable;
    ExprPtr list, where;  // where never null
};
struct Reduce {
    VarId accumulator;
    ExprPtr initial;
    VarId variable;
    ExprPtr list, body;
};
struct MapProjection {  // entries override, in order; all_properties first copies the object's
    ExprPtr object;
    bool all_properties = false;
    std::vector<std::pair<std::string, ExprPtr>> entries;
};
// A subquery inside an expression; the planner turns it into a correlated subplan and a Variable, so the
// executor's evaluator never meets one. `outer` lists the variables of the surrounding scope it reads, those
// of a list expression around it included. Projections inside pass on the outer variables that later clauses
// read (as keys, when grouping); only one that aggregates without keys does not have them in its input.
struct Subquery {
    enum class Form : std::uint8_t { exists, count, collect } form;
    std::unique_ptr<PatternGraph> pattern;  // pattern predicate or comprehension; null when `query` is set
    ExprPtr where;                          // may be null
    ExprPtr result;                         // of a collected pattern
    std::unique_ptr<Query> query;           // EXISTS { }, COUNT { }; COLLECT { } of its only column
    std::vector<VarId> outer;
};
// An aggregate never appears here: the analyser moves it into typed::Projection::aggregates.

struct Expr {
    SourceSpan span;
    ValueType type;
    std::variant<Constant, Parameter, Variable, Property, Operation, Chain, HasLabels, Call, List, Map, Case,
                 ListComprehension, Quantifier, Reduce, MapProjection, Subquery>
        node;

    // Out of line, where PatternGraph and Query are complete (typed_query.cpp).
    Expr();
    Expr(Expr&&) noexcept;
    Expr& operator=(Expr&&) noexcept;
    ~Expr();
};

// A deep copy; and structural equality, places apart. O(size).
ExprPtr clone(const Expr& expr);
bool same(const Expr& a, const Expr& b);

}  // namespace confer::engine::typed
