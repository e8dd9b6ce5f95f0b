// Patterns by trial: every node for every node, every relationship for every relationship, each at most once.
#include <algorithm>

#include "naive_internal.h"
#include "value/compare.h"

namespace confer::oracle {

using engine::EdgeId;
using engine::Kind;
using engine::NodeId;
using engine::PathValue;
using engine::ValueList;

namespace {

// A way to match the paths of a MATCH: what the variables are, and what each path runs through.
struct Match {
    Row row;
    std::vector<PathValue> paths;
};

class Trial {
public:
    Trial(Naive& naive, const std::vector<Naive::Path>& paths, const Row& row,
          const std::function<void(const Match&)>& found)
        : naive_(naive),
          paths_(paths),
          outer_(row),
          match_{row, {}},
          found_(found),
          taken_(naive.world().edges.size()) {}

    void run() { begin_path(0); }

private:
    // The nodes and relationships of one path as they are drawn in the pattern; a relationship that is walked several
    // times has many.
    struct Drawn {
        std::vector<NodeId> nodes;
        std::vector<std::vector<EdgeId>> trails;
    };
    // What the variables of a path that is walked several times were, turn by turn.
    using Lists = std::map<std::string, ValueList>;
    // One turn of it.
    struct Turn {
        Row row;
        std::vector<NodeId> nodes;
        std::vector<EdgeId> edges;
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
        const auto known = match_.row.find(variable->text);
        if (known != match_.row.end()) {
            if (engine::equals(known->second, value) == true) then();
            return;
        }
        match_.row.emplace(variable->text, value);
        then();
        match_.row.erase(variable->text);
    }

    void begin_path(std::size_t path) {
        if (path == paths_.size()) {
            if (conditions_hold()) found_(match_);
            return;
        }
        each(naive_.world().nodes.size(), [&](std::size_t number) {
            const auto node = static_cast<NodeId>(number);
            if (naive_.world().nodes[number].deleted) {
                // Whether a deleted node is found where it is bound already, nothing says.
                const std::optional<ast::Name>& variable = paths_[path].pattern->nodes.front().variable;
                const auto known = variable ? match_.row.find(variable->text) : match_.row.end();
                if (known != match_.row.end() && engine::equals(known->second, Value::node(node)) == true)
                    throw FailsOnDeleted{};
                return;
            }
            drawn_.emplace_back();
            match_.paths.push_back({{node}, {}});
            take_node(path, node);
            match_.paths.pop_back();
            drawn_.pop_back();
        });
    }

    void take_node(std::size_t path, NodeId node) {
        const std::size_t place = drawn_[path].nodes.size();
        const ast::NodePattern& pattern = paths_[path].pattern->nodes[place];
        if (pattern.labels != nullptr && !naive_.has_labels(*pattern.labels, Value::node(node))) return;
        with(pattern.variable, Value::node(node), [&] {
            drawn_[path].nodes.push_back(node);
            if (place == paths_[path].pattern->relationships.size()) {
                with(*paths_[path].name, Value(match_.paths[path]), [&] { begin_path(path + 1); });
            } else if (paths_[path].pattern->relationships[place].path != nullptr) {
                turn_again(path, node, 0, no_lists(*paths_[path].pattern->relationships[place].path));
            } else {
                std::vector<EdgeId> trail;
                walk(path, node, trail);
            }
            drawn_[path].nodes.pop_back();
        });
    }

    // Calls go_on(relationship, next node) for all relationships that can be walked from `node`.
    template <class GoOn>
    void each_step(std::size_t path, const ast::RelationshipPattern& pattern, NodeId node, const GoOn& go_on) {
        each(naive_.world().edges.size(), [&](std::size_t number) {
            const auto edge = static_cast<EdgeId>(number);
            const auto next = other_end(pattern, edge, node);
            if (taken_[number] || !next) return;
            if (pattern.types != nullptr && !naive_.has_labels(*pattern.types, Value::relationship(edge))) return;
            taken_[number] = true;
            match_.paths[path].edges.push_back(edge);
            match_.paths[path].nodes.push_back(*next);
            go_on(edge, *next);
            match_.paths[path].nodes.pop_back();
            match_.paths[path].edges.pop_back();
            taken_[number] = false;
        });
    }

    static std::pair<std::int64_t, std::int64_t> bounds(const ast::RelationshipPattern& pattern) {
        if (!pattern.hops) return {1, 1};
        return {pattern.hops->least.value_or(1), pattern.hops->most.value_or(std::numeric_limits<std::int64_t>::max())};
    }

    // Goes on from `node`, after `trail` of the relationship that is being drawn.
    void walk(std::size_t path, NodeId node, std::vector<EdgeId>& trail) {
        const ast::RelationshipPattern& pattern = paths_[path].pattern->relationships[drawn_[path].trails.size()];
        const auto [least, most] = bounds(pattern);
        const auto length = static_cast<std::int64_t>(trail.size());
        if (length >= least && length <= most) take_trail(path, node, trail);
        if (length >= most) return;
        each_step(path, pattern, node, [&](EdgeId edge, NodeId next) {
            trail.push_back(edge);
            walk(path, next, trail);
            trail.pop_back();
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
            take_node(path, end);
            drawn_[path].trails.pop_back();
        });
    }

    // ---- ((a)-[r]->(b) WHERE …){1,3}
    static Lists no_lists(const ast::PathPattern& pattern) {
        std::set<std::string> names;
        add_names(pattern, names);
        Lists lists;
        for (const std::string& name : names) lists[name] = {};
        return lists;
    }

    void turn_again(std::size_t path, NodeId node, std::int64_t turns, const Lists& lists) {
        const ast::RelationshipPattern& pattern = paths_[path].pattern->relationships[drawn_[path].trails.size()];
        const auto [least, most] = bounds(pattern);
        if (turns >= least && turns <= most) take_turns(path, node, lists);
        if (turns >= most) return;
        turn_at(path, *pattern.path, {outer_, {}, {}}, node, [&](const Turn& turn) {
            if (!turn_fits(*pattern.path, turn)) return;
            Lists longer = lists;
            for (auto& [name, list] : longer) list.push_back(turn.row.at(name));
            turn_again(path, turn.nodes.back(), turns + 1, longer);
        });
    }

    // The rest of a turn, from `node` on, which is to be its next node.
    void turn_at(std::size_t path, const ast::PathPattern& pattern, Turn turn, NodeId node,
                 const std::function<void(const Turn&)>& done) {
        const std::size_t place = turn.nodes.size();
        const ast::NodePattern& drawn = pattern.nodes[place];
        if (drawn.labels != nullptr && !naive_.has_labels(*drawn.labels, Value::node(node))) return;
        if (drawn.variable) {
            const auto [known, is_new] = turn.row.try_emplace(drawn.variable->text, Value::node(node));
            if (!is_new && engine::equals(known->second, Value::node(node)) != true) return;
        }
        turn.nodes.push_back(node);
        if (place == pattern.relationships.size()) return done(turn);
        const ast::RelationshipPattern& step = pattern.relationships[place];
        if (step.hops || step.path != nullptr) throw Unsupported{};
        each_step(path, step, node, [&](EdgeId edge, NodeId next) {
            Turn longer = turn;
            longer.edges.push_back(edge);
            if (step.variable) longer.row[step.variable->text] = Value::relationship(edge);
            turn_at(path, pattern, std::move(longer), next, done);
        });
    }

    bool turn_fits(const ast::PathPattern& pattern, const Turn& turn) {
        const auto fits = [&](const auto& drawn, const Value& element) {
            return naive_.properties_fit(drawn.properties, element, turn.row) &&
                   (drawn.where == nullptr || naive_.holds(*drawn.where, turn.row));
        };
        for (std::size_t i = 0; i < pattern.nodes.size(); ++i) {
            if (!fits(pattern.nodes[i], Value::node(turn.nodes[i]))) return false;
        }
        for (std::size_t i = 0; i < pattern.relationships.size(); ++i) {
            if (!fits(pattern.relationships[i], Value::relationship(turn.edges[i]))) return false;
        }
        return pattern.where == nullptr || naive_.holds(*pattern.where, turn.row);
    }

    void take_turns(std::size_t path, NodeId end, const Lists& lists) {
        for (const auto& [name, list] : lists) match_.row.emplace(name, Value(list));
        drawn_[path].trails.emplace_back();
        take_node(path, end);
        drawn_[path].trails.pop_back();
        for (const auto& entry : lists) match_.row.erase(entry.first);
    }

    // ---- conditions
    std::optional<NodeId> other_end(const ast::RelationshipPattern& pattern, EdgeId edge, NodeId node) const {
        const World& world = naive_.world();
        const World::Edge& ends = world.edges[edge];
        if (ends.deleted || world.nodes[ends.from].deleted || world.nodes[ends.to].deleted) return std::nullopt;
        if (pattern.direction != ast::Direction::incoming && ends.from == node) return ends.to;
        if (pattern.direction != ast::Direction::outgoing && ends.to == node) return ends.from;
        return std::nullopt;
    }

    bool relationship_fits(const ast::RelationshipPattern& pattern, const std::vector<EdgeId>& trail) {
        return std::all_of(trail.begin(), trail.end(), [&](EdgeId edge) {
            const Value each = Value::relationship(edge);
            Row inside = match_.row;  // of many relationships, the conditions speak of each
            if (pattern.variable) inside[pattern.variable->text] = each;
            return naive_.properties_fit(pattern.properties, each, inside) &&
                   (pattern.where == nullptr || naive_.holds(*pattern.where, inside));
        });
    }

    bool conditions_hold() {
        for (std::size_t path = 0; path < paths_.size(); ++path) {
            const ast::PathPattern& pattern = *paths_[path].pattern;
            for (std::size_t i = 0; i < pattern.nodes.size(); ++i) {
                const ast::NodePattern& node = pattern.nodes[i];
                if (!naive_.properties_fit(node.properties, Value::node(drawn_[path].nodes[i]), match_.row))
                    return false;
                if (node.where != nullptr && !naive_.holds(*node.where, match_.row)) return false;
            }
            for (std::size_t i = 0; i < pattern.relationships.size(); ++i) {
                if (!relationship_fits(pattern.relationships[i], drawn_[path].trails[i])) return false;
            }
            if (pattern.where != nullptr && !naive_.holds(*pattern.where, match_.row)) return false;
        }
        return true;
    }

    Naive& naive_;
    const std::vector<Naive::Path>& paths_;
    const Row& outer_;
    Match match_;
    const std::function<void(const Match&)>& found_;
    std::vector<bool> taken_;
    std::vector<Drawn> drawn_;
};

// Whether two matches differ, if at all, in how the path gets from its first node to its last.
bool same_ends(const Match& a, const Match& b, std::size_t path) {
    for (std::size_t i = 0; i < a.paths.size(); ++i) {
        const PathValue &one = a.paths[i], &other = b.paths[i];
        if (i == path ? one.nodes.front() != other.nodes.front() || one.nodes.back() != other.nodes.back()
                      : one.nodes != other.nodes || one.edges != other.edges)
            return false;
    }
    return true;
}

bool is_call(const ast::PathSelector& selector) {
    using Form = ast::PathSelector::Form;
    return selector.form == Form::shortest_path || selector.form == Form::all_shortest_paths;
}

// Leaves those matches of which `path` is one that its selector chooses.
std::vector<Match> select(std::vector<Match> all, std::size_t path, const ast::PathSelector& selector,
                          std::size_t count) {
    using Form = ast::PathSelector::Form;
    const bool groups = selector.form == Form::all_shortest || selector.form == Form::all_shortest_paths ||
                        selector.form == Form::shortest_groups;
    const auto length = [&](const Match& match) { return match.paths[path].edges.size(); };
    if (is_call(selector)) {  // which join two nodes
        std::erase_if(all, [&](const Match& match) {
            return length(match) > 0 && match.paths[path].nodes.front() == match.paths[path].nodes.back();
        });
    }
    std::vector<std::size_t> by_length(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) by_length[i] = i;
    std::stable_sort(by_length.begin(), by_length.end(),
                     [&](std::size_t a, std::size_t b) { return length(all[a]) < length(all[b]); });
    std::set<std::size_t> in;
    for (const std::size_t match : by_length) {
        std::set<std::size_t> lengths;
        std::size_t before = 0;
        for (const std::size_t other : in) {
            if (!same_ends(all[match], all[other], path)) continue;
            lengths.insert(length(all[other]));
            ++before;
        }
        const bool chosen = groups ? lengths.size() < count || lengths.contains(length(all[match])) : before < count;
        if (chosen) in.insert(match);
    }
    std::vector<Match> chosen;
    for (const std::size_t match : in) chosen.push_back(std::move(all[match]));
    return chosen;
}

}  // namespace

void Naive::match(const std::vector<Path>& paths, const Row& row, const std::function<void(const Row&)>& found) {
    const bool selects =
        std::any_of(paths.begin(), paths.end(), [](const Path& path) { return path.pattern->selector.has_value(); });
    std::vector<Match> all;
    Trial(*this, paths, row, [&](const Match& match) {
        if (selects)
            all.push_back(match);
        else
            found(match.row);
    }).run();
    rearrange(all);
    for (std::size_t i = 0; i < paths.size(); ++i) {
        if (!paths[i].pattern->selector) continue;
        const std::size_t count = row_count(paths[i].pattern->selector->count, 1);
        if (count == 0) throw Fails("at least one path");
        all = select(std::move(all), i, *paths[i].pattern->selector, count);
    }
    for (const Match& match : all) found(match.row);
}

bool Naive::properties_fit(const ast::ExprPtr& properties, const Value& owner, const Row& row) {
    if (properties == nullptr) return true;
    const auto* map = std::get_if<ast::MapLiteral>(&properties->node);
    if (map == nullptr) throw Unsupported{};
    return std::all_of(map->entries.begin(), map->entries.end(), [&](const auto& entry) {
        return engine::equals(property(owner, entry.first.text), evaluate(*entry.second, row)) == true;
    });
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
