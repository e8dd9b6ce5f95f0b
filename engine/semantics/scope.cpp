#include "semantics/scope.h"

#include <algorithm>

namespace confer::engine::semantics {

std::optional<VarId> Scope::find(std::string_view name) const {
    for (const Scope* scope = this; scope != nullptr; scope = scope->outer_) {
        const auto found = scope->names_.find(name);
        if (found != scope->names_.end()) return found->second;
    }
    return std::nullopt;
}

Names Scope::visible() const {
    Names all;
    for (const Scope* scope = this; scope != nullptr; scope = scope->outer_) {
        all.insert(scope->names_.begin(), scope->names_.end());  // inner names come first and stay
    }
    return all;
}

VarId Variables::add(std::string_view name, ValueType type, SourceSpan span) {
    infos_.push_back({std::string(name), type, span});
    known_names_.emplace_back();
    return static_cast<VarId>(infos_.size() - 1);
}

void Variables::add_known_names(VarId variable, const std::vector<std::string>& names) {
    std::vector<std::string>& known = known_names_[variable];
    for (const std::string& name : names) {
        if (std::find(known.begin(), known.end(), name) == known.end()) known.push_back(name);
    }
}

const typed::VariableInfo* Variables::ever_named(std::string_view name) const {
    const auto found = std::find_if(infos_.begin(), infos_.end(),
                                    [name](const typed::VariableInfo& info) { return info.name == name; });
    return found == infos_.end() ? nullptr : &*found;
}

}  // namespace confer::engine::semantics
