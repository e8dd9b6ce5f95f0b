#include "hosts/shell/schema_answer.h"

namespace confer::hosts {
namespace {

using engine::Kind;
using engine::Value;

Value text_list(const std::vector<std::string>& texts) {
    engine::ValueList items;
    for (const std::string& text : texts) items.emplace_back(std::string_view(text));
    return Value(std::move(items));
}

Value words_of(const engine::LabelSchema* label) {
    if (label == nullptr) return Value();
    std::vector<std::string> words = {label->singular, label->plural};
    words.insert(words.end(), label->also.begin(), label->also.end());
    return text_list(words);
}

Value properties_of(const std::vector<engine::PropertySchema>& properties) {
    std::vector<std::string> names;
    for (const engine::PropertySchema& property : properties) names.push_back(property.name);
    return text_list(names);
}

engine::Answer empty_answer(const engine::GraphPtr& graph) {
    engine::Answer answer;
    answer.graph = graph;
    return answer;
}

}  // namespace

engine::Answer labels_answer(const engine::GraphPtr& graph) {
    engine::Answer answer = empty_answer(graph);
    answer.columns = {
        {"label", Kind::string}, {"nodes", Kind::integer}, {"words", Kind::list}, {"properties", Kind::list}};
    for (engine::LabelId id = 0; id < graph->labels().size(); ++id) {
        const std::string& name = graph->labels().name(id);
        const engine::LabelSchema* label = graph->schema().label(name);
        answer.rows.push_back({Value(std::string_view(name)),
                               Value(static_cast<std::int64_t>(graph->nodes_with(id).size())), words_of(label),
                               label != nullptr ? properties_of(label->properties) : Value()});
    }
    return answer;
}

engine::Answer relationships_answer(const engine::GraphPtr& graph) {
    engine::Answer answer = empty_answer(graph);
    answer.columns = {{"type", Kind::string}, {"edges", Kind::integer}, {"from", Kind::list},
                      {"to", Kind::list},     {"words", Kind::list},    {"the other way", Kind::list}};
    for (engine::TypeId id = 0; id < graph->types().size(); ++id) {
        const std::string& name = graph->types().name(id);
        const auto edges =
            static_cast<std::int64_t>(graph->topology().adjacency(id, engine::Direction::outgoing).size());
        std::vector<Value> row = {Value(std::string_view(name)), Value(edges), {}, {}, {}, {}};
        if (const engine::RelationshipSchema* type = graph->schema().relationship(name)) {
            row[2] = text_list(type->from);
            row[3] = text_list(type->to);
            row[4] = text_list(type->verb);
            row[5] = text_list(type->inverse);
        }
        answer.rows.push_back(std::move(row));
    }
    return answer;
}

}  // namespace confer::hosts
