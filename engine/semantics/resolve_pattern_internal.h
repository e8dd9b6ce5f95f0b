#pragma once
// PatternResolver: the paths of one MATCH, or of one pattern in an expression, on their way to a typed::PatternGraph.
//
// Errors     those of the parts; after one it is of no further use.
#include <optional>

#include "semantics/resolve_internal.h"

namespace confer::engine::semantics {

class PatternResolver {
public:
    PatternResolver(Analysis& in, NewVariables rule) : in_(in), rule_(rule) {}

    // First all paths are declared, then their conditions are added, in the same order.
    Result<void> declare(const ast::PathPattern& path, const std::optional<ast::Name>& path_name);
    Result<void> add_conditions(const ast::PathPattern& path);
    typed::PatternGraph take() { return std::move(graph_); }

private:
    Analysis& in_;
    NewVariables rule_;
    typed::PatternGraph graph_;
    std::size_t next_node_ = 0, next_relationship_ = 0;           // of add_conditions: positions below
    std::vector<std::size_t> drawn_nodes_, drawn_relationships_;  // indexes in graph_, as they were drawn

    // ---- resolve_pattern.cpp
    void learn(VarId variable, bool bound, const typed::LabelTest& labels);
    Result<std::size_t> declare_node(const ast::NodePattern& node);
    Result<std::size_t> declare_relationship(const ast::RelationshipPattern& relationship, std::size_t from);
    Result<void> declare_path(const ast::Name& name, typed::NamedPath path);
    Result<VarId> declare_new(const ast::Name& name, ValueType type);
    Result<VarId> declare_new(const std::optional<ast::Name>& name, ValueType type, SourceSpan span);

    // `after_star`: they follow a number of steps, `*`.
    Result<void> add_properties(const ast::Expr& properties, VarId owner, std::vector<ExprPtr>& conditions,
                                bool after_star = false);
    Result<void> add_where(const ast::Expr& where, std::vector<ExprPtr>& conditions);
    Result<void> add_node_conditions(const ast::NodePattern& node, VarId variable);
    Result<void> add_relationship_conditions(const ast::RelationshipPattern& drawn,
                                             typed::PatternRelationship& relationship);

    // ---- resolve_quantified.cpp
    Result<std::size_t> declare_quantified(const ast::RelationshipPattern& drawn, std::size_t from);
    Result<void> declare_turn(const ast::PathPattern& path, typed::Turn& turn);
    Result<VarId> declare_inside(const std::optional<ast::Name>& name, Kind kind, SourceSpan span, std::size_t position,
                                 typed::Turn& turn);
    Result<void> add_turn_conditions(const ast::PathPattern& path, typed::Turn& turn);
    Result<void> check_reads(const typed::Expr& condition, const typed::Turn& turn) const;

    // ---- resolve_selector.cpp
    Result<void> select(const ast::PathPattern& path);
};

typed::Towards to_towards(ast::Direction direction);
// Errors: invalid_relationship_pattern.
Result<typed::PatternRelationship::Hops> to_hops(const ast::HopRange& range, SourceSpan span);

// Selectors that stand beside other paths, and what shortestPath() can't search for.
Result<void> check_selectors(std::span<const ast::PathPattern> paths);

}  // namespace confer::engine::semantics
