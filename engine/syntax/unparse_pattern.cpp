// unparse: patterns, labels, names.
#include <algorithm>

#include "syntax/keyword_internal.h"
#include "syntax/unparse_internal.h"

namespace confer::engine::syntax {
namespace {

using syntax::write;

void write_quoted_name(std::string& out, std::string_view name) {
    out += '`';
    for (const char c : name) {
        if (c == '`') out += '`';
        out += c;
    }
    out += '`';
}

void write_properties(std::string& out, const ast::Expr& properties) {
    if (const auto* map = std::get_if<ast::MapLiteral>(&properties.node))
        write_map(out, *map);
    else
        write(out, properties);
}

// Variable, labels, steps, properties and WHERE, with single spaces where they are needed.
class Inside {
public:
    explicit Inside(std::string& out) : out_(out), begin_(out.size()) {}

    void variable(const std::optional<ast::Name>& name) {
        if (name) write_variable(out_, name->text);
    }
    void labels(const ast::LabelExprPtr& labels) {
        if (!labels) return;
        out_ += ':';
        write(out_, *labels);
    }
    void hops(const std::optional<ast::HopRange>& hops) {
        if (!hops || hops->quantifier) return;
        out_ += '*';
        if (hops->least) out_ += std::to_string(*hops->least);
        if (hops->least == hops->most) return;  // *2, or * alone
        out_ += "..";
        if (hops->most) out_ += std::to_string(*hops->most);
    }
    void properties(const ast::ExprPtr& properties) {
        if (!properties) return;
        space();
        write_properties(out_, *properties);
    }
    void where(const ast::ExprPtr& where) {
        if (!where) return;
        space();
        out_ += "WHERE ";
        write(out_, *where);
    }

private:
    void space() {
        if (out_.size() > begin_) out_ += ' ';
    }

    std::string& out_;
    std::size_t begin_;
};

void write(std::string& out, const ast::NodePattern& node) {
    out += '(';
    Inside inside(out);
    inside.variable(node.variable);
    inside.labels(node.labels);
    inside.properties(node.properties);
    inside.where(node.where);
    out += ')';
}

// {2}, {1,3}, {2,}, +, *
void write_quantifier(std::string& out, const std::optional<ast::HopRange>& hops) {
    if (!hops || !hops->quantifier) return;
    if (!hops->most && hops->least <= 1) {
        out += hops->least == 0 ? '*' : '+';
        return;
    }
    out += '{' + std::to_string(*hops->least);
    if (hops->least != hops->most) out += ',' + (hops->most ? std::to_string(*hops->most) : "");
    out += '}';
}

void write_selector(std::string& out, const ast::PathSelector& selector) {
    using Form = ast::PathSelector::Form;
    const auto counted = [&](std::string_view word) {
        out += word;
        if (selector.count == nullptr) return;
        out += ' ';
        write(out, *selector.count);
    };
    switch (selector.form) {
        case Form::any:
            counted("ANY");
            break;
        case Form::any_shortest:
            out += "ANY SHORTEST";
            break;
        case Form::all_shortest:
            out += "ALL SHORTEST";
            break;
        case Form::shortest:
            counted("SHORTEST");
            break;
        case Form::shortest_groups:
            counted("SHORTEST");
            out += " GROUPS";
            break;
        case Form::shortest_path:
            out += "shortestPath(";
            return;
        case Form::all_shortest_paths:
            out += "allShortestPaths(";
            return;
    }
    out += ' ';
}

void write_path(std::string& out, const ast::PathPattern& pattern);

void write(std::string& out, const ast::RelationshipPattern& relationship) {
    if (relationship.path != nullptr) {
        out += '(';
        write_path(out, *relationship.path);
        if (relationship.path->where != nullptr) {
            out += " WHERE ";
            write(out, *relationship.path->where);
        }
        out += ')';
        return write_quantifier(out, relationship.hops);
    }
    out += relationship.direction == ast::Direction::incoming ? "<-" : "-";
    const bool hops_inside = relationship.hops && !relationship.hops->quantifier;
    const bool plain = !relationship.variable && !relationship.types && !hops_inside && !relationship.properties &&
                       !relationship.where;
    if (!plain) {
        out += '[';
        Inside inside(out);
        inside.variable(relationship.variable);
        inside.labels(relationship.types);
        inside.hops(relationship.hops);
        inside.properties(relationship.properties);
        inside.where(relationship.where);
        out += ']';
    }
    out += relationship.direction == ast::Direction::outgoing ? "->" : "-";
    write_quantifier(out, relationship.hops);
}

void write_path(std::string& out, const ast::PathPattern& pattern) {
    for (std::size_t i = 0; i < pattern.nodes.size(); ++i) {
        if (i > 0) write(out, pattern.relationships[i - 1]);
        write(out, pattern.nodes[i]);
    }
}

void write_part(std::string& out, const ast::LabelExpr& part) {
    const bool compound = part.op == ast::LabelOp::conjunction || part.op == ast::LabelOp::disjunction;
    if (compound) out += '(';
    write(out, part);
    if (compound) out += ')';
}

}  // namespace

void write_key(std::string& out, std::string_view name) {
    if (is_plain_name(name))
        out += name;
    else
        write_quoted_name(out, name);
}

void write_variable(std::string& out, std::string_view name) {
    if (is_plain_name(name) && !is_reserved_word(name))
        out += name;
    else
        write_quoted_name(out, name);
}

void write_parameter(std::string& out, std::string_view name) {
    out += '$';
    const bool plain = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    });
    if (plain)
        out += name;
    else
        write_quoted_name(out, name);
}

// Parentheses around every compound part: &, | and a further colon each make a level of their own.
void write(std::string& out, const ast::LabelExpr& labels) {
    switch (labels.op) {
        case ast::LabelOp::name:
            return write_key(out, labels.name);
        case ast::LabelOp::any:
            out += '%';
            return;
        case ast::LabelOp::negation:
            out += '!';
            return write_part(out, *labels.parts.front());
        case ast::LabelOp::conjunction:
        case ast::LabelOp::disjunction:
            break;
    }
    for (std::size_t i = 0; i < labels.parts.size(); ++i) {
        if (i > 0) out += labels.op == ast::LabelOp::conjunction ? '&' : '|';
        const ast::LabelExpr& part = *labels.parts[i];
        const bool binds_tighter = labels.op == ast::LabelOp::disjunction && part.op == ast::LabelOp::conjunction;
        if (binds_tighter)
            write(out, part);
        else
            write_part(out, part);
    }
}

void write(std::string& out, const ast::PathPattern& pattern) {
    if (pattern.variable) {
        write_variable(out, pattern.variable->text);
        out += " = ";
    }
    if (pattern.selector) write_selector(out, *pattern.selector);
    if (pattern.where != nullptr) out += '(';
    write_path(out, pattern);
    if (pattern.where != nullptr) {
        out += " WHERE ";
        write(out, *pattern.where);
        out += ')';
    }
    using Form = ast::PathSelector::Form;
    const bool call = pattern.selector && (pattern.selector->form == Form::shortest_path ||
                                           pattern.selector->form == Form::all_shortest_paths);
    if (call) out += ')';
}

}  // namespace confer::engine::syntax
