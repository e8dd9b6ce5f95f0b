#include "semantics/typed_update.h"

namespace confer::engine::typed {

namespace {

void add(NewProperties& properties, std::vector<ExprPtr*>& all) {
    for (auto& [key, value] : properties.entries) all.push_back(&value);
    if (properties.all != nullptr) all.push_back(&properties.all);
}

void add(Drawing& drawing, std::vector<ExprPtr*>& all) {
    for (DrawnNode& node : drawing.nodes) add(node.properties, all);
    for (DrawnRelationship& relationship : drawing.relationships) add(relationship.properties, all);
}

void add(std::vector<SetItem>& items, std::vector<ExprPtr*>& all) {
    for (SetItem& item : items) {
        all.push_back(&item.target);
        if (item.value != nullptr) all.push_back(&item.value);
    }
}

}  // namespace

std::string_view name_of(const Update& update) {
    constexpr std::string_view names[] = {"CREATE", "MERGE", "SET", "DELETE"};
    return names[update.index()];
}

std::vector<VarId> bound_by(const Update& update) {
    const auto* create = std::get_if<Create>(&update);
    const auto* merge = std::get_if<Merge>(&update);
    std::vector<VarId> bound;
    if (create == nullptr && merge == nullptr) return bound;
    const Drawing& drawing = create != nullptr ? create->drawing : merge->drawing;
    for (const DrawnNode& node : drawing.nodes)
        if (!node.bound) bound.push_back(node.variable);
    for (const DrawnRelationship& relationship : drawing.relationships) bound.push_back(relationship.variable);
    for (const Drawing::Path& path : drawing.paths) bound.push_back(path.variable);
    return bound;
}

std::vector<ExprPtr*> expressions_of(Update& update) {
    std::vector<ExprPtr*> all;
    if (auto* create = std::get_if<Create>(&update)) {
        add(create->drawing, all);
    } else if (auto* merge = std::get_if<Merge>(&update)) {
        add(merge->drawing, all);
        add(merge->on_create, all);
        add(merge->on_match, all);
    } else if (auto* set = std::get_if<Set>(&update)) {
        add(set->items, all);
    } else {
        for (ExprPtr& target : std::get<Delete>(update).targets) all.push_back(&target);
    }
    return all;
}

}  // namespace confer::engine::typed
