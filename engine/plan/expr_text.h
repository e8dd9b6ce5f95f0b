#pragma once
// expr_text: typed expressions in the language's notation, for plans.
//
// Shapes     a variable without a name of its own is shown as `_7`.
// Cost       linear.
#include <string>
#include <vector>

#include "semantics/typed_query.h"

namespace confer::engine::plan {

class ExprText {
public:
    explicit ExprText(const std::vector<typed::VariableInfo>& variables) : variables_(&variables) {}

    std::string of(const typed::Expr& expr) const { return text(expr, 0); }
    std::string name(typed::VarId variable) const;
    // As in a pattern, where the anonymous need no name.
    std::string pattern_name(typed::VarId variable) const { return (*variables_)[variable].name; }
    std::string names(const std::vector<typed::VarId>& variables) const;

private:
    std::string text(const typed::Expr& expr, int precedence) const;
    std::string operation(const typed::Operation& operation, int precedence) const;
    std::string chain(const typed::Chain& chain, int precedence) const;
    std::string listed(const std::vector<typed::ExprPtr>& exprs) const;

    const std::vector<typed::VariableInfo>* variables_;
};

std::string to_text(const typed::LabelTest& test);

}  // namespace confer::engine::plan
