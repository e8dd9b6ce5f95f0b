#pragma once
// Node texts: a node property that the graph stores as pooled texts, read in place instead of through Values.
//
// Ownership  NodeTexts refers to the evaluator it was found in and to the graph.
#include <optional>

#include "exec/expr/compile_internal.h"
#include "exec/expr/kernel_internal.h"

namespace confer::engine::exec {

struct NodeTexts {
    const Evaluator* nodes;
    const PropertyColumn* column;  // storage: string
};

// What `evaluator` reads, if it is such a property.
std::optional<NodeTexts> node_texts(const Evaluator& evaluator);

// The texts of a column of nodes, row by row.
class NodeTextRows {
public:
    NodeTextRows(const PropertyColumn& texts, const Column& nodes) : texts_(texts), nodes_(nodes.ids(), nodes) {}
    bool has(RowIndex row) const { return texts_.has(nodes_[row]); }
    StringId id(RowIndex row) const { return texts_.strings()[nodes_[row]]; }
    std::string_view operator[](RowIndex row) const { return texts_.string(nodes_[row]); }

private:
    const PropertyColumn& texts_;
    Rows<std::uint32_t> nodes_;
};

// `left op right` where left is such a property, and right another one or the same text in all rows; nothing
// when left is none. Leaves `left` and `right` alone then.
EvaluatorPtr make_node_text_comparison(typed::Op op, EvaluatorPtr& left, EvaluatorPtr& right, SourceSpan span);

}  // namespace confer::engine::exec
