#include "session/literals.h"

#include <algorithm>
#include <charconv>

#include "syntax/unparse.h"

namespace confer::engine {
namespace {

constexpr std::size_t most_digits = 18;  // all such numbers fit

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// May stand in a name, as every byte beyond ASCII may for all that is known here.
bool is_name_byte(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' ||
           static_cast<unsigned char>(c) >= 0x80;
}

// Where what begins at `at` ends: a comment or a quoted name.
std::size_t end_of(std::string_view text, std::size_t at, std::string_view closing) {
    const std::size_t found = text.find(closing, at);
    return found == std::string_view::npos ? text.size() : found + closing.size();
}

class Scanner {
public:
    explicit Scanner(std::string_view text) : text_(text) {}

    Skeleton scan() {
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (c == '\'' || c == '"') {
                string(c);
            } else if (c == '`') {
                at_ = end_of(text_, at_ + 1, "`");
            } else if (text_.substr(at_).starts_with("//")) {
                at_ = std::min(text_.find_first_of("\r\n", at_), text_.size());
            } else if (text_.substr(at_).starts_with("/*")) {
                at_ = end_of(text_, at_ + 2, "*/");
            } else if (is_name_byte(c) || c == '.') {
                word();
            } else {
                ++at_;
            }
        }
        keep(text_.size());
        return std::move(skeleton_);
    }

private:
    void string(char quote) {
        const std::size_t begin = at_;
        std::size_t end = begin + 1;
        bool plain = true;
        while (end < text_.size() && text_[end] != quote) {
            if (text_[end] == '\\') {
                plain = false;
                ++end;
            }
            ++end;
        }
        if (end >= text_.size()) {  // unclosed: the parser tells
            at_ = text_.size();
            return;
        }
        at_ = end + 1;
        if (!plain) return;
        keep(begin + 1);
        skip(end);
        add(begin, at_, true);
    }

    // A name, a number or a parameter, with its dots: only plain digits between other signs are an integer.
    void word() {
        const std::size_t begin = at_;
        while (at_ < text_.size() && (is_name_byte(text_[at_]) || text_[at_] == '.')) ++at_;
        const std::string_view word = text_.substr(begin, at_ - begin);
        if (word.size() > most_digits || !std::all_of(word.begin(), word.end(), is_digit)) return;
        if (word.size() > 1 && word.front() == '0') return;
        keep(begin);
        skeleton_.text += '0';
        skip(at_);
        add(begin, at_, false);
    }

    void keep(std::size_t end) {
        skeleton_.text += text_.substr(kept_, end - kept_);
        kept_ = end;
    }
    void skip(std::size_t end) { kept_ = end; }
    void add(std::size_t begin, std::size_t end, bool is_text) {
        const SourceSpan span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
        skeleton_.literals.push_back({span, is_text});
    }

    std::string_view text_;
    std::size_t at_ = 0, kept_ = 0;
    Skeleton skeleton_;
};

// Visits what is compared with a property in the patterns and conditions of a query's clauses.
class Lifter {
public:
    explicit Lifter(const std::vector<Literal>& literals) : literals_(literals), lifted_(literals.size(), false) {}

    void query(ast::Query& query) {
        for (ast::SingleQuery& part : query.parts) {
            for (ast::Clause& clause : part.clauses) {
                if (auto* match = std::get_if<ast::Match>(&clause.node)) {
                    for (ast::PathPattern& path : match->patterns) pattern(path);
                    condition(match->where);
                } else if (auto* projection = std::get_if<ast::Projection>(&clause.node)) {
                    condition(projection->where);
                } else if (auto* filter = std::get_if<ast::Filter>(&clause.node)) {
                    condition(filter->condition);
                } else if (auto* call = std::get_if<ast::ProcedureCall>(&clause.node)) {
                    condition(call->where);
                }
            }
        }
    }
    std::vector<bool> lifted() && { return std::move(lifted_); }

private:
    void pattern(ast::PathPattern& path) {
        for (ast::NodePattern& node : path.nodes) {
            properties(node.properties);
            condition(node.where);
        }
        for (ast::RelationshipPattern& relationship : path.relationships) {
            properties(relationship.properties);
            condition(relationship.where);
        }
    }

    void properties(ast::ExprPtr& map) {
        if (map == nullptr) return;
        if (auto* literal = std::get_if<ast::MapLiteral>(&map->node)) {
            for (auto& [key, value] : literal->entries) replace(*value);
        }
    }

    void condition(ast::ExprPtr& expr) {
        if (expr == nullptr) return;
        if (auto* unary = std::get_if<ast::Unary>(&expr->node)) {
            if (unary->op == ast::UnaryOp::negation) condition(unary->operand);
        } else if (auto* binary = std::get_if<ast::Binary>(&expr->node)) {
            combined(*binary);
        } else if (auto* comparison = std::get_if<ast::Comparison>(&expr->node)) {
            const bool plain = comparison->operands.size() == 2;
            if (plain) compared(comparison->operands[0], comparison->operands[1]);
        }
    }

    void combined(ast::Binary& binary) {
        switch (binary.op) {
            case ast::BinaryOp::or_:
            case ast::BinaryOp::xor_:
            case ast::BinaryOp::and_:
                condition(binary.left);
                condition(binary.right);
                break;
            case ast::BinaryOp::starts_with:
            case ast::BinaryOp::ends_with:
            case ast::BinaryOp::contains:
                compared(binary.left, binary.right);
                break;
            default:
                break;
        }
    }

    void compared(ast::ExprPtr& left, ast::ExprPtr& right) {
        if (std::holds_alternative<ast::Property>(left->node)) replace(*right);
        if (std::holds_alternative<ast::Property>(right->node)) replace(*left);
    }

    void replace(ast::Expr& expr) {
        const bool is_text = std::holds_alternative<ast::StringLiteral>(expr.node);
        if (!is_text && !std::holds_alternative<ast::IntegerLiteral>(expr.node)) return;
        const auto found =
            std::lower_bound(literals_.begin(), literals_.end(), expr.span.begin,
                             [](const Literal& literal, std::uint32_t begin) { return literal.span.begin < begin; });
        if (found == literals_.end() || found->is_text != is_text) return;
        if (found->span.begin != expr.span.begin || found->span.end != expr.span.end) return;  // -1, (1), '\n'
        const auto number = static_cast<std::size_t>(found - literals_.begin());
        lifted_[number] = true;
        expr.node = ast::Parameter{lifted_name(number)};
    }

    const std::vector<Literal>& literals_;
    std::vector<bool> lifted_;
};

std::string canonical(const Literal& literal, std::string_view statement) {
    const std::string_view text = text_of(literal, statement);
    if (!literal.is_text) return std::string(text);
    ast::Expr expr;
    expr.node = ast::StringLiteral{std::string(text)};
    return syntax::unparse(expr);
}

std::uint32_t moved(std::uint32_t offset, const std::vector<Literal>& from, const std::vector<Literal>& to) {
    std::uint32_t before_from = 0, before_to = 0;  // the end of the last literal before the offset
    for (std::size_t i = 0; i < from.size() && from[i].span.begin < offset; ++i) {
        if (offset < from[i].span.end) return to[i].span.begin;
        before_from = from[i].span.end;
        before_to = to[i].span.end;
    }
    return offset - before_from + before_to;
}

}  // namespace

Skeleton skeleton_of(std::string_view statement) {
    return Scanner(statement).scan();
}

std::string_view text_of(const Literal& literal, std::string_view statement) {
    const std::uint32_t quote = literal.is_text ? 1 : 0;
    return statement.substr(literal.span.begin + quote, literal.span.end - literal.span.begin - 2 * quote);
}

Value value_of(const Literal& literal, std::string_view statement) {
    const std::string_view text = text_of(literal, statement);
    if (literal.is_text) return Value(text);
    std::int64_t integer = 0;
    std::from_chars(text.data(), text.data() + text.size(), integer);
    return integer;
}

std::vector<bool> lift(ast::Query& query, const std::vector<Literal>& literals) {
    Lifter lifter(literals);
    lifter.query(query);
    return std::move(lifter).lifted();
}

std::string lifted_name(std::size_t literal) {
    return "\xFF" + std::to_string(literal) + "\xFF";
}

std::string with_literals(std::string pattern, const std::vector<bool>& lifted, const std::vector<Literal>& literals,
                          std::string_view statement) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < literals.size(); ++i) {
        if (!lifted[i]) continue;
        ast::Expr parameter;
        parameter.node = ast::Parameter{lifted_name(i)};
        const std::string written = syntax::unparse(parameter), literal = canonical(literals[i], statement);
        at = pattern.find(written, at);
        if (at == std::string::npos) break;
        pattern.replace(at, written.size(), literal);
        at += literal.size();
    }
    return pattern;
}

SourceSpan moved(SourceSpan span, const std::vector<Literal>& from, const std::vector<Literal>& to) {
    return {moved(span.begin, from, to), moved(span.end, from, to)};
}

}  // namespace confer::engine
