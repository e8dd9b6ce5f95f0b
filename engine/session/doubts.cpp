// Tests: suites/doubts.
#include "session/doubts.h"

#include <algorithm>
#include <map>
#include <optional>

#include "graph/statistics.h"

namespace confer::engine {

namespace {

using Names = std::vector<std::string>;

bool contains(const Names& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string ticked(const Names& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "`" : " or `") + name + "`";
    return text;
}

// Labels (types) of which one must be there; none where the expression doesn't tell.
Names alternatives(const ast::LabelExpr* expr) {
    if (expr == nullptr) return {};
    if (expr->op == ast::LabelOp::name) return {expr->name};
    if (expr->op != ast::LabelOp::disjunction) return {};
    Names all;
    for (const ast::LabelExprPtr& part : expr->parts) {
        const Names one = alternatives(part.get());
        if (one.empty()) return {};
        all.insert(all.end(), one.begin(), one.end());
    }
    return all;
}

bool fits(const Names& declared, const Names& asked) {
    return declared.empty() || asked.empty() ||
           std::any_of(asked.begin(), asked.end(), [&](const std::string& one) { return contains(declared, one); });
}

enum class Sort { truth, number, text };

std::optional<Sort> sort_of(const ast::Expr& literal) {
    if (std::holds_alternative<ast::StringLiteral>(literal.node)) return Sort::text;
    if (std::holds_alternative<ast::BooleanLiteral>(literal.node)) return Sort::truth;
    if (std::holds_alternative<ast::IntegerLiteral>(literal.node) ||
        std::holds_alternative<ast::FloatLiteral>(literal.node))
        return Sort::number;
    return std::nullopt;
}

std::optional<Sort> sort_of(PropertyKind kind) {
    switch (kind) {
        case PropertyKind::boolean:
            return Sort::truth;
        case PropertyKind::integer:
        case PropertyKind::floating:
            return Sort::number;
        case PropertyKind::string:
            return Sort::text;
        default:
            return std::nullopt;
    }
}

const char* called(Sort sort) {
    return sort == Sort::truth ? "true or false" : sort == Sort::number ? "a number" : "a text";
}

const char* written(Sort sort) {
    return sort == Sort::truth    ? "`true` or `false`"
           : sort == Sort::number ? "the number without quotes"
                                  : "the text between quotes";
}

class Doubter {
public:
    explicit Doubter(const PropertyGraph& graph) : graph_(graph), schema_(graph.schema()) {}

    void query(const ast::Query& query) {
        for (const ast::SingleQuery& part : query.parts) {
            labels_.clear();
            for (const ast::Clause& clause : part.clauses) {
                if (const auto* match = std::get_if<ast::Match>(&clause.node)) {
                    for (const ast::PathPattern& path : match->patterns) learn(path);
                    for (const ast::PathPattern& path : match->patterns) pattern(path);
                    condition(match->where.get());
                } else if (const auto* filter = std::get_if<ast::Filter>(&clause.node)) {
                    condition(filter->condition.get());
                } else if (const auto* with = std::get_if<ast::Projection>(&clause.node)) {
                    if (!with->all) labels_.clear();  // a name may stand for something else from here on
                    condition(with->where.get());
                }
            }
        }
    }
    Names found() && { return std::move(found_); }

private:
    void say(std::string sentence) {
        if (!contains(found_, sentence)) found_.push_back(std::move(sentence));
    }

    void learn(const ast::PathPattern& path) {
        for (const ast::NodePattern& node : path.nodes) {
            if (Names names = alternatives(node.labels.get()); node.variable && !names.empty())
                labels_.insert_or_assign(node.variable->text, std::move(names));
        }
    }

    Names labels_of(const ast::NodePattern& node) const {
        Names names = alternatives(node.labels.get());
        return names.empty() && node.variable ? labels_of(node.variable->text) : names;
    }
    Names labels_of(const std::string& variable) const {
        const auto known = labels_.find(variable);
        return known == labels_.end() ? Names() : known->second;
    }

    void pattern(const ast::PathPattern& path) {
        for (std::size_t i = 0; i < path.relationships.size(); ++i) {
            const ast::RelationshipPattern& relationship = path.relationships[i];
            if (relationship.path) continue;
            if (relationship.variable && relationship.types == nullptr && !relationship.hops)
                lacks_colon(relationship.variable->text, graph_.types(), "[", "]", "relationship", "type");
            if (!relationship.hops) ends(relationship, labels_of(path.nodes[i]), labels_of(path.nodes[i + 1]));
            condition(relationship.where.get());
        }
        for (const ast::NodePattern& node : path.nodes) {
            if (node.variable && node.labels == nullptr && !labels_.contains(node.variable->text))
                lacks_colon(node.variable->text, graph_.labels(), "(", ")", "node", "label");
            if (node.properties != nullptr) {
                if (const auto* map = std::get_if<ast::MapLiteral>(&node.properties->node)) {
                    for (const auto& [key, value] : map->entries)
                        compared(labels_of(node), node.variable ? node.variable->text : "x", key.text, *value);
                }
            }
            condition(node.where.get());
        }
    }

    void lacks_colon(const std::string& variable, const Symbols& known, const char* open, const char* close,
                     const char* thing, const char* kind) {
        if (!known.find(variable)) return;
        say("`" + variable + "` without a colon is a variable, for any " + thing + "; write `" + open + ":" + variable +
            close + "` for the " + kind + ".");
    }

    // ---- relationships that the schema doesn't have between such nodes, nor does the graph
    bool none_between(const RelationshipSchema& declared, const Names& from, const Names& to) const {
        return (!fits(declared.from, from) && none_at(declared.name, Direction::incoming, from)) ||
               (!fits(declared.to, to) && none_at(declared.name, Direction::outgoing, to));
    }
    bool none_at(const std::string& type, Direction direction, const Names& labels) const {
        const auto type_id = graph_.types().find(type);
        return !type_id || std::all_of(labels.begin(), labels.end(), [&](const std::string& label) {
            const auto label_id = graph_.labels().find(label);
            return !label_id || graph_.statistics().reaching(*type_id, direction, *label_id) == 0;
        });
    }

    void ends(const ast::RelationshipPattern& relationship, const Names& left, const Names& right) {
        const Names types = alternatives(relationship.types.get());
        const RelationshipSchema* declared = types.size() == 1 ? schema_.relationship(types[0]) : nullptr;
        if (declared == nullptr) return;
        const bool turned = relationship.direction == ast::Direction::incoming;
        const Names& from = turned ? right : left;
        const Names& to = turned ? left : right;
        if (!none_between(*declared, from, to)) return;
        const bool either = relationship.direction == ast::Direction::either;
        if (either && !none_between(*declared, to, from)) return;
        std::string sentence = "No `" + declared->name + "`";
        if (either) {
            sentence += from.empty() || to.empty() ? " joins " + ticked(from) + ticked(to) + " to anything"
                                                   : " joins " + ticked(from) + " and " + ticked(to);
        } else {
            sentence +=
                " leads" + (from.empty() ? "" : " from " + ticked(from)) + (to.empty() ? "" : " to " + ticked(to));
        }
        sentence += "; it leads" + (declared->from.empty() ? "" : " from " + ticked(declared->from)) +
                    (declared->to.empty() ? "" : " to " + ticked(declared->to));
        const bool fits_turned = fits(declared->from, to) && fits(declared->to, from);
        say(sentence + (fits_turned && !either ? ": turn the arrow round." : "."));
    }

    // ---- conditions that hold for nothing
    void condition(const ast::Expr* whole) {
        std::vector<const ast::Expr*> parts{whole};  // a chain of conditions is as deep as it is long
        while (!parts.empty()) {
            const ast::Expr* expr = parts.back();
            parts.pop_back();
            if (expr == nullptr) continue;
            if (const auto* unary = std::get_if<ast::Unary>(&expr->node)) {
                if (unary->op == ast::UnaryOp::negation) parts.push_back(unary->operand.get());
            } else if (const auto* binary = std::get_if<ast::Binary>(&expr->node)) {
                if (binary->op >= ast::BinaryOp::starts_with) part_of_list(*binary->left, *binary->right);
                if (binary->op > ast::BinaryOp::and_) continue;
                parts.push_back(binary->right.get());
                parts.push_back(binary->left.get());
            } else if (const auto* comparison = std::get_if<ast::Comparison>(&expr->node)) {
                for (std::size_t i = 0; i < comparison->ops.size(); ++i) {
                    compared(*comparison->operands[i], comparison->ops[i], *comparison->operands[i + 1]);
                    compared(*comparison->operands[i + 1], comparison->ops[i], *comparison->operands[i]);
                }
            }
        }
    }

    void compared(const ast::Expr& asked, ast::CompareOp op, const ast::Expr& with) {
        if (std::holds_alternative<ast::NullLiteral>(with.node)) {
            if (op == ast::CompareOp::equal) say("`= null` holds for nothing; write `IS NULL`.");
            if (op == ast::CompareOp::not_equal) say("`<> null` holds for nothing; write `IS NOT NULL`.");
        }
        const auto* property = std::get_if<ast::Property>(&asked.node);
        if (property == nullptr || op == ast::CompareOp::not_equal) return;
        const auto* variable = std::get_if<ast::Variable>(&property->object->node);
        if (variable != nullptr) compared(labels_of(variable->name), variable->name, property->key.text, with);
    }

    void compared(const Names& labels, const std::string& owner, const std::string& key, const ast::Expr& with) {
        const std::optional<Sort> given = sort_of(with);
        const std::optional<PropertyKind> kind = labels.empty() ? std::nullopt : kind_of(labels, key);
        if (!given || !kind) return;
        const std::optional<Sort> held = sort_of(*kind);
        if (held == given || *kind == PropertyKind::any) return;
        say("`" + key + "` is " + (held ? called(*held) : "a list") + ", so comparing it with " + called(*given) +
            " holds for nothing; write " + (held ? written(*held) : "`… IN " + owner + "." + key + "`") + ".");
    }

    // a.aliases CONTAINS 'ACT'
    void part_of_list(const ast::Expr& asked, const ast::Expr& text) {
        const auto* property = std::get_if<ast::Property>(&asked.node);
        const auto* variable = property == nullptr ? nullptr : std::get_if<ast::Variable>(&property->object->node);
        if (variable == nullptr || sort_of(text) != Sort::text) return;
        const std::optional<PropertyKind> kind = kind_of(labels_of(variable->name), property->key.text);
        if (!kind || sort_of(*kind) || *kind == PropertyKind::any) return;
        const std::string name = variable->name + "." + property->key.text;
        say("`" + property->key.text + "` is a list, and no text; write `… IN " + name +
            "` for one of its elements, or `any(x IN " + name + " WHERE x CONTAINS …)`.");
    }

    // The kind of a property in all of the labels that declare it, when it is one.
    std::optional<PropertyKind> kind_of(const Names& labels, const std::string& key) const {
        std::optional<PropertyKind> kind;
        for (const std::string& label : labels) {
            const LabelSchema* declared = schema_.label(label);
            if (declared == nullptr) return std::nullopt;
            for (const PropertySchema& property : declared->properties) {
                if (property.name != key) continue;
                if (kind && *kind != property.kind) return std::nullopt;
                kind = property.kind;
            }
        }
        return kind;
    }

    const PropertyGraph& graph_;
    const Schema& schema_;
    std::map<std::string, Names, std::less<>> labels_;  // by variable
    Names found_;
};

}  // namespace

std::vector<std::string> doubts_about(const ast::Query& query, const PropertyGraph& graph) {
    Doubter doubter(graph);
    doubter.query(query);
    return std::move(doubter).found();
}

}  // namespace confer::engine
