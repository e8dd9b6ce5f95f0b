// The clauses that write.
#include "syntax/to_ast_internal.h"

namespace confer::engine::syntax {
namespace {

using Form = ast::UpdateItem::Form;

ast::ExprPtr to_ast_reference(Parser::VariableContext& context, Reading& reading) {
    ast::Name name = syntax::to_ast(context, reading);
    return make(name.span, ast::Variable{std::move(name.text)});
}

// a.b.c: the property c of a.b
void read_property(Parser::PropertyOfContext& context, Reading& reading, ast::UpdateItem& item) {
    const auto keys = context.propertyKey();
    item.form = Form::property;
    item.target = syntax::to_ast(*context.atom(), reading);
    for (std::size_t i = 0; i + 1 < keys.size(); ++i) {
        const SourceSpan span{item.target->span.begin, reading.span(*keys[i]).end};
        item.target = make(span, ast::Property{std::move(item.target), syntax::to_ast(*keys[i], reading)});
    }
    item.key = syntax::to_ast(*keys.back(), reading);
}

void read_labels(Parser::GivenLabelsContext& context, Reading& reading, ast::UpdateItem& item) {
    item.form = Form::labels;
    for (Parser::LabelNameContext* label : context.labelName())
        item.labels.push_back(name_at(reading.span(*label), reading));
}

ast::UpdateItem to_ast(Parser::SetItemContext& context, Reading& reading) {
    ast::UpdateItem item{};
    item.span = reading.span(context);
    if (auto* expression = context.expression()) item.value = syntax::to_ast(*expression, reading);
    if (auto* property = context.propertyOf()) {
        read_property(*property, reading, item);
        return item;
    }
    item.target = to_ast_reference(*context.variable(), reading);
    if (auto* labels = context.givenLabels())
        read_labels(*labels, reading, item);
    else
        item.form = context.PLUS_EQ() != nullptr ? Form::add : Form::replace;
    return item;
}

ast::UpdateItem to_ast(Parser::RemoveItemContext& context, Reading& reading) {
    ast::UpdateItem item{};
    item.span = reading.span(context);
    if (auto* property = context.propertyOf()) {
        read_property(*property, reading, item);
        return item;
    }
    item.target = to_ast_reference(*context.variable(), reading);
    read_labels(*context.givenLabels(), reading, item);
    return item;
}

std::vector<ast::UpdateItem> items_of(Parser::SetClauseContext& context, Reading& reading) {
    std::vector<ast::UpdateItem> items;
    for (Parser::SetItemContext* item : context.setItem()) items.push_back(to_ast(*item, reading));
    return items;
}

ast::Merge to_ast(Parser::MergeClauseContext& context, Reading& reading) {
    ast::Merge merge{syntax::to_ast(*context.patternPart(), reading), {}};
    for (Parser::MergeActionContext* action : context.mergeAction())
        merge.actions.push_back({action->CREATE() != nullptr, items_of(*action->setClause(), reading)});
    return merge;
}

ast::Remove to_ast(Parser::RemoveClauseContext& context, Reading& reading) {
    ast::Remove remove;
    for (Parser::RemoveItemContext* item : context.removeItem()) remove.items.push_back(to_ast(*item, reading));
    return remove;
}

ast::Delete to_ast(Parser::DeleteClauseContext& context, Reading& reading) {
    ast::Delete out{context.DETACH() != nullptr, {}};
    for (Parser::ExpressionContext* target : context.expression())
        out.targets.push_back(syntax::to_ast(*target, reading));
    return out;
}

}  // namespace

ast::Clause to_ast(Parser::UpdatingClauseContext& context, Reading& reading) {
    const SourceSpan span = reading.span(context);
    if (auto* create = context.createClause()) return {span, ast::Create{to_ast(*create->patternList(), reading)}};
    if (auto* merge = context.mergeClause()) return {span, to_ast(*merge, reading)};
    if (auto* set = context.setClause()) return {span, ast::Set{items_of(*set, reading)}};
    if (auto* remove = context.removeClause()) return {span, to_ast(*remove, reading)};
    return {span, to_ast(*context.deleteClause(), reading)};
}

}  // namespace confer::engine::syntax
