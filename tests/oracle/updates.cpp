// The clauses that write, row by row, in place.
#include <algorithm>

#include "naive_internal.h"
#include "value/compare.h"

namespace confer::oracle {

using engine::EdgeId;
using engine::Kind;
using engine::NodeId;

namespace {

using Form = ast::UpdateItem::Form;

bool is_plain(const Value& value) {
    return value.is(Kind::boolean) || value.is_number() || value.is(Kind::string);
}

bool is_storable(const Value& value) {
    if (!value.is(Kind::list)) return is_plain(value);
    return std::all_of(value.as_list().begin(), value.as_list().end(), is_plain);
}

// A, A&B, :A:B
void add_labels(const ast::LabelExpr& labels, std::vector<std::string>& names) {
    if (labels.op == ast::LabelOp::name) {
        names.push_back(labels.name);
    } else if (labels.op == ast::LabelOp::conjunction) {
        for (const auto& part : labels.parts) add_labels(*part, names);
    } else {
        throw Fails("which label?");
    }
}

const std::vector<std::pair<ast::Name, ast::ExprPtr>>& entries(const ast::ExprPtr& properties) {
    static const std::vector<std::pair<ast::Name, ast::ExprPtr>> none;
    if (properties == nullptr) return none;
    const auto* map = std::get_if<ast::MapLiteral>(&properties->node);
    if (map == nullptr) throw Unsupported{};
    return map->entries;
}

bool adds_label(std::vector<std::string>& labels, const std::string& label) {
    if (std::find(labels.begin(), labels.end(), label) != labels.end()) return false;
    labels.push_back(label);
    return true;
}

}  // namespace

void Naive::check_order(const Value& value) const {
    if (!writes_) return;
    if (value.is(Kind::node) || value.is(Kind::relationship) || value.is(Kind::path)) throw Unsupported{};
    if (value.is(Kind::list)) {
        for (const Value& item : value.as_list()) check_order(item);
    } else if (value.is(Kind::map)) {
        for (const auto& entry : value.as_map()) check_order(entry.second);
    }
}

void Naive::check_ends() const {
    for (const World::Edge& edge : world_.edges) {
        if (!edge.deleted && (world_.nodes[edge.from].deleted || world_.nodes[edge.to].deleted))
            throw Fails("a relationship to a node that was deleted");
    }
}

void Naive::give(const Value& element, const std::string& key, const Value& value) {
    Properties& properties = element.is(Kind::node) ? world_.nodes[element.as_node()].properties
                                                    : world_.edges[element.as_relationship()].properties;
    if (value.is_null()) {
        world_.changes.properties_removed += properties.erase(key);
    } else if (!is_storable(value)) {
        throw Fails("no value for a property");
    } else {
        properties[key] = value;
        ++world_.changes.properties_set;
    }
}

// What the properties of all that is drawn are to be: nodes and relationships of each path, in turn.
Naive::Given Naive::given_properties(const std::vector<const ast::PathPattern*>& paths, const Row& row) {
    Given given;
    const auto add = [&](const ast::ExprPtr& properties) {
        Properties& values = given.emplace_back();
        for (const auto& [key, value] : entries(properties)) values[key.text] = evaluate(*value, row);
    };
    for (const ast::PathPattern* path : paths) {
        for (const ast::NodePattern& node : path->nodes) add(node.properties);
        for (const ast::RelationshipPattern& relationship : path->relationships) add(relationship.properties);
    }
    return given;
}

void Naive::give_all(const Value& element, const Properties& properties) {
    for (const auto& [key, value] : properties) {
        if (!value.is_null()) give(element, key, value);
    }
}

Value Naive::draw_node(const ast::NodePattern& pattern, const Properties& properties, Row& row) {
    const auto known = pattern.variable ? row.find(pattern.variable->text) : row.end();
    if (known != row.end()) {
        if (!known->second.is(Kind::node)) throw Fails("not a node");
        if (is_deleted(world_, known->second)) throw FailsOnDeleted{};
        return known->second;
    }
    const Value node = Value::node(static_cast<NodeId>(world_.nodes.size()));
    std::vector<std::string> labels;
    if (pattern.labels != nullptr) add_labels(*pattern.labels, labels);
    World::Node& made = world_.nodes.emplace_back();
    for (const std::string& label : labels) adds_label(made.labels, label);
    ++world_.changes.nodes_created;
    world_.changes.labels_added += made.labels.size();
    give_all(node, properties);
    if (pattern.variable) row[pattern.variable->text] = node;
    return node;
}

void Naive::draw(const std::vector<const ast::PathPattern*>& paths, const Given& given, Row& row) {
    auto properties = given.begin();
    for (const ast::PathPattern* path : paths) {
        engine::PathValue made;
        for (const ast::NodePattern& node : path->nodes)
            made.nodes.push_back(draw_node(node, *properties++, row).as_node());
        for (std::size_t i = 0; i < path->relationships.size(); ++i) {
            const ast::RelationshipPattern& pattern = path->relationships[i];
            if (pattern.types == nullptr || pattern.types->op != ast::LabelOp::name || pattern.hops)
                throw Fails("which type?");
            NodeId from = made.nodes[i], to = made.nodes[i + 1];
            if (pattern.direction == ast::Direction::incoming) std::swap(from, to);
            const Value edge = Value::relationship(static_cast<EdgeId>(world_.edges.size()));
            world_.edges.push_back({pattern.types->name, from, to, {}, false});
            ++world_.changes.relationships_created;
            give_all(edge, *properties++);
            made.edges.push_back(edge.as_relationship());
            if (pattern.variable) row[pattern.variable->text] = edge;
        }
        if (path->variable) row[path->variable->text] = Value(made);
    }
}

// Its expressions see the graph before the clause.
Naive::Table Naive::create(const ast::Create& create, Table table) {
    std::set<std::string> names(table.names.begin(), table.names.end());
    std::vector<const ast::PathPattern*> paths;
    for (const ast::PathPattern& path : create.patterns) {
        add_names(path, names);
        paths.push_back(&path);
    }
    std::vector<Given> given;
    for (const Row& row : table.rows) given.push_back(given_properties(paths, row));
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        count_step();
        draw(paths, given[i], table.rows[i]);
    }
    table.names.assign(names.begin(), names.end());
    return table;
}

Naive::Table Naive::merge(const ast::Merge& merge, Table table) {
    std::set<std::string> names(table.names.begin(), table.names.end());
    add_names(merge.pattern, names);
    Table out{{names.begin(), names.end()}, {}};
    for (const Row& row : table.rows) {
        const Given given = given_properties({&merge.pattern}, row);
        for (const Properties& properties : given) {
            for (const auto& entry : properties) {
                if (entry.second.is_null()) throw Fails("MERGE on null");
            }
        }
        for (const ast::NodePattern& node : merge.pattern.nodes) {
            const auto known = node.variable ? row.find(node.variable->text) : row.end();
            if (known == row.end()) continue;
            if (!known->second.is(Kind::node) || is_deleted(world_, known->second)) throw Fails("not a node");
        }
        Rows found;
        match({{&merge.pattern, &merge.pattern.variable}}, row, [&](const Row& match) { found.push_back(match); });
        rearrange(found);
        const bool is_new = found.empty();
        if (is_new) draw({&merge.pattern}, given, found.emplace_back(row));
        for (Row& match : found) {
            count_step();
            for (const ast::MergeAction& action : merge.actions) {
                if (action.on_create == is_new) set(action.items, match);
            }
            out.rows.push_back(std::move(match));
        }
    }
    return out;
}

void Naive::set(const std::vector<ast::UpdateItem>& items, const Row& row) {
    for (const ast::UpdateItem& item : items) {
        count_step();
        const Value target = evaluate(*item.target, row);
        if (target.is_null()) continue;
        const bool on_labels = item.form == Form::labels;
        if (!target.is(Kind::node) && (on_labels || !target.is(Kind::relationship))) throw Fails("can't be changed");
        if (is_deleted(world_, target)) throw FailsOnDeleted{};
        if (on_labels) {
            for (const ast::Name& label : item.labels) {
                if (adds_label(world_.nodes[target.as_node()].labels, label.text)) ++world_.changes.labels_added;
            }
            continue;
        }
        const Value value = evaluate(*item.value, row);
        if (item.form == Form::property) {
            give(target, item.key.text, value);
            continue;
        }
        Properties all;
        if (value.is(Kind::map)) {
            for (const auto& [key, entry] : value.as_map()) all[key] = entry;
        } else if (value.is(Kind::node) || value.is(Kind::relationship)) {
            if (is_deleted(world_, value)) throw FailsOnDeleted{};
            all = value.is(Kind::node) ? world_.nodes[value.as_node()].properties
                                       : world_.edges[value.as_relationship()].properties;
        } else {
            throw Fails("no properties");
        }
        if (item.form == Form::replace) {
            const Properties before = target.is(Kind::node) ? world_.nodes[target.as_node()].properties
                                                            : world_.edges[target.as_relationship()].properties;
            for (const auto& entry : before) {
                if (!all.contains(entry.first)) give(target, entry.first, {});
            }
        }
        for (const auto& [key, entry] : all) give(target, key, entry);
    }
}

void Naive::remove(const std::vector<ast::UpdateItem>& items, const Table& table) {
    for (const Row& row : table.rows) {
        for (const ast::UpdateItem& item : items) {
            count_step();
            const Value target = evaluate(*item.target, row);
            if (target.is_null()) continue;
            const bool on_labels = item.form == Form::labels;
            if (!target.is(Kind::node) && (on_labels || !target.is(Kind::relationship)))
                throw Fails("can't be changed");
            if (is_deleted(world_, target)) throw FailsOnDeleted{};
            if (!on_labels) give(target, item.key.text, {});
            for (const ast::Name& label : item.labels)
                world_.changes.labels_removed += std::erase(world_.nodes[target.as_node()].labels, label.text);
        }
    }
}

// All that is to go is found before anything goes.
void Naive::destroy(const ast::Delete& clause, const Table& table) {
    std::set<NodeId> nodes;
    std::set<EdgeId> edges;
    for (const Row& row : table.rows) {
        for (const ast::ExprPtr& target : clause.targets) {
            count_step();
            const Value value = evaluate(*target, row);
            if (value.is_null()) continue;
            if (value.is(Kind::node)) {
                nodes.insert(value.as_node());
            } else if (value.is(Kind::relationship)) {
                edges.insert(value.as_relationship());
            } else if (value.is(Kind::path)) {
                nodes.insert(value.as_path().nodes.begin(), value.as_path().nodes.end());
                edges.insert(value.as_path().edges.begin(), value.as_path().edges.end());
            } else {
                throw Fails("can't be deleted");
            }
        }
    }
    std::erase_if(nodes, [&](NodeId node) { return world_.nodes[node].deleted; });
    for (EdgeId edge = 0; clause.detach && edge < world_.edges.size(); ++edge) {
        if (nodes.contains(world_.edges[edge].from) || nodes.contains(world_.edges[edge].to)) edges.insert(edge);
    }
    for (const EdgeId edge : edges) {
        if (!world_.edges[edge].deleted) ++world_.changes.relationships_deleted;
        world_.edges[edge].deleted = true;
    }
    for (const NodeId node : nodes) world_.nodes[node].deleted = true;
    world_.changes.nodes_deleted += nodes.size();
}

}  // namespace confer::oracle
