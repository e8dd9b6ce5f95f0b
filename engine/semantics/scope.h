#pragma once
// Scope: which names mean which variables at one point of a statement.
// Variables: all variables of a statement, with what is known of them.
//
// Ownership  a Scope refers to the one around it, which must outlive it.
// Cost       looking a name up: the depth of scopes x log(names).
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "semantics/typed_query.h"

namespace confer::engine::semantics {

using typed::VarId;
using Names = std::map<std::string, VarId, std::less<>>;

class Scope {
public:
    explicit Scope(const Scope* outer = nullptr) : outer_(outer) {}

    // Hides what the name meant further out.
    void bind(std::string_view name, VarId variable) { names_.insert_or_assign(std::string(name), variable); }
    // What WITH does: from here on these names, and those further out, are all there is.
    void replace(Names names) { names_ = std::move(names); }

    std::optional<VarId> find(std::string_view name) const;
    // Everything that can be named here, by name.
    Names visible() const;

private:
    const Scope* outer_;
    Names names_;
};

class Variables {
public:
    // REQUIRES: fewer than 2^32 - 1 variables.
    VarId add(std::string_view name, ValueType type, SourceSpan span);
    VarId add_anonymous(ValueType type, SourceSpan span) { return add("", type, span); }

    const typed::VariableInfo& operator[](VarId variable) const { return infos_[variable]; }
    // The labels (types) of which the node (relationship) is known to have some; none: nothing is known.
    const std::vector<std::string>& known_names(VarId variable) const { return known_names_[variable]; }
    void rename(VarId variable, std::string_view name) { infos_[variable].name = name; }
    void add_known_names(VarId variable, const std::vector<std::string>& names);

    // The number that the next variable will get: later ones are never smaller.
    VarId next() const { return static_cast<VarId>(infos_.size()); }
    // The first variable, visible or not, that was ever called that; nullptr when none was.
    const typed::VariableInfo* ever_named(std::string_view name) const;
    std::vector<typed::VariableInfo> take() { return std::move(infos_); }

private:
    std::vector<typed::VariableInfo> infos_;
    std::vector<std::vector<std::string>> known_names_;
};

}  // namespace confer::engine::semantics
