// unparse: the clauses that write.
#include "syntax/unparse_internal.h"

namespace confer::engine::syntax {
namespace {

using Form = ast::UpdateItem::Form;

void write(std::string& out, const ast::UpdateItem& item) {
    syntax::write(out, *item.target, Binding::suffix);
    switch (item.form) {
        case Form::property:
            out += '.';
            write_key(out, item.key.text);
            break;
        case Form::labels:
            for (const ast::Name& label : item.labels) {
                out += ':';
                write_key(out, label.text);
            }
            return;
        case Form::replace:
        case Form::add:
            break;
    }
    if (!item.value) return;
    out += item.form == Form::add ? " += " : " = ";
    syntax::write(out, *item.value);
}

void write(std::string& out, const std::vector<ast::UpdateItem>& items) {
    Commas commas(out);
    for (const ast::UpdateItem& item : items) {
        commas.next();
        write(out, item);
    }
}

}  // namespace

void write(std::string& out, const ast::Create& create, std::string_view) {
    out += "CREATE ";
    Commas commas(out);
    for (const ast::PathPattern& pattern : create.patterns) {
        commas.next();
        write(out, pattern);
    }
}

void write(std::string& out, const ast::Merge& merge, std::string_view between) {
    out += "MERGE ";
    write(out, merge.pattern);
    for (const ast::MergeAction& action : merge.actions) {
        out.append(between).append(action.on_create ? "ON CREATE SET " : "ON MATCH SET ");
        write(out, action.items);
    }
}

void write(std::string& out, const ast::Set& set, std::string_view) {
    out += "SET ";
    write(out, set.items);
}

void write(std::string& out, const ast::Remove& remove, std::string_view) {
    out += "REMOVE ";
    write(out, remove.items);
}

void write(std::string& out, const ast::Delete& clause, std::string_view) {
    out += clause.detach ? "DETACH DELETE " : "DELETE ";
    Commas commas(out);
    for (const ast::ExprPtr& target : clause.targets) {
        commas.next();
        write(out, *target);
    }
}

}  // namespace confer::engine::syntax
