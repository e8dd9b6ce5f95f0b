#pragma once
// The compile seam: one function for each form of typed::Expr, each in the file of its noun.
//
// Shapes     compile_part() picks the function; the functions call compile_part() for their parts.
// Cost       small stack frames: expressions nest a thousand levels deep.
#include <memory>
#include <utility>
#include <vector>

#include "exec/expr/evaluator.h"

namespace confer::engine::exec {

// What the parts of an expression are compiled against.
struct Scope {
    const Layout& layout;
    const PropertyGraph& graph;
};

struct Compiled {
    EvaluatorPtr evaluator;
    // The value depends on nothing but the expression, and costs no more than its size to compute.
    bool constant = false;

    ColumnKind kind() const { return evaluator->kind(); }
};

// `expr` and everything in it; a constant part becomes its value.
Compiled compile_part(const typed::Expr& expr, const Scope& scope);
// The same, made boolean: at run time anything but a boolean or null is invalid_argument_type.
Compiled compile_condition(const typed::Expr& expr, const Scope& scope);

// Each takes one form, and the expression it is in (for its span and type).
Compiled compile(const typed::Constant& constant, const typed::Expr& expr, const Scope& scope);
Compiled compile(const typed::Parameter& parameter, const typed::Expr& expr, const Scope& scope);
Compiled compile(const typed::Variable& variable, const typed::Expr& expr, const Scope& scope);
Compiled compile(const typed::Property& property, const typed::Expr& expr, const Scope& scope);
Compiled compile(const typed::Chain& chain, const typed::Expr& expr, const Scope& scope);
Compiled compile(const typed::HasLabels& test, const typed::Expr& expr, const Scope& scope);
Compiled compile(const typed::Call& call, const typed::Expr& expr, const Scope& scope);
Compiled compile(const typed::List& list, const typed::Expr& expr, const Scope& scope);
Compiled compile(const typed::Map& map, const typed::Expr& expr, const Scope& scope);
Compiled compile(const typed::MapProjection& projection, const typed::Expr& expr, const Scope& scope);
Compiled compile(const typed::Case& choice, const typed::Expr& expr, const Scope& scope);
Compiled compile(const typed::ListComprehension& comprehension, const typed::Expr& expr, const Scope& scope);
Compiled compile(const typed::Quantifier& quantifier, const typed::Expr& expr, const Scope& scope);
Compiled compile(const typed::Reduce& reduce, const typed::Expr& expr, const Scope& scope);

// Operations, by family.
Compiled compile_logic(const typed::Operation& operation, const typed::Expr& expr, const Scope& scope);
Compiled compile_comparison(const typed::Operation& operation, const typed::Expr& expr, const Scope& scope);
Compiled compile_null_test(const typed::Operation& operation, const typed::Expr& expr, const Scope& scope);
Compiled compile_arithmetic(const typed::Operation& operation, const typed::Expr& expr, const Scope& scope);
Compiled compile_text(const typed::Operation& operation, const typed::Expr& expr, const Scope& scope);
Compiled compile_match(const typed::Operation& operation, const typed::Expr& expr, const Scope& scope);
Compiled compile_membership(const typed::Operation& operation, const typed::Expr& expr, const Scope& scope);
Compiled compile_index(const typed::Operation& operation, const typed::Expr& expr, const Scope& scope);
Compiled compile_slice(const typed::Operation& operation, const typed::Expr& expr, const Scope& scope);
// coalesce() looks at an argument only where those before it are null.
Compiled compile_coalesce(const typed::Call& call, const typed::Expr& expr, const Scope& scope);

// A value known now, as an expression; of the narrowest kind, or of the one given.
EvaluatorPtr make_constant(Value value, SourceSpan span);
EvaluatorPtr make_constant(Column column, SourceSpan span);
// The value of a constant part; nullptr when it is not known before the run.
const Value* constant_value(const Evaluator& evaluator);

// Several parts at once, and whether all of them are constant.
struct CompiledParts {
    std::vector<EvaluatorPtr> evaluators;
    bool constant = true;
    void add(Compiled part) {
        constant = constant && part.constant;
        evaluators.push_back(std::move(part.evaluator));
    }
};

}  // namespace confer::engine::exec
