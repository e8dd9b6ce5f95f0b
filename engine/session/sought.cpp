#include "session/sought.h"

#include <algorithm>

#include "base/suggest.h"

namespace confer::engine {

namespace {

// More nodes than this take longer to search for what is near than the statement took.
constexpr NodeId most_nodes_to_compare = 50'000;
constexpr std::size_t most_notices = 5;

class Seeker {
public:
    void query(const ast::Query& query) {
        for (const ast::SingleQuery& part : query.parts) {
            for (const ast::Clause& clause : part.clauses) {
                if (const auto* match = std::get_if<ast::Match>(&clause.node)) {
                    if (match->optional) continue;
                    for (const ast::PathPattern& path : match->patterns) pattern(path);
                    condition(match->where);
                } else if (const auto* filter = std::get_if<ast::Filter>(&clause.node)) {
                    condition(filter->condition);
                }
            }
        }
    }
    std::vector<Sought> found() && { return std::move(found_); }

private:
    void pattern(const ast::PathPattern& path) {
        for (const ast::NodePattern& node : path.nodes) {
            if (node.properties != nullptr) {
                if (const auto* map = std::get_if<ast::MapLiteral>(&node.properties->node))
                    for (const auto& [key, value] : map->entries) add(key.text, *value);
            }
            condition(node.where);
        }
        condition(path.where);
    }

    void condition(const ast::ExprPtr& expr) {
        if (expr == nullptr) return;
        if (const auto* binary = std::get_if<ast::Binary>(&expr->node)) {
            if (binary->op == ast::BinaryOp::in) return one_of(*binary->left, *binary->right);
            if (binary->op != ast::BinaryOp::and_) return;
            condition(binary->left);
            condition(binary->right);
        } else if (const auto* comparison = std::get_if<ast::Comparison>(&expr->node)) {
            if (comparison->ops != std::vector{ast::CompareOp::equal}) return;
            for (const std::size_t side : {std::size_t{0}, std::size_t{1}}) {
                const auto* property = std::get_if<ast::Property>(&comparison->operands[side]->node);
                if (property == nullptr || !std::holds_alternative<ast::Variable>(property->object->node)) continue;
                add(property->key.text, *comparison->operands[1 - side]);
            }
        }
    }

    void one_of(const ast::Expr& asked, const ast::Expr& among) {
        const auto* property = std::get_if<ast::Property>(&asked.node);
        const auto* list = std::get_if<ast::ListLiteral>(&among.node);
        if (property == nullptr || list == nullptr || !std::holds_alternative<ast::Variable>(property->object->node))
            return;
        for (const ast::ExprPtr& item : list->items) add(property->key.text, *item);
    }

    void add(const std::string& key, const ast::Expr& value) {
        if (key != "id" && key != "name") return;
        if (const auto* text = std::get_if<ast::StringLiteral>(&value.node)) found_.push_back({key, text->value, {}});
        if (const auto* parameter = std::get_if<ast::Parameter>(&value.node))
            found_.push_back({key, {}, parameter->name});
    }

    std::vector<Sought> found_;
};

std::vector<std::string> properties_of(const PropertyGraph& graph, const std::vector<NodeId>& nodes, KeyId key) {
    std::vector<std::string> texts;
    for (const NodeId node : nodes) {
        const Value value = graph.property(node, key);
        if (value.is(Kind::string)) texts.emplace_back(value.as_string());
    }
    return texts;
}

// What nodes are called that go by a name near to the text, as ids or as names.
std::vector<std::string> nearest(const PropertyGraph& graph, KeyId key, std::string_view text) {
    std::vector<std::string> near = properties_of(graph, graph.names().find(text), key);
    if (near.empty() && graph.node_count() <= most_nodes_to_compare) {
        for (const std::string& name : graph.names().nearest(text)) {
            for (std::string& called : properties_of(graph, graph.names().find(name), key))
                near.push_back(std::move(called));
        }
    }
    std::vector<std::string> once;
    for (std::string& name : near) {
        if (once.size() < 3 && std::find(once.begin(), once.end(), name) == once.end()) once.push_back(std::move(name));
    }
    return once;
}

bool has(const PropertyGraph& graph, const std::string& key, KeyId id, std::string_view text) {
    if (key == "id") return graph.find(text).has_value();
    const std::vector<std::string> named = properties_of(graph, graph.names().find(text), id);
    return std::find(named.begin(), named.end(), text) != named.end();
}

}  // namespace

std::vector<Sought> sought_by(const ast::Query& query) {
    Seeker seeker;
    seeker.query(query);
    return std::move(seeker).found();
}

std::vector<std::string> unknown_to(const PropertyGraph& graph, const std::vector<Sought>& sought,
                                    const exec::Parameters& parameters) {
    std::vector<std::string> notices;
    for (const Sought& one : sought) {
        if (notices.size() == most_notices) break;
        std::string_view text = one.text;
        if (!one.parameter.empty()) {
            const auto given = parameters.find(one.parameter);
            if (given == parameters.end() || !given->second.is(Kind::string)) continue;
            text = given->second.as_string();
        }
        const auto key = graph.keys().find(one.key);
        if (!key || has(graph, one.key, *key, text)) continue;
        const std::string near = did_you_mean(nearest(graph, *key, text));
        notices.push_back("No node has the " + one.key + " `" + std::string(text) + "`" +
                          (near.empty() ? "." : "; " + near));
    }
    return notices;
}

}  // namespace confer::engine
