#include "exec/expr/elements_internal.h"

#include <algorithm>

#include "semantics/children.h"

namespace confer::engine::exec {

namespace {

void collect_slots(const typed::Expr& expr, const Layout& outer,
                   std::vector<std::pair<typed::VarId, std::uint32_t>>& found) {
    if (const auto* const variable = std::get_if<typed::Variable>(&expr.node)) {
        const std::pair use(variable->id, outer.slot(variable->id));
        const bool known = std::find(found.begin(), found.end(), use) != found.end();
        if (use.second != Layout::absent && !known) found.push_back(use);
        return;
    }
    typed::each_child(expr, [&](const typed::Expr& child) { collect_slots(child, outer, found); });
}

}  // namespace

InnerScope::InnerScope(const Layout& outer, std::initializer_list<const typed::Expr*> parts) {
    std::vector<std::pair<typed::VarId, std::uint32_t>> found;
    for (const typed::Expr* const part : parts) {
        if (part != nullptr) collect_slots(*part, outer, found);
    }
    for (const auto& [variable, slot] : found) {
        layout_.add(variable, outer.kind(slot));
        carried_.push_back(slot);
    }
}

Result<void> set_element(Column& out, RowIndex row, const Value& value, SourceSpan span) {
    if (!out.accepts(value)) {
        return runtime_error(ErrorCode::invalid_argument_type, span,
                             with_article(value.kind()) + " can't stand among elements of another type here");
    }
    out.set(row, value);
    return {};
}

Elements::Elements(const InnerScope& scope, const Column& lists, const RowView& outer, SourceSpan list_span)
    : scope_(scope), lists_(lists), outer_(outer), list_span_(list_span), rows_(rows_of(outer, all_)) {
    batch_.columns.resize(scope.layout().column_count());
}

// Moves on to the next list that has elements left; false at the end, or at what is no list.
bool Elements::open_list() {
    for (; row_ < rows_.size(); ++row_) {
        if (!is_open_) {
            list_ = lists_[rows_[row_]];
            element_ = 0;
            is_open_ = true;
            if (!list_.is_null() && !list_.is(Kind::list)) return false;
        }
        if (list_.is(Kind::list) && element_ < list_.as_list().size()) return true;
        is_open_ = false;
    }
    return false;
}

void Elements::skip(RowIndex outer) {
    if (row_ >= rows_.size() || !is_open_ || rows_[row_] != outer) return;
    is_open_ = false;
    ++row_;
}

Result<void> Elements::take(std::span<const Value> elements, RowIndex origin) {
    Column& own = batch_.columns[scope_.carried().size()];
    const auto first = static_cast<RowIndex>(origins_.size());
    own.resize(first + elements.size());
    for (RowIndex i = 0; i < elements.size(); ++i) CONFER_CHECK(set_element(own, first + i, elements[i], list_span_));
    origins_.insert(origins_.end(), elements.size(), origin);
    return {};
}

Result<bool> Elements::next(RunContext& run) {
    CONFER_CHECK(run.limits.check());
    origins_.clear();
    for (std::uint32_t slot = 0; slot < batch_.columns.size(); ++slot)
        batch_.columns[slot].reset(scope_.layout().kind(slot), 0);
    while (origins_.size() < batch_rows && open_list()) {
        const std::span<const Value> rest = list_.as_list().subspan(element_);
        const std::size_t count = std::min(rest.size(), batch_rows - origins_.size());
        CONFER_CHECK(take(rest.first(count), rows_[row_]));
        element_ += count;
    }
    if (origins_.size() < batch_rows && row_ < rows_.size()) return wrong_type(list_span_, "a List", list_);
    for (std::size_t i = 0; i < scope_.carried().size(); ++i)
        batch_.columns[i].append_rows(outer_.column(scope_.carried()[i]), origins_);
    batch_.set_row_count(origins_.size());
    return !origins_.empty();
}

}  // namespace confer::engine::exec
