// unparse: clauses and queries.
#include "syntax/unparse.h"

#include "syntax/unparse_internal.h"

namespace confer::engine::syntax {
namespace {

using syntax::write;

void write_where(std::string& out, const ast::ExprPtr& where, std::string_view between) {
    if (!where) return;
    out.append(between).append("WHERE ");
    write(out, *where);
}

void write(std::string& out, const ast::Match& match, std::string_view between) {
    out += match.optional ? "OPTIONAL MATCH " : "MATCH ";
    Commas commas(out);
    for (const ast::PathPattern& pattern : match.patterns) {
        commas.next();
        write(out, pattern);
    }
    write_where(out, match.where, between);
}

void write(std::string& out, const ast::Unwind& unwind, std::string_view) {
    out += "UNWIND ";
    write(out, *unwind.list);
    out += " AS ";
    write_variable(out, unwind.variable.text);
}

void write(std::string& out, const ast::Filter& filter, std::string_view) {
    out += "FILTER ";
    write(out, *filter.condition);
}

void write(std::string& out, const ast::Let& let, std::string_view) {
    out += "LET ";
    Commas commas(out);
    for (const auto& [name, value] : let.bindings) {
        commas.next();
        write_variable(out, name.text);
        out += " = ";
        write(out, *value);
    }
}

void write(std::string& out, const ast::For& loop, std::string_view) {
    out += "FOR ";
    write_variable(out, loop.variable.text);
    out += " IN ";
    write(out, *loop.list);
    if (loop.counting == ast::For::Counting::none) return;
    out += loop.counting == ast::For::Counting::from_one ? " WITH ORDINALITY " : " WITH OFFSET ";
    write_variable(out, loop.position.text);
}

void write(std::string& out, const ast::ProcedureCall& call, std::string_view between) {
    out += "CALL ";
    write_name_parts(out, call.procedure.text);
    if (call.arguments) {
        out += '(';
        Commas commas(out);
        for (const ast::ExprPtr& argument : *call.arguments) {
            commas.next();
            write(out, *argument);
        }
        out += ')';
    }
    if (call.yields_all) out += " YIELD *";
    if (call.yields) {
        out += " YIELD ";
        Commas commas(out);
        for (const ast::YieldItem& item : *call.yields) {
            commas.next();
            write_variable(out, item.output.text);
            if (!item.alias) continue;
            out += " AS ";
            write_variable(out, item.alias->text);
        }
    }
    write_where(out, call.where, between);
}

// Without an alias the text as it was written is the column's name, so it is kept.
void write(std::string& out, const ast::ProjectionItem& item) {
    if (!item.alias && !item.text.empty()) {
        out += item.text;
        return;
    }
    write(out, *item.expr);
    if (!item.alias) return;
    out += " AS ";
    write_variable(out, item.alias->text);
}

void write(std::string& out, const ast::Projection& projection, std::string_view between) {
    out += projection.is_return ? "RETURN " : "WITH ";
    if (projection.distinct) out += "DISTINCT ";
    Commas items(out);
    if (projection.all) {
        items.next();
        out += '*';
    }
    for (const ast::ProjectionItem& item : projection.items) {
        items.next();
        write(out, item);
    }
    if (!projection.order_by.empty()) out.append(between).append("ORDER BY ");
    Commas keys(out);
    for (const ast::SortItem& item : projection.order_by) {
        keys.next();
        write(out, *item.expr);
        if (item.descending) out += " DESC";
    }
    if (projection.skip) {
        out.append(between).append("SKIP ");
        write(out, *projection.skip);
    }
    if (projection.limit) {
        out.append(between).append("LIMIT ");
        write(out, *projection.limit);
    }
    write_where(out, projection.where, between);
}

}  // namespace

void write(std::string& out, const ast::Query& query, std::string_view between) {
    for (std::size_t part = 0; part < query.parts.size(); ++part) {
        if (part > 0) out.append(between).append(query.union_all[part - 1] ? "UNION ALL" : "UNION").append(between);
        bool first = true;
        for (const ast::Clause& clause : query.parts[part].clauses) {
            if (!first) out.append(between);
            first = false;
            std::visit([&](const auto& node) { write(out, node, between); }, clause.node);
        }
    }
    if (query.with_sources) out.append(between).append("WITH SOURCES");
}

std::string unparse(const ast::Query& query) {
    std::string out;
    write(out, query, "\n");
    return out;
}

std::string unparse(const ast::Expr& expr) {
    std::string out;
    write(out, expr);
    return out;
}

std::string unparse(const ast::PathPattern& pattern) {
    std::string out;
    write(out, pattern);
    return out;
}

}  // namespace confer::engine::syntax
