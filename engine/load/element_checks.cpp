// What the schema says of the element that was read. Tested by suites/loading/schema_checks_test.cpp.
#include <algorithm>

#include "load/element_reader_internal.h"
#include "load/end_rules_internal.h"

namespace confer::engine::load {

namespace {

std::string quoted(std::string_view name) {
    return "`" + std::string(name) + "`";
}

std::string described(const Value& value) {
    switch (value.kind()) {
        case Kind::boolean:
            return "a boolean";
        case Kind::integer:
            return "an integer";
        case Kind::floating:
            return "a float";
        case Kind::string:
            return "a string";
        default:
            return "a list";
    }
}

}  // namespace

void ElementReader::check_ends(const SchemaRules::Type& rule, EdgeEnds ends) {
    if (!ends_fit(state_.builder, rule, ends)) {
        report_wrong_ends(state_, *type_, ends, {file_, line_}, pointer());
    }
}

void ElementReader::check_cardinality(const SchemaRules::Type& rule, EdgeEnds ends) {
    const GraphBuilder& builder = state_.builder;
    const bool turned = rule.symmetric && ends.target < ends.source;  // what holds both ways is one pair
    const EdgeEnds pair = turned ? EdgeEnds{ends.target, ends.source} : ends;
    if (rule.unique && !state_.cardinality.is_first(*type_, pair)) {
        problem(line_, pointer(), [&] {
            return Problem{quoted(builder.types().name(*type_)) + " joins the same two nodes once, and " +
                               quoted(builder.id_of(ends.source)) + " and " + quoted(builder.id_of(ends.target)) +
                               " are joined already",
                           {"put what this one says into the other's lists"}};
        });
    }
    if (rule.max != 0 && state_.cardinality.count(*type_, ends.source) > rule.max) {
        problem(line_, pointer(), [&] {
            return Problem{"a node has at most " + std::to_string(rule.max) + " " +
                               quoted(builder.types().name(*type_)) + ", and " + quoted(builder.id_of(ends.source)) +
                               " has more",
                           {}};
        });
    }
}

void ElementReader::check_members() {
    for (Member& member : members_) check_member(member);
    for (const SchemaRules::Properties* properties : declared_) {
        for (const KeyId key : properties->required) {
            if (std::ranges::any_of(members_, [&](const Member& member) { return member.key == key; })) continue;
            problem(line_, pointer(), [&] {
                return Problem{
                    "every " + owner() + " must have the property " + quoted(state_.builder.keys().name(key)), {}};
            });
        }
    }
}

void ElementReader::check_member(Member& member) {
    const PropertyKind* wanted = nullptr;
    for (const SchemaRules::Properties* properties : declared_) {
        const PropertyKind* kind = properties->kind_of(member.key);
        if (kind == nullptr) continue;
        wanted = kind;
        if (auto value = fitted(member.value, *kind)) {
            member.value = std::move(*value);
            if (const auto* allowed = properties->values_of(member.key)) check_value(member, *allowed);
            return;
        }
    }
    const std::string& key = state_.builder.keys().name(member.key);
    problem(member.line, child_pointer(pointer(), key), [&] {
        if (wanted != nullptr) {
            return Problem{quoted(key) + " of " + owner() + " must be " + quoted(to_string(*wanted)) + ", not " +
                               described(member.value),
                           {}};
        }
        std::vector<std::string> known;
        for (const SchemaRules::Properties* properties : declared_) {
            for (std::size_t i = 0; i < properties->kinds.size(); ++i) {
                if (properties->kinds[i]) known.push_back(state_.builder.keys().name(static_cast<KeyId>(i)));
            }
        }
        return Problem{owner() + " has no property " + quoted(key), suggestion(key, known)};
    });
}

void ElementReader::check_value(const Member& member, const std::vector<std::string>& allowed) {
    const auto wrong = not_allowed(member.value, allowed);
    if (!wrong) return;
    const std::string& key = state_.builder.keys().name(member.key);
    problem(member.line, child_pointer(pointer(), key), [&] {
        std::string known;
        for (const std::string& one : allowed) known += (known.empty() ? "" : ", ") + quoted(one);
        auto hints = suggestion(*wrong, allowed);
        hints.push_back("its values are " + known);
        return Problem{quoted(*wrong) + " is no value of " + quoted(key) + " of " + owner(), std::move(hints)};
    });
}

// "`Approach`", "`A` and `B`", "`USES`".
std::string ElementReader::owner() const {
    if (element_ == Element::edge) return quoted(state_.builder.types().name(*type_));
    std::string names;
    for (const LabelId label : labels_) {
        if (!names.empty()) names += " and ";
        names += quoted(state_.builder.labels().name(label));
    }
    return names;
}

}  // namespace confer::engine::load
