#include "hosts/command/coverage_report.h"

#include "check/coverage.h"

namespace confer::hosts {

namespace {

using engine::Answer;
using engine::Kind;
using engine::Value;
namespace check = engine::check;
namespace format = engine::format;

Value count(std::size_t number) {
    return Value(static_cast<std::int64_t>(number));
}

class Report {
public:
    explicit Report(const engine::GraphPtr& graph) : graph_(graph), coverage_(check::coverage(*graph)) {}

    bool empty() const { return coverage_.nodes.empty(); }

    Answer by_group() const {
        Answer answer = table({{"group", Kind::string}, {"members", Kind::integer}});
        for (const engine::RelationshipSchema* type : coverage_.types)
            answer.columns.push_back({type->name, Kind::integer});
        answer.columns.push_back({"relationships", Kind::integer});
        answer.columns.push_back({"weak", Kind::integer});
        for (const check::CoverageOfGroup& group : coverage_.groups) {
            std::vector<Value> row{group.group == engine::no_id ? Value() : title(group.group), count(group.members)};
            for (const std::size_t covered : group.covered) row.push_back(count(covered));
            row.push_back(count(group.relationships));
            row.push_back(count(group.weak));
            answer.rows.push_back(std::move(row));
        }
        return answer;
    }

    Answer by_node() const {
        Answer answer = table({{"name", Kind::string},
                               {"groups", engine::ValueType::list_of(Kind::string)},
                               {"covered", engine::ValueType::list_of(Kind::string)},
                               {"relationships", Kind::integer},
                               {"weak", Kind::integer},
                               {"mentions", Kind::integer}});
        for (const check::CoverageOfNode& node : coverage_.nodes) {
            engine::ValueList groups;
            for (const engine::NodeId group : node.groups) groups.push_back(title(group));
            answer.rows.push_back({title(node.node), Value(std::move(groups)), types(node, true),
                                   count(node.relationships), count(node.weak), count(node.mentions)});
        }
        return answer;
    }

    Answer worth_adding_to() const {
        constexpr std::size_t most = 25;
        Answer answer = table({{"name", Kind::string},
                               {"mentions", Kind::integer},
                               {"relationships", Kind::integer},
                               {"missing", engine::ValueType::list_of(Kind::string)}});
        for (const check::CoverageOfNode* node : coverage_.worth_adding_to(most)) {
            answer.rows.push_back(
                {title(node->node), count(node->mentions), count(node->relationships), types(*node, false)});
        }
        return answer;
    }

private:
    Answer table(std::vector<engine::AnswerColumn> columns) const {
        Answer answer;
        answer.graph = graph_;
        answer.columns = std::move(columns);
        return answer;
    }
    Value title(engine::NodeId node) const { return Value(std::string_view(graph_->title(node))); }
    Value types(const check::CoverageOfNode& node, bool covered) const {
        engine::ValueList out;
        for (std::size_t i = 0; i < node.covers.size(); ++i) {
            if (node.covers[i] == covered) out.push_back(Value(std::string_view(coverage_.types[i]->name)));
        }
        return Value(std::move(out));
    }

    engine::GraphPtr graph_;
    check::Coverage coverage_;
};

}  // namespace

std::string coverage_report(const engine::GraphPtr& graph, format::Format chosen, const format::RenderOptions& render) {
    const Report report(graph);
    if (chosen != format::Format::table && chosen != format::Format::markdown && chosen != format::Format::list) {
        return format::render(report.by_node(), chosen, render);
    }
    if (report.empty()) return "Nothing in this graph has `coverage`: see docs/data.md.\n";
    const std::string mark = chosen == format::Format::markdown ? "## " : "";
    return mark + "Coverage by group: members that a source was looked through for\n\n" +
           format::render(report.by_group(), chosen, render) + "\n" + mark + "Coverage of each\n\n" +
           format::render(report.by_node(), chosen, render) + "\n" + mark +
           "Most worth adding to: spoken of by others, and thinly covered\n\n" +
           format::render(report.worth_adding_to(), chosen, render);
}

}  // namespace confer::hosts
