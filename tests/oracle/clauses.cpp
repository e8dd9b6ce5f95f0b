// Clauses, one after the other, each from a table of rows to the next.
#include <algorithm>
#include <optional>
#include <set>

#include "naive_internal.h"
#include "procedures.h"
#include "value/compare.h"

namespace confer::oracle {

using engine::Kind;

namespace {

using Cells = std::vector<Value>;

bool same(const Cells& a, const Cells& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const Value& x, const Value& y) { return engine::order(x, y) == 0; });
}

std::vector<std::string> sorted(const std::set<std::string>& names) {
    return {names.begin(), names.end()};
}

struct Item {
    std::string name;
    const ast::Expr* expr;  // null: the variable called `name`, of `*`
    bool aggregated;
};

// A row on its way through WITH or RETURN.
struct Made {
    Row around;   // what sort keys may see besides: the row (of a group the first) that it was made of
    Group group;  // of an aggregating projection
    Cells cells;
    Cells sort_keys;
};

}  // namespace

void add_names(const ast::PathPattern& path, std::set<std::string>& names) {
    if (path.variable) names.insert(path.variable->text);
    for (const auto& node : path.nodes) {
        if (node.variable) names.insert(node.variable->text);
    }
    for (const auto& relationship : path.relationships) {
        if (relationship.variable) names.insert(relationship.variable->text);
        if (relationship.path != nullptr) add_names(*relationship.path, names);
    }
}

std::vector<std::vector<Value>> Expected::answer() const {
    const std::size_t begin = std::min(skip, rows.size()), end = begin + std::min(limit, rows.size() - begin);
    return {rows.begin() + static_cast<std::ptrdiff_t>(begin), rows.begin() + static_cast<std::ptrdiff_t>(end)};
}

World::World(engine::GraphPtr from) : graph(std::move(from)) {
    for (engine::NodeId node = 0; node < graph->present_node_count(); ++node) {
        Node& added = nodes.emplace_back();
        for (const auto label : graph->labels_of(node)) added.labels.push_back(graph->labels().name(label));
        for (const auto key : graph->node_keys(node))
            added.properties[graph->keys().name(key)] = graph->property(node, key);
    }
    for (engine::EdgeId edge = 0; edge < graph->edge_count(); ++edge) {
        const engine::EdgeEnds ends = graph->ends(edge);
        Edge& added =
            edges.emplace_back(Edge{graph->types().name(graph->type_of(edge)), ends.source, ends.target, {}, false});
        for (const auto key : graph->edge_keys(edge))
            added.properties[graph->keys().name(key)] = graph->edge_property(edge, key);
    }
}

bool is_deleted(const World& world, const Value& element) {
    return element.is(Kind::node) ? world.nodes[element.as_node()].deleted
                                  : world.edges[element.as_relationship()].deleted;
}

void each_part(const ast::Expr& expr, const std::function<void(const ast::Expr&)>& visit) {
    visit(expr);
    const auto part = [&](const ast::ExprPtr& child) {
        if (child != nullptr) each_part(*child, visit);
    };
    if (const auto* list = std::get_if<ast::ListLiteral>(&expr.node)) {
        for (const auto& item : list->items) part(item);
    } else if (const auto* map = std::get_if<ast::MapLiteral>(&expr.node)) {
        for (const auto& entry : map->entries) part(entry.second);
    } else if (const auto* unary = std::get_if<ast::Unary>(&expr.node)) {
        part(unary->operand);
    } else if (const auto* binary = std::get_if<ast::Binary>(&expr.node)) {
        part(binary->left);
        part(binary->right);
    } else if (const auto* comparison = std::get_if<ast::Comparison>(&expr.node)) {
        for (const auto& operand : comparison->operands) part(operand);
    } else if (const auto* property = std::get_if<ast::Property>(&expr.node)) {
        part(property->object);
    } else if (const auto* index = std::get_if<ast::Index>(&expr.node)) {
        part(index->object);
        part(index->index);
    } else if (const auto* slice = std::get_if<ast::Slice>(&expr.node)) {
        part(slice->object);
        part(slice->from);
        part(slice->to);
    } else if (const auto* test = std::get_if<ast::HasLabels>(&expr.node)) {
        part(test->object);
    } else if (const auto* call = std::get_if<ast::FunctionCall>(&expr.node)) {
        for (const auto& argument : call->arguments) part(argument);
    } else if (const auto* choice = std::get_if<ast::Case>(&expr.node)) {
        part(choice->subject);
        for (const auto& [condition, result] : choice->branches) {
            part(condition);
            part(result);
        }
        part(choice->otherwise);
    } else if (const auto* comprehension = std::get_if<ast::ListComprehension>(&expr.node)) {
        part(comprehension->list);
        part(comprehension->where);
        part(comprehension->result);
    } else if (const auto* quantifier = std::get_if<ast::Quantifier>(&expr.node)) {
        part(quantifier->list);
        part(quantifier->where);
    } else if (const auto* reduce = std::get_if<ast::Reduce>(&expr.node)) {
        part(reduce->initial);
        part(reduce->list);
        part(reduce->body);
    } else if (const auto* projection = std::get_if<ast::MapProjection>(&expr.node)) {
        for (const auto& item : projection->items) part(item.value);
    }
}

bool has_aggregate(const ast::Expr& expr) {
    bool found = false;
    each_part(expr, [&](const ast::Expr& part) {
        const auto* call = std::get_if<ast::FunctionCall>(&part.node);
        found = found || std::holds_alternative<ast::CountStar>(part.node) ||
                (call != nullptr && is_aggregate(call->name.text));
    });
    return found;
}

Naive::Table Naive::match(const ast::Match& match, Table table) {
    std::set<std::string> names(table.names.begin(), table.names.end());
    std::vector<Path> paths;
    for (const ast::PathPattern& path : match.patterns) {
        add_names(path, names);
        paths.push_back({&path, &path.variable});
    }
    Table out{sorted(names), {}};
    for (const Row& row : table.rows) {
        const std::size_t before = out.rows.size();
        this->match(paths, row, [&](const Row& found) {
            count_step();
            if (match.where == nullptr || holds(*match.where, found)) out.rows.push_back(found);
        });
        if (!match.optional || out.rows.size() > before) continue;
        Row alone = row;
        for (const std::string& name : out.names) alone.try_emplace(name);
        out.rows.push_back(std::move(alone));
    }
    rearrange(out.rows);
    return out;
}

Naive::Table Naive::unwind(const ast::Expr& list, const std::string& element, const std::string* position,
                           std::int64_t first, Table table) {
    std::set<std::string> names(table.names.begin(), table.names.end());
    names.insert(element);
    if (position != nullptr) names.insert(*position);
    Table out{sorted(names), {}};
    for (const Row& row : table.rows) {
        const Value value = evaluate(list, row);
        if (value.is_null()) continue;
        const std::vector<Value> items = value.is(Kind::list)
                                             ? std::vector<Value>(value.as_list().begin(), value.as_list().end())
                                             : std::vector<Value>{value};
        for (std::size_t i = 0; i < items.size(); ++i) {
            count_step();
            Row& longer = out.rows.emplace_back(row);
            longer[element] = items[i];
            if (position != nullptr) longer[*position] = first + static_cast<std::int64_t>(i);
        }
    }
    return out;
}

Naive::Table Naive::unwind(const ast::For& loop, Table table) {
    using Counting = ast::For::Counting;
    const std::string* const position = loop.counting == Counting::none ? nullptr : &loop.position.text;
    return unwind(*loop.list, loop.variable.text, position, loop.counting == Counting::from_one ? 1 : 0,
                  std::move(table));
}

Naive::Table Naive::filter(const ast::Expr& condition, Table table) {
    std::erase_if(table.rows, [&](const Row& row) { return !holds(condition, row); });
    return table;
}

Naive::Table Naive::let(const ast::Let& let, Table table) {
    for (const auto& [name, value] : let.bindings) {
        for (Row& row : table.rows) row[name.text] = evaluate(*value, row);
        table.names.push_back(name.text);
    }
    std::sort(table.names.begin(), table.names.end());
    return table;
}

Naive::Table Naive::call(const ast::ProcedureCall& call, Table table, bool alone) {
    const Procedure* const procedure = find_procedure(call.procedure.text);
    if (procedure == nullptr || !call.arguments || call.arguments->size() != procedure->inputs.size())
        throw Fails("no such procedure");
    std::vector<std::pair<std::size_t, std::string>> yields;  // an output, and what it is called from here on
    if (call.yields) {
        for (const ast::YieldItem& item : *call.yields) {
            const auto output = std::find(procedure->outputs.begin(), procedure->outputs.end(), item.output.text);
            if (output == procedure->outputs.end()) throw Fails("no such output");
            yields.emplace_back(output - procedure->outputs.begin(), item.alias ? item.alias->text : item.output.text);
        }
    } else if (alone) {
        for (const std::string& output : procedure->outputs) yields.emplace_back(yields.size(), output);
    }
    std::set<std::string> names(table.names.begin(), table.names.end());
    for (const auto& yield : yields) names.insert(yield.second);
    Table out{sorted(names), {}};
    for (const Row& row : table.rows) {
        Cells arguments;
        for (const ast::ExprPtr& argument : *call.arguments) {
            arguments.push_back(evaluate(*argument, row));
            if (!arguments.back().is_null() && !arguments.back().is(Kind::integer)) throw Fails("not an integer");
        }
        if (procedure->outputs.empty()) out.rows.push_back(row);
        for (const auto& [inputs, outputs] : procedure->rows) {
            count_step();
            if (procedure->outputs.empty() || !same(inputs, arguments)) continue;
            Row longer = row;
            for (const auto& [output, name] : yields) longer[name] = outputs[output];
            if (call.where == nullptr || holds(*call.where, longer)) out.rows.push_back(std::move(longer));
        }
    }
    return out;
}

std::size_t Naive::row_count(const ast::ExprPtr& expr, std::size_t otherwise) {
    if (expr == nullptr) return otherwise;
    const Value value = evaluate(*expr, {});
    if (!value.is(Kind::integer) || value.as_integer() < 0) throw Fails("not a number of rows");
    return static_cast<std::size_t>(value.as_integer());
}

// `surroundings`, where wanted, receives for each row what a WHERE after it may see.
Expected Naive::project(const ast::Projection& projection, const Table& table, const Row& outer, Rows* surroundings) {
    std::vector<Item> items;
    if (projection.all) {
        for (const std::string& name : table.names) items.push_back({name, nullptr, false});
    }
    for (const ast::ProjectionItem& item : projection.items) {
        const auto* variable = std::get_if<ast::Variable>(&item.expr->node);
        const std::string name = item.alias ? item.alias->text : variable != nullptr ? variable->name : item.text;
        items.push_back({name, item.expr.get(), has_aggregate(*item.expr)});
    }
    const bool aggregating = std::any_of(items.begin(), items.end(), [](const Item& item) { return item.aggregated; });
    const auto value_of = [&](const Item& item, const Row& row, const Group* group) {
        return item.expr == nullptr ? row.at(item.name) : evaluate(*item.expr, row, group);
    };

    std::vector<Made> made;
    if (aggregating) {
        std::vector<Cells> keys;
        for (const Row& row : table.rows) {
            Cells key;
            for (const Item& item : items) {
                if (!item.aggregated) key.push_back(value_of(item, row, nullptr));
            }
            const auto known =
                std::find_if(keys.begin(), keys.end(), [&](const Cells& other) { return same(key, other); });
            const auto place = static_cast<std::size_t>(known - keys.begin());
            if (known == keys.end()) {
                keys.push_back(std::move(key));
                made.push_back({row, {}, {}, {}});
            }
            made[place].group.push_back(&row);
        }
        const bool has_keys =
            std::any_of(items.begin(), items.end(), [](const Item& item) { return !item.aggregated; });
        if (made.empty() && !has_keys) made.push_back({outer, {}, {}, {}});
    } else {
        for (const Row& row : table.rows) made.push_back({row, {}, {}, {}});
    }
    try {
        for (Made& row : made) {
            const Group* group = aggregating ? &row.group : nullptr;
            for (const Item& item : items) row.cells.push_back(value_of(item, row.around, group));
        }
    } catch (const Fails&) {  // may be of a row that is not asked for
        if (projection.skip != nullptr || projection.limit != nullptr) throw Unsupported{};
        throw;
    }
    if (projection.distinct) {
        std::vector<Made> once;
        for (Made& row : made) {
            const auto is_same = [&](const Made& other) { return same(row.cells, other.cells); };
            if (std::none_of(once.begin(), once.end(), is_same)) once.push_back(std::move(row));
        }
        made = std::move(once);
    }
    if (aggregating || projection.distinct) rearrange(made);
    for (Made& row : made) {
        for (std::size_t i = 0; i < items.size(); ++i) row.around[items[i].name] = row.cells[i];
        for (const ast::SortItem& key : projection.order_by) {
            Row around = row.around;
            row.sort_keys.push_back(evaluate(*key.expr, around, aggregating ? &row.group : nullptr));
            check_order(row.sort_keys.back());
        }
    }
    const auto order = [&](const Made& a, const Made& b) {
        for (std::size_t i = 0; i < projection.order_by.size(); ++i) {
            const int sign = engine::order(a.sort_keys[i], b.sort_keys[i]);
            if (sign != 0) return projection.order_by[i].descending ? -sign : sign;
        }
        return 0;
    };
    std::stable_sort(made.begin(), made.end(), [&](const Made& a, const Made& b) { return order(a, b) < 0; });

    Expected out;
    for (const Item& item : items) out.columns.push_back(item.name);
    for (std::size_t i = 0; i < made.size(); ++i) {
        const bool new_tie = i > 0 && order(made[i - 1], made[i]) != 0;
        out.tie.push_back(i == 0 ? 0 : out.tie.back() + (new_tie ? 1 : 0));
        if (surroundings != nullptr) surroundings->push_back(made[i].around);
        out.rows.push_back(std::move(made[i].cells));
    }
    out.skip = row_count(projection.skip, 0);
    out.limit = row_count(projection.limit, out.limit);
    return out;
}

Naive::Table Naive::pass_on(const ast::Projection& projection, const Table& table, const Row& outer) {
    Rows surroundings;
    const Expected made = project(projection, table, outer, &surroundings);
    Table out{made.columns, {}};
    std::sort(out.names.begin(), out.names.end());
    for (std::size_t i = made.skip; i < made.rows.size() && i - made.skip < made.limit; ++i) {
        if (projection.where != nullptr && !holds(*projection.where, surroundings[i])) continue;
        Row row = outer;
        for (std::size_t column = 0; column < made.columns.size(); ++column)
            row[made.columns[column]] = made.rows[i][column];
        out.rows.push_back(std::move(row));
    }
    return out;
}

Naive::Table Naive::pass(const ast::Clause& clause, Table table, const Row& outer) {
    if (const auto* match = std::get_if<ast::Match>(&clause.node)) return this->match(*match, std::move(table));
    if (const auto* unwind = std::get_if<ast::Unwind>(&clause.node))
        return this->unwind(*unwind->list, unwind->variable.text, nullptr, 0, std::move(table));
    if (const auto* loop = std::get_if<ast::For>(&clause.node)) return unwind(*loop, std::move(table));
    if (const auto* filter = std::get_if<ast::Filter>(&clause.node))
        return this->filter(*filter->condition, std::move(table));
    if (const auto* let = std::get_if<ast::Let>(&clause.node)) return this->let(*let, std::move(table));
    if (const auto* create = std::get_if<ast::Create>(&clause.node)) return this->create(*create, std::move(table));
    if (const auto* merge = std::get_if<ast::Merge>(&clause.node)) return this->merge(*merge, std::move(table));
    if (const auto* set = std::get_if<ast::Set>(&clause.node)) {
        for (const Row& row : table.rows) this->set(set->items, row);
    } else if (const auto* remove = std::get_if<ast::Remove>(&clause.node)) {
        this->remove(remove->items, table);
    } else if (const auto* destroy = std::get_if<ast::Delete>(&clause.node)) {
        this->destroy(*destroy, table);
    } else {
        return pass_on(std::get<ast::Projection>(clause.node), table, outer);
    }
    return table;
}

Expected Naive::run(const ast::SingleQuery& query, const Row& outer) {
    Table table{{}, {outer}};
    for (const ast::Clause& clause : query.clauses) {
        const auto* projection = std::get_if<ast::Projection>(&clause.node);
        if (projection != nullptr && projection->is_return) return project(*projection, table, outer, nullptr);
        if (const auto* call = std::get_if<ast::ProcedureCall>(&clause.node)) {
            table = this->call(*call, std::move(table), query.clauses.size() == 1);
        } else {
            table = pass(clause, std::move(table), outer);
        }
    }
    Expected rows;
    if (std::holds_alternative<ast::ProcedureCall>(query.clauses.front().node) && query.clauses.size() == 1) {
        rows.columns = table.names;
        for (const Row& row : table.rows) {
            Cells& cells = rows.rows.emplace_back();
            for (const std::string& name : table.names) cells.push_back(row.at(name));
        }
        if (table.names.empty()) rows.rows.clear();
    } else if (!ast::writes(query.clauses.back())) {  // a subquery without RETURN: only how many there are matters
        rows.rows.resize(table.rows.size());
    }
    rows.tie.resize(rows.rows.size());
    return rows;
}

Expected Naive::run(const ast::Query& query, const Row& outer) {
    Expected all = run(query.parts.front(), outer);
    for (std::size_t i = 1; i < query.parts.size(); ++i) {
        const Expected more = run(query.parts[i], outer);
        Expected both;
        both.columns = all.columns;
        both.rows = all.answer();
        for (const Cells& row : more.answer()) {
            Cells ordered;
            for (const std::string& name : all.columns) {
                const auto column = std::find(more.columns.begin(), more.columns.end(), name);
                if (column == more.columns.end()) throw Fails("the parts of a UNION have different columns");
                ordered.push_back(row[static_cast<std::size_t>(column - more.columns.begin())]);
            }
            both.rows.push_back(std::move(ordered));
        }
        if (!query.union_all[i - 1]) {
            std::vector<Cells> once;
            for (Cells& row : both.rows) {
                const auto is_same = [&](const Cells& other) { return same(row, other); };
                if (std::none_of(once.begin(), once.end(), is_same)) once.push_back(std::move(row));
            }
            both.rows = std::move(once);
        }
        both.tie.resize(both.rows.size());
        all = std::move(both);
    }
    return all;
}

Expected evaluate(const ast::Query& query, World& world, const Row& parameters, unsigned order) {
    Naive naive(world, parameters, order, ast::writes(query));
    Expected expected = naive.run(query, {});
    naive.check_ends();
    return expected;
}

}  // namespace confer::oracle
