// Patterns by trial: every node for every node, every relationship for every relationship, each at most once.
#include <algorithm>

#include "naive_internal.h"
#include "value/compare.h"

namespace confer::oracle {

using engine::EdgeId;
using engine::Kind;
using engine::NodeId;
using engine::ValueList;

namespace {

class Trial {
public:
    Trial(Naive& naive, const std::vector<Naive::Path>& paths, const Row& row,
          const std::function<void(const Row&)>& found)
        : naive_(naive), paths_(paths), row_(row), found_(found), taken_(naive.world().edges.size()) {}

    void run() { begin_path(0); }

private:
    // What one path is made of so far.
    struct Drawn {
        std::vector<NodeId> nodes;                // as drawn in the pattern
        std::vector<std::vector<EdgeId>> trails;  // one relationship, or those of a variable length
        std::vector<NodeId> all_nodes;
        std::vector<EdgeId> all_edges;
    };

    template <class Act>
    void each(std::size_t count, const Act& act) {
        for (std::size_t i = 0; i < count; ++i) {
            naive_.count_step();
            act(i);
        }
    }

    // Gives a variable its value while `then` runs, unless it has another one already.
    template <class Then>
    void with(const std::optional<ast::Name>& variable, const Value& value, const Then& then) {
        if (!variable) return then();
        const auto known = row_.find(variable->text);
        if (known != row_.end()) {
            if (engine::equals(known->second, value) == true) then();
            return;
        }
        row_.emplace(variable->text, value);
        then();
        row_.erase(variable->text);
    }

    void begin_path(std::size_t path) {
        if (path == paths_.size()) {
            if (conditions_hold()) found_(row_);
            return;
        }
        each(naive_.world().nodes.size(), [&](std::size_t node) {
            drawn_.emplace_back();
            take_node(path, static_cast<NodeId>(node));
            drawn_.pop_back();
        });
    }

    void take_node(std::size_t path, NodeId node) {
        Drawn& drawn = drawn_[path];
        const std::size_t place = drawn.nodes.size();
        const ast::NodePattern& pattern = paths_[path].pattern->nodes[place];
        if (pattern.labels != nullptr && !naive_.has_labels(*pattern.labels, Value::node(node))) return;
        with(pattern.variable, Value::node(node), [&] {
            drawn_[path].nodes.push_back(node);
            drawn_[path].all_nodes.push_back(node);
            if (place == paths_[path].pattern->relationships.size()) {
                end_path(path);
            } else {
                std::vector<EdgeId> trail;
                walk(path, node, trail);
            }
            drawn_[path].all_nodes.pop_back();
            drawn_[path].nodes.pop_back();
        });
    }

    void end_path(std::size_t path) {
        const Drawn& drawn = drawn_[path];
        with(*paths_[path].name, Value(engine::PathValue{drawn.all_nodes, drawn.all_edges}),
             [&] { begin_path(path + 1); });
    }

    // Goes on from `node`, after `trail` of the relationship that is being drawn.
    void walk(std::size_t path, NodeId node, std::vector<EdgeId>& trail) {
        const ast::RelationshipPattern& pattern = paths_[path].pattern->relationships[drawn_[path].trails.size()];
        const std::int64_t least = pattern.hops ? pattern.hops->least.value_or(1) : 1;
        const std::int64_t most =
            pattern.hops ? pattern.hops->most.value_or(std::numeric_limits<std::int64_t>::max()) : 1;
        const auto length = static_cast<std::int64_t>(trail.size());
        if (length >= least && length <= most) take_trail(path, node, trail);
        if (length >= most) return;
        each(naive_.world().edges.size(), [&](std::size_t edge) {
            const auto next = other_end(pattern, static_cast<EdgeId>(edge), node);
            if (taken_[edge] || !next) return;
            if (pattern.types != nullptr &&
                !naive_.has_labels(*pattern.types, Value::relationship(static_cast<EdgeId>(edge))))
                return;
            taken_[edge] = true;
            trail.push_back(static_cast<EdgeId>(edge));
            drawn_[path].all_edges.push_back(static_cast<EdgeId>(edge));
            const bool between = length > 0;
            if (between) drawn_[path].all_nodes.push_back(node);
            walk(path, *next, trail);
            if (between) drawn_[path].all_nodes.pop_back();
            drawn_[path].all_edges.pop_back();
            trail.pop_back();
            taken_[edge] = false;
        });
    }

    void take_trail(std::size_t path, NodeId end, const std::vector<EdgeId>& trail) {
        const ast::RelationshipPattern& pattern = paths_[path].pattern->relationships[drawn_[path].trails.size()];
        Value value;
        if (pattern.hops) {
            ValueList list;
            for (const EdgeId edge : trail) list.push_back(Value::relationship(edge));
            value = Value(std::move(list));
        } else {
            value = Value::relationship(trail.front());
        }
        with(pattern.variable, value, [&] {
            drawn_[path].trails.push_back(trail);
            // A trail of no relationships ends where it began, on a node that is in the path already.
            const bool empty = trail.empty();
            if (empty) drawn_[path].all_nodes.pop_back();
            take_node(path, end);
            if (empty) drawn_[path].all_nodes.push_back(end);
            drawn_[path].trails.pop_back();
        });
    }

    std::optional<NodeId> other_end(const ast::RelationshipPattern& pattern, EdgeId edge, NodeId node) const {
        const World::Edge& ends = naive_.world().edges[edge];
        if (pattern.direction != ast::Direction::incoming && ends.from == node) return ends.to;
        if (pattern.direction != ast::Direction::outgoing && ends.to == node) return ends.from;
        return std::nullopt;
    }

    bool properties_fit(const ast::ExprPtr& properties, const Value& owner) {
        if (properties == nullptr) return true;
        const auto* map = std::get_if<ast::MapLiteral>(&properties->node);
        if (map == nullptr) throw Unsupported{};
        return std::all_of(map->entries.begin(), map->entries.end(), [&](const auto& entry) {
            return engine::equals(naive_.property(owner, entry.first.text), naive_.evaluate(*entry.second, row_)) ==
                   true;
        });
    }

    bool relationship_fits(const ast::RelationshipPattern& pattern, const std::vector<EdgeId>& trail) {
        return std::all_of(trail.begin(), trail.end(), [&](EdgeId edge) {
            const Value each = Value::relationship(edge);
            if (!properties_fit(pattern.properties, each)) return false;
            if (pattern.where == nullptr) return true;
            Row inside = row_;  // of many relationships, the condition speaks of each
            if (pattern.variable) inside[pattern.variable->text] = each;
            return naive_.holds(*pattern.where, inside);
        });
    }

    bool conditions_hold() {
        for (std::size_t path = 0; path < paths_.size(); ++path) {
            const ast::PathPattern& pattern = *paths_[path].pattern;
            for (std::size_t i = 0; i < pattern.nodes.size(); ++i) {
                if (!properties_fit(pattern.nodes[i].properties, Value::node(drawn_[path].nodes[i]))) return false;
                if (pattern.nodes[i].where != nullptr && !naive_.holds(*pattern.nodes[i].where, row_)) return false;
            }
            for (std::size_t i = 0; i < pattern.relationships.size(); ++i) {
                if (!relationship_fits(pattern.relationships[i], drawn_[path].trails[i])) return false;
            }
        }
        return true;
    }

    Naive& naive_;
    const std::vector<Naive::Path>& paths_;
    Row row_;
    const std::function<void(const Row&)>& found_;
    std::vector<bool> taken_;
    std::vector<Drawn> drawn_;
};

}  // namespace

void Naive::match(const std::vector<Path>& paths, const Row& row, const std::function<void(const Row&)>& found) {
    Trial(*this, paths, row, found).run();
}

bool Naive::has_labels(const ast::LabelExpr& labels, const Value& value) const {
    const auto part = [&](const ast::LabelExprPtr& part) { return has_labels(*part, value); };
    switch (labels.op) {
        case ast::LabelOp::any:
            return value.is(Kind::relationship) || !world_.nodes[value.as_node()].labels.empty();
        case ast::LabelOp::negation:
            return !part(labels.parts.front());
        case ast::LabelOp::conjunction:
            return std::all_of(labels.parts.begin(), labels.parts.end(), part);
        case ast::LabelOp::disjunction:
            return std::any_of(labels.parts.begin(), labels.parts.end(), part);
        case ast::LabelOp::name:
            break;
    }
    if (value.is(Kind::relationship)) return world_.edges[value.as_relationship()].type == labels.name;
    const auto& names = world_.nodes[value.as_node()].labels;
    return std::find(names.begin(), names.end(), labels.name) != names.end();
}

}  // namespace confer::oracle
