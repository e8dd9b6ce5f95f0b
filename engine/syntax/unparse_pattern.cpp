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
        if (!hops) return;
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

void write(std::string& out, const ast::RelationshipPattern& relationship) {
    out += relationship.direction == ast::Direction::incoming ? "<-" : "-";
    const bool plain = !relationship.variable && !relationship.types && !relationship.hops &&
                       !relationship.properties && !relationship.where;
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
    for (std::size_t i = 0; i < pattern.nodes.size(); ++i) {
        if (i > 0) write(out, pattern.relationships[i - 1]);
        write(out, pattern.nodes[i]);
    }
}

}  // namespace confer::engine::syntax
