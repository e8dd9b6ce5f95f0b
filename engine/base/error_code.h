#pragma once
// ErrorCode: every kind of failure, with its names in the outside world.
//
// One table gives each code its kebab-case name (terminal, docs/errors.md, `:explain`), its
// openCypher type and detail code (pipe protocol) and the process's exit status. Names are
// stable: programs match on them.
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace confer::engine {

// X(enumerator, "kebab-name", "openCypher compile-time type", "openCypher run-time type", "DetailCode", exit status)
#define CONFER_ERROR_CODES(X)                                                                                          \
    X(syntax, "syntax", "SyntaxError", "SyntaxError", "UnexpectedSyntax", 1)                                           \
    X(unknown_name, "unknown-name", "SyntaxError", "SemanticError", "UnknownName", 1)                                  \
    X(ambiguous_name, "ambiguous-name", "SyntaxError", "SemanticError", "AmbiguousName", 1)                            \
    X(unknown_label, "unknown-label", "SyntaxError", "SemanticError", "UnknownLabel", 1)                               \
    X(unknown_relationship_type, "unknown-relationship-type", "SyntaxError", "SemanticError",                          \
      "UnknownRelationshipType", 1)                                                                                    \
    X(unknown_property, "unknown-property", "SyntaxError", "SemanticError", "UnknownProperty", 1)                      \
    X(unknown_function, "unknown-function", "SyntaxError", "SyntaxError", "UnknownFunction", 1)                        \
    X(unknown_procedure, "unknown-procedure", "ProcedureError", "ProcedureError", "ProcedureNotFound", 1)              \
    X(unknown_question, "unknown-question", "SyntaxError", "SyntaxError", "UnexpectedSyntax", 1)                       \
    X(unfitting_words, "unfitting-words", "SyntaxError", "SyntaxError", "UnexpectedSyntax", 1)                         \
    X(undefined_variable, "undefined-variable", "SyntaxError", "SyntaxError", "UndefinedVariable", 1)                  \
    X(variable_type_conflict, "variable-type-conflict", "SyntaxError", "SyntaxError", "VariableTypeConflict", 1)       \
    X(variable_already_bound, "variable-already-bound", "SyntaxError", "SyntaxError", "VariableAlreadyBound", 1)       \
    X(no_variables_in_scope, "no-variables-in-scope", "SyntaxError", "SyntaxError", "NoVariablesInScope", 1)           \
    X(column_name_conflict, "column-name-conflict", "SyntaxError", "SyntaxError", "ColumnNameConflict", 1)             \
    X(no_expression_alias, "no-expression-alias", "SyntaxError", "SyntaxError", "NoExpressionAlias", 1)                \
    X(invalid_aggregation, "invalid-aggregation", "SyntaxError", "SyntaxError", "InvalidAggregation", 1)               \
    X(ambiguous_aggregation, "ambiguous-aggregation", "SyntaxError", "SyntaxError", "AmbiguousAggregationExpression",  \
      1)                                                                                                               \
    X(nested_aggregation, "nested-aggregation", "SyntaxError", "SyntaxError", "NestedAggregation", 1)                  \
    X(non_constant_expression, "non-constant-expression", "SyntaxError", "SyntaxError", "NonConstantExpression", 1)    \
    X(invalid_clause_composition, "invalid-clause-composition", "SyntaxError", "SyntaxError",                          \
      "InvalidClauseComposition", 1)                                                                                   \
    X(different_columns_in_union, "different-columns-in-union", "SyntaxError", "SyntaxError",                          \
      "DifferentColumnsInUnion", 1)                                                                                    \
    X(relationship_uniqueness, "relationship-uniqueness", "SyntaxError", "SyntaxError",                                \
      "RelationshipUniquenessViolation", 1)                                                                            \
    X(invalid_argument_type, "invalid-argument-type", "SyntaxError", "TypeError", "InvalidArgumentType", 1)            \
    X(invalid_argument_value, "invalid-argument-value", "SyntaxError", "TypeError", "InvalidArgumentValue", 1)         \
    X(invalid_range_argument, "invalid-range-argument", "SyntaxError", "ArgumentError", "InvalidArgumentType", 1)      \
    X(invalid_number_of_arguments, "invalid-number-of-arguments", "SyntaxError", "SyntaxError",                        \
      "InvalidNumberOfArguments", 1)                                                                                   \
    X(invalid_argument_passing_mode, "invalid-argument-passing-mode", "SyntaxError", "SyntaxError",                    \
      "InvalidArgumentPassingMode", 1)                                                                                 \
    X(negative_integer_argument, "negative-integer-argument", "SyntaxError", "SyntaxError", "NegativeIntegerArgument", \
      1)                                                                                                               \
    X(invalid_row_count, "invalid-row-count", "SyntaxError", "SyntaxError", "InvalidArgumentType", 1)                  \
    X(number_out_of_range, "number-out-of-range", "SyntaxError", "ArgumentError", "NumberOutOfRange", 1)               \
    X(no_properties, "no-properties", "TypeError", "TypeError", "InvalidArgumentType", 1)                              \
    X(list_element_access_by_non_integer, "list-element-access-by-non-integer", "SyntaxError", "TypeError",            \
      "ListElementAccessByNonInteger", 1)                                                                              \
    X(map_element_access_by_non_string, "map-element-access-by-non-string", "SyntaxError", "TypeError",                \
      "MapElementAccessByNonString", 1)                                                                                \
    X(integer_overflow, "integer-overflow", "SyntaxError", "ArithmeticError", "IntegerOverflow", 1)                    \
    X(floating_point_overflow, "floating-point-overflow", "SyntaxError", "ArithmeticError", "FloatingPointOverflow",   \
      1)                                                                                                               \
    X(division_by_zero, "division-by-zero", "SyntaxError", "ArithmeticError", "DivisionByZero", 1)                     \
    X(invalid_number_literal, "invalid-number-literal", "SyntaxError", "SyntaxError", "InvalidNumberLiteral", 1)       \
    X(invalid_unicode_literal, "invalid-unicode-literal", "SyntaxError", "SyntaxError", "InvalidUnicodeLiteral", 1)    \
    X(invalid_unicode_character, "invalid-unicode-character", "SyntaxError", "SyntaxError", "InvalidUnicodeCharacter", \
      1)                                                                                                               \
    X(missing_parameter, "missing-parameter", "ParameterMissing", "ParameterMissing", "MissingParameter", 1)           \
    X(invalid_parameter_use, "invalid-parameter-use", "SyntaxError", "SyntaxError", "InvalidParameterUse", 1)          \
    X(invalid_relationship_pattern, "invalid-relationship-pattern", "SyntaxError", "SyntaxError",                      \
      "InvalidRelationshipPattern", 1)                                                                                 \
    X(read_only, "read-only", "SemanticError", "SemanticError", "ReadOnly", 1)                                         \
    X(no_single_relationship_type, "no-single-relationship-type", "SyntaxError", "SyntaxError",                        \
      "NoSingleRelationshipType", 1)                                                                                   \
    X(requires_directed_relationship, "requires-directed-relationship", "SyntaxError", "SyntaxError",                  \
      "RequiresDirectedRelationship", 1)                                                                               \
    X(creating_var_length, "creating-var-length", "SyntaxError", "SyntaxError", "CreatingVarLength", 1)                \
    X(invalid_delete, "invalid-delete", "SyntaxError", "SyntaxError", "InvalidDelete", 1)                              \
    X(merge_read_own_writes, "merge-read-own-writes", "SemanticError", "SemanticError", "MergeReadOwnWrites", 1)       \
    X(invalid_property_type, "invalid-property-type", "TypeError", "TypeError", "InvalidPropertyType", 1)              \
    X(deleted_entity_access, "deleted-entity-access", "EntityNotFound", "EntityNotFound", "DeletedEntityAccess", 1)    \
    X(delete_connected_node, "delete-connected-node", "ConstraintVerificationFailed", "ConstraintVerificationFailed",  \
      "DeleteConnectedNode", 1)                                                                                        \
    X(schema_violation, "schema-violation", "ConstraintVerificationFailed", "ConstraintVerificationFailed",            \
      "SchemaViolation", 1)                                                                                            \
    X(statement_too_large, "statement-too-large", "SyntaxError", "SyntaxError", "StatementTooLarge", 1)                \
    X(nesting_too_deep, "nesting-too-deep", "SyntaxError", "SyntaxError", "NestingTooDeep", 1)                         \
    X(bad_data, "bad-data", "DataError", "DataError", "InvalidGraphData", 3)                                           \
    X(cannot_read, "cannot-read", "DataError", "DataError", "CannotRead", 3)                                           \
    X(cannot_write, "cannot-write", "DataError", "DataError", "CannotWrite", 2)                                        \
    X(usage, "usage", "UsageError", "UsageError", "Usage", 2)                                                          \
    X(protocol, "protocol", "ProtocolError", "ProtocolError", "InvalidRequest", 2)                                     \
    X(timeout, "timeout", "LimitError", "LimitError", "Timeout", 4)                                                    \
    X(memory_limit, "memory-limit", "LimitError", "LimitError", "MemoryLimit", 4)                                      \
    X(row_limit, "row-limit", "LimitError", "LimitError", "RowLimit", 4)                                               \
    X(interrupted, "interrupted", "LimitError", "LimitError", "Interrupted", 4)                                        \
    X(plugin, "plugin", "PluginError", "PluginError", "PluginFailed", 5)                                               \
    X(internal, "internal", "InternalError", "InternalError", "Internal", 5)

enum class ErrorCode : std::uint8_t {
#define CONFER_ERROR_ENUMERATOR(id, ...) id,
    CONFER_ERROR_CODES(CONFER_ERROR_ENUMERATOR)
#undef CONFER_ERROR_ENUMERATOR
};

struct ErrorCodeInfo {
    ErrorCode code;
    std::string_view name;          // "unknown-name"
    std::string_view compile_type;  // "SyntaxError"
    std::string_view runtime_type;  // "TypeError"
    std::string_view detail;        // "UndefinedVariable"
    int exit_status;
};

// All rows of the table, in the enumeration's order.
const std::vector<ErrorCodeInfo>& error_codes();

const ErrorCodeInfo& info(ErrorCode code);

// The code called `name` ("unknown-name"), if there is one.
std::optional<ErrorCode> error_code(std::string_view name);

// A paragraph for people: what the code means, why it happens, how to get out of it, with an example.
// The same text stands in docs/errors.md.
std::string_view explain(ErrorCode code);

}  // namespace confer::engine
