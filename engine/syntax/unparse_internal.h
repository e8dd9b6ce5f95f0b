#pragma once
// unparse, part by part: each function appends to the text so far.
#include <string>

#include "syntax/ast_clause.h"

namespace confer::engine::syntax {

// How tightly an expression binds, loosest first; the table is in grammar/README.md.
enum class Binding : std::uint8_t {
    or_,
    xor_,
    and_,
    not_,
    comparison,
    predicate,
    sum,
    product,
    power,
    sign,
    labels,
    suffix,
    atom,
};

void write(std::string& out, const ast::Expr& expr, Binding at_least = Binding::or_);
void write(std::string& out, const ast::LabelExpr& labels);
void write(std::string& out, const ast::PathPattern& pattern);
void write(std::string& out, const ast::Query& query, std::string_view between_clauses);
// Clauses that write: unparse_update.cpp
void write(std::string& out, const ast::Create& create, std::string_view between_clauses);
void write(std::string& out, const ast::Merge& merge, std::string_view between_clauses);
void write(std::string& out, const ast::Set& set, std::string_view between_clauses);
void write(std::string& out, const ast::Remove& remove, std::string_view between_clauses);
void write(std::string& out, const ast::Delete& clause, std::string_view between_clauses);
void write_string(std::string& out, std::string_view text);
void write_key(std::string& out, std::string_view name);         // property keys, labels, types
void write_variable(std::string& out, std::string_view name);    // also needs backticks when it is reserved
void write_name_parts(std::string& out, std::string_view name);  // of a function or a procedure: a.b.c
void write_parameter(std::string& out, std::string_view name);
void write_map(std::string& out, const ast::MapLiteral& map);

// Writes ", " before each item but the first.
class Commas {
public:
    explicit Commas(std::string& out) : out_(out) {}
    void next() {
        if (!first_) out_ += ", ";
        first_ = false;
    }

private:
    std::string& out_;
    bool first_ = true;
};

}  // namespace confer::engine::syntax
