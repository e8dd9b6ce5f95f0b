// One operator a line, inputs below it, indented; what it does in the language's own notation; estimated rows at the
// right margin.
#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "base/overloaded.h"
#include "base/text_position.h"
#include "plan/build.h"
#include "plan/expr_text.h"

namespace confer::engine::plan {

namespace {

// 12, 1.2k, 34k, 5.6M
std::string short_number(double number) {
    if (number < 9.5) return std::to_string(std::llround(std::max(number, 0.0)));
    const char* units[] = {"", "k", "M", "G", "T", "P"};
    std::size_t unit = 0;
    while (number >= 999.5 && unit + 1 < std::size(units)) number /= 1000, ++unit;
    const long long tenths = std::llround(number * 10);
    if (unit == 0 || tenths >= 100) return std::to_string(std::llround(number)) + units[unit];
    return std::to_string(tenths / 10) + (tenths % 10 != 0 ? "." + std::to_string(tenths % 10) : "") + units[unit];
}

std::string hops_text(const typed::PatternRelationship::Hops& hops) {
    std::string text = "*";
    if (hops.least == 1 && !hops.most) return text;
    text += std::to_string(hops.least);
    if (hops.most && *hops.most == hops.least) return text;
    return text + ".." + (hops.most ? std::to_string(*hops.most) : "");
}

std::string quantifier_text(const typed::PatternRelationship::Hops& hops) {
    if (!hops.most && hops.least <= 1) return hops.least == 0 ? "*" : "+";
    if (hops.most == hops.least) return "{" + std::to_string(hops.least) + "}";
    return "{" + std::to_string(hops.least) + "," + (hops.most ? std::to_string(*hops.most) : "") + "}";
}

class Explainer {
public:
    explicit Explainer(const Plan& plan) : text_(plan.variables) {}

    std::vector<OutlineLine> lines;

    // From a hundred levels on nobody sees how deep a line is indented.
    void add(const Node& node, std::size_t depth) {
        lines.push_back({std::string(2 * std::min<std::size_t>(depth, 100), ' ') + describe(node), node.rows});
        for (const NodePtr& input : node.inputs) add(*input, depth + 1);
    }

private:
    std::string relationship(VarId variable, const typed::LabelTest* types, const std::string& hops,
                             typed::Towards towards) const {
        const std::string inner = text_.pattern_name(variable) + (types != nullptr ? ":" + to_text(*types) : "") + hops;
        const std::string body = inner.empty() ? "--" : "-[" + inner + "]-";
        return (towards == typed::Towards::incoming ? "<" : "") + body +
               (towards == typed::Towards::outgoing ? ">" : "");
    }
    std::string step(VarId from, VarId to, const std::string& middle) const {
        return "(" + text_.pattern_name(from) + ")" + middle + "(" + text_.pattern_name(to) + ")";
    }
    // A turn of one step is shown as *1..3, several in parentheses with their quantifier.
    std::string walk(const Walk& walk) const {
        std::string middle, conditions;
        if (walk.turn.size() == 1) {
            const WalkStep& step = walk.turn.front();
            middle = relationship(walk.relationships, step.types.get(), hops_text(walk.hops), step.towards);
        } else {
            for (const WalkStep& step : walk.turn) {
                if (middle.empty()) middle = "(" + walk_node(step.from);
                middle += walk_relationship(step) + walk_node(step.to);
            }
            middle += ")" + quantifier_text(walk.hops);
        }
        for (const WalkStep& step : walk.turn)
            for (const typed::ExprPtr& condition : step.conditions)
                conditions += (conditions.empty() ? " where each " : " AND ") + text_.of(*condition);
        const std::string length = walk.length == typed::no_variable ? "" : ", length" + counted(walk.length);
        return (walk.into ? "Into " : " ") + step(walk.from, walk.to, middle) + conditions + length;
    }
    std::string walk_node(VarId node) const {
        return "(" + (node == typed::no_variable ? "" : text_.pattern_name(node)) + ")";
    }
    std::string walk_relationship(const WalkStep& step) const {
        const std::string inner =
            (step.relationship == typed::no_variable ? "" : text_.pattern_name(step.relationship)) +
            (step.types != nullptr ? ":" + to_text(*step.types) : "");
        return (step.towards == typed::Towards::incoming ? "<-" : "-") + (inner.empty() ? "" : "[" + inner + "]") +
               (step.towards == typed::Towards::outgoing ? "->" : "-");
    }
    std::string selector(const typed::PathSelector& selector) const {
        return " shortest" + (selector.count == nullptr ? "" : " " + text_.of(*selector.count)) +
               (selector.groups ? " groups" : "");
    }
    std::string labelled(VarId variable, const typed::LabelTest* labels) const {
        return "(" + text_.pattern_name(variable) + (labels != nullptr ? ":" + to_text(*labels) : "") + ")";
    }
    std::string counted(VarId count) const { return " AS " + text_.name(count); }
    std::string ways(VarId from, const Ways& all) const {
        std::string text;
        for (const WayOn& way : all.each) {
            text += (text.empty() ? "" : " * ") + step(from, way);
            text += distinct_from(way.distinct_from);
            if (!way.unequal.empty()) text += " other than " + text_.names(way.unequal);
            if (!way.further.each.empty()) text += " { " + ways(way.to, way.further) + " }";
        }
        for (const Ways::Apart& apart : all.apart) text += apart.nodes ? " to different nodes" : " distinct";
        return text;
    }
    std::string step(VarId from, const WayOn& way) const {
        return "(" + text_.pattern_name(from) + ")" + relationship(way.relationship, way.types.get(), "", way.towards) +
               labelled(way.to, way.labels.get());
    }
    static const char* comparison(typed::Op op) {
        switch (op) {
            case typed::Op::less:
                return "<";
            case typed::Op::less_equal:
                return "<=";
            case typed::Op::greater:
                return ">";
            default:
                return ">=";
        }
    }
    std::string distinct_from(const std::vector<VarId>& others) const {
        return others.empty() ? "" : " distinct from " + text_.names(others);
    }
    std::string binding(const typed::Binding& binding) const {
        const std::string name = text_.name(binding.variable), value = text_.of(*binding.expr);
        return name == value ? name : value + " AS " + name;
    }
    std::string bindings(const std::vector<typed::Binding>& all) const {
        std::string text;
        for (const typed::Binding& one : all) text += (text.empty() ? " " : ", ") + binding(one);
        return text;
    }
    std::string keys(const std::vector<typed::SortKey>& all) const {
        std::string text;
        for (const typed::SortKey& key : all)
            text += (text.empty() ? " " : ", ") + text_.of(*key.expr) + (key.descending ? " DESC" : "");
        return text;
    }
    std::string aggregate(const typed::AggregateCall& call) const {
        std::string arguments;
        for (const typed::ExprPtr& argument : call.arguments)
            arguments += (arguments.empty() ? "" : ", ") + text_.of(*argument);
        if (call.arguments.empty()) arguments = "*";
        const std::string text = call.function->name + (call.distinct ? "(DISTINCT " : "(") + arguments + ")";
        return text + " AS " + text_.name(call.variable);
    }
    static std::string spaced(const std::string& text) { return text.empty() ? "" : " " + text; }

    std::string describe(const Node& node) const {
        return std::visit(
            Overloaded{
                [](const SingleRow&) { return std::string("SingleRow"); },
                [&](const Argument& op) { return "Argument" + spaced(text_.names(op.variables)); },
                [&](const Rows& op) { return "Rows" + spaced(text_.names(op.variables)); },
                [&](const AllNodes& op) { return "AllNodes (" + text_.pattern_name(op.node) + ")"; },
                [&](const LabelScan& op) { return "LabelScan (" + text_.pattern_name(op.node) + ":" + op.label + ")"; },
                [&](const IdSeek& op) {
                    return "IdSeek " + text_.name(op.node) + ".id" + (op.any_of ? " IN " : " = ") + text_.of(*op.id);
                },
                [&](const Expand& op) {
                    return (op.into ? "ExpandInto " : "Expand ") +
                           step(op.from, op.to, relationship(op.relationship, op.types.get(), "", op.towards)) +
                           distinct_from(op.distinct_from);
                },
                [&](const VarExpand& op) {
                    const char* name = op.reach_only ? "Reach" : "VarExpand";
                    return name + walk(op.walk) + distinct_from(op.distinct_from);
                },
                [&](const ShortestWalk& op) { return "ShortestWalk" + walk(op.walk) + selector(op.selector); },
                [&](const TurnLists& op) {
                    std::vector<VarId> lists;
                    for (const typed::Turn::List& list : op.lists) lists.push_back(list.list);
                    return "TurnLists" + spaced(text_.names(lists));
                },
                [&](const SelectPaths& op) { return "SelectPaths " + text_.name(op.path) + selector(op.selector); },
                [&](const CountWays& op) { return "CountWays " + ways(op.from, op.ways) + counted(op.count); },
                [&](const CountThrough& op) {
                    std::string text = op.into ? "CountCommon " : "SparseProduct ";
                    const Through& over = op.through;
                    text += "(" + text_.pattern_name(op.from) + ")" +
                            relationship(over.first, over.first_types.get(), "", over.first_towards) +
                            labelled(over.middle, over.labels.get()) +
                            relationship(over.second, over.second_types.get(), "", over.second_towards) + "(" +
                            text_.pattern_name(op.to) + ")" + counted(op.count);
                    if (over.distinct) text += " distinct";
                    if (op.order) {
                        text += " where " + text_.name(op.from) + ".id " + comparison(*op.order) + " " +
                                text_.name(op.to) + ".id";
                    }
                    return text;
                },
                [&](const Endpoints& op) {
                    return "Endpoints " + step(op.from, op.to,
                                               relationship(op.relationship, op.types.get(),
                                                            op.hops ? hops_text(*op.hops) : "", op.towards));
                },
                [&](const MakePath& op) { return "MakePath " + text_.name(op.path); },
                [&](const Filter& op) { return "Filter " + text_.of(*op.condition); },
                [&](const Compute& op) { return "Compute" + bindings(op.bindings); },
                [&](const Recall& op) { return "Recall " + text_.names(op.variables); },
                [&](const Aggregate& op) {
                    std::string text = "Aggregate";
                    for (const typed::AggregateCall& call : op.aggregates)
                        text += (text == "Aggregate" ? " " : ", ") + aggregate(call);
                    return text + (op.keys.empty() ? "" : " by" + bindings(op.keys));
                },
                [&](const Distinct& op) { return "Distinct " + text_.names(op.variables); },
                [&](const Sort& op) { return "Sort" + keys(op.keys); },
                [&](const Top& op) {
                    return "Top " + text_.of(*op.limit) + (op.skip ? " after " + text_.of(*op.skip) : "") + " by" +
                           keys(op.keys);
                },
                [&](const Skip& op) { return "Skip " + text_.of(*op.count); },
                [&](const Limit& op) { return "Limit " + text_.of(*op.count); },
                [&](const Unwind& op) {
                    std::string text = "Unwind " + text_.of(*op.list) + " AS " + text_.name(op.variable);
                    if (op.position == typed::no_variable) return text;
                    return text + " counting " + text_.name(op.position) + " from " + std::to_string(op.first);
                },
                [&](const ProcedureCall& op) {
                    std::string text = "ProcedureCall " + op.procedure->name + "(";
                    for (const typed::ExprPtr& argument : op.arguments)
                        text += (&argument == &op.arguments.front() ? "" : ", ") + text_.of(*argument);
                    text += ")";
                    for (const auto& yield : op.yields) {
                        const std::string& output = op.procedure->outputs[yield.output].name;
                        const std::string name = text_.name(yield.variable);
                        text += (&yield == &op.yields.front() ? " YIELD " : ", ") + output +
                                (name == output ? "" : " AS " + name);
                    }
                    return text;
                },
                [](const OptionalApply&) { return std::string("OptionalApply"); },
                [](const SemiApply& op) { return std::string(op.anti ? "AntiSemiApply" : "SemiApply"); },
                [&](const SubqueryApply& op) {
                    switch (op.form) {
                        case typed::Subquery::Form::exists:
                            return "Exists AS " + text_.name(op.out);
                        case typed::Subquery::Form::count:
                            return "Count " + (op.result ? text_.of(*op.result) + " " : "") + "AS " +
                                   text_.name(op.out);
                        case typed::Subquery::Form::collect:
                            break;
                    }
                    return "Collect " + text_.of(*op.result) + " AS " + text_.name(op.out);
                },
                [&](const Fold& op) {
                    return "Fold " + text_.name(op.accumulator) + " = " + text_.of(*op.initial) + ", " +
                           text_.name(op.variable) + " IN " + text_.of(*op.list) + " | " + text_.name(op.body) +
                           " AS " + text_.name(op.out);
                },
                [&](const HashJoin& op) {
                    std::string text = "HashJoin";
                    for (std::size_t i = 0; i < op.left.size(); ++i)
                        text += (i == 0 ? " " : ", ") + text_.of(*op.left[i]) + " = " + text_.of(*op.right[i]);
                    return text;
                },
                [](const CrossProduct&) { return std::string("CrossProduct"); },
                [](const Union&) { return std::string("Union"); },
            },
            node.op);
    }

    ExprText text_;
};

}  // namespace

std::vector<OutlineLine> outline(const Plan& plan) {
    Explainer explainer(plan);
    explainer.add(*plan.root, 0);
    return std::move(explainer.lines);
}

std::string explain(const Plan& plan) {
    constexpr std::size_t widest = 240;  // of the lines that the numbers stand beside in one column
    const std::vector<OutlineLine> lines = outline(plan);
    std::vector<std::string> rows;
    std::size_t text_width = 0, rows_width = 0;
    for (const OutlineLine& line : lines) {
        rows.push_back(short_number(line.rows));
        text_width = std::min(widest, std::max(text_width, display_width(line.text)));
        rows_width = std::max(rows_width, rows.back().size());
    }
    std::string out;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        out += lines[i].text;
        const std::size_t width = display_width(lines[i].text);
        out.append(std::max(text_width, width) - width + 2 + rows_width - rows[i].size(), ' ');
        out += rows[i];
        out += '\n';
    }
    if (!out.empty()) out.pop_back();
    return out;
}

}  // namespace confer::engine::plan
