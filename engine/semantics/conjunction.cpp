#include "semantics/conjunction.h"

namespace confer::engine::typed {

namespace {

constexpr std::size_t most_conditions = 200;

std::size_t count_conditions(const Expr& condition) {
    const auto* operation = std::get_if<Operation>(&condition.node);
    if (operation == nullptr || operation->op != Op::and_) return 1;
    std::size_t count = 0;
    for (const ExprPtr& operand : operation->operands) count += count_conditions(*operand);
    return count;
}

}  // namespace

void split_conjunction(ExprPtr condition, std::vector<ExprPtr>& conditions) {
    if (!condition) return;
    auto* operation = std::get_if<Operation>(&condition->node);
    if (operation == nullptr || operation->op != Op::and_ || count_conditions(*condition) > most_conditions) {
        conditions.push_back(std::move(condition));
        return;
    }
    for (ExprPtr& operand : operation->operands) split_conjunction(std::move(operand), conditions);
}

}  // namespace confer::engine::typed
