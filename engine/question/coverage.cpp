#include "question/coverage.h"

#include <algorithm>
#include <cstdio>
#include <optional>

#include "question/admission.h"
#include "question/wording.h"

namespace confer::engine::question {

namespace {

constexpr std::size_t much_larger = 2;  // times as many components

using Types = std::vector<const RelationshipSchema*>;

// Nothing: nobody says what was looked for.
std::optional<Types> uncovered(const Named& thing, const Components& components, const Setting& setting) {
    const auto key = setting.graph().keys().find("coverage");
    if (!key) return std::nullopt;
    const Value covered = setting.graph().property(thing.node, *key);
    if (!covered.is(Kind::list)) return std::nullopt;
    Types out;
    for (const RelationshipSchema* type : components.types) {
        const auto is_it = [&](const Value& name) { return name.is(Kind::string) && name.as_string() == type->name; };
        const auto& names = covered.as_list();
        if (std::none_of(names.begin(), names.end(), is_it)) out.push_back(type);
    }
    return out;
}

// Of the relationships that lead to components, those that count.
comparison::Counted admitted(const Components& components, const Setting& setting) {
    comparison::Counted out;
    for (const RelationshipSchema* type : components.types) {
        const auto id = setting.graph().types().find(type->name);
        if (!id) continue;
        const Adjacency& adjacency = setting.graph().topology().adjacency(*id, Direction::outgoing);
        for (NodeId node = 0; node < setting.graph().node_count(); ++node) {
            for (const EdgeId edge : adjacency[node].edges) {
                if (setting.admission->admits(edge)) out.insert(edge);
            }
        }
    }
    return out;
}

// "what Gestalt therapy emphasizes"
std::string what_it_has(const Named& thing, const Types& types) {
    return "what " + thing.title + " " + verbs_of(types, Way::outgoing, VerbForm::singular);
}

std::string two_digits(double ratio) {
    char text[8];
    std::snprintf(text, sizeof text, "%.2f", ratio);
    return text;
}

// What was looked for in `one` and not in `other`.
void add_missing(std::vector<std::string>& notices, const Named& one, const Named& other, const Components& components,
                 const Setting& setting) {
    const std::optional<Types> in_one = uncovered(one, components, setting);
    std::optional<Types> missing = uncovered(other, components, setting);
    if (!in_one) return;
    if (!missing) missing = components.types;
    std::erase_if(*missing, [&](const RelationshipSchema* type) {
        return std::find(in_one->begin(), in_one->end(), type) != in_one->end();
    });
    if (missing->empty()) return;
    notices.push_back("Nobody has gone through " + what_it_has(other, *missing) + ", as was done for " + one.title +
                      ": what they have in common there is unknown.");
}

}  // namespace

std::vector<std::string> uneven_coverage(const Named& one, const Named& other, const Components& components,
                                         const Setting& setting) {
    std::vector<std::string> notices;
    add_missing(notices, one, other, components, setting);
    add_missing(notices, other, one, components, setting);
    comparison::Basis basis = basis_of(components, setting);
    std::optional<comparison::Counted> counted;
    if (setting.admission != nullptr) {
        counted = admitted(components, setting);
        basis.counted = &*counted;
    }
    const std::size_t size = comparison::components_of(setting.graph(), basis, one.node).size();
    const std::size_t other_size = comparison::components_of(setting.graph(), basis, other.node).size();
    if (size == 0 && other_size == 0) {
        notices.push_back("No " + plural_of(components) + " are recorded of " + one.title + " or " + other.title +
                          ", so that there is nothing to compare.");
    }
    const auto [smaller, larger] = std::minmax(size, other_size);
    if (smaller == larger || larger < much_larger * smaller) return notices;
    const Named &more = size == larger ? one : other, &less = size == larger ? other : one;
    notices.push_back(
        std::to_string(larger) + " " + plural_of(components) + " are recorded of " + more.title + " and only " +
        std::to_string(smaller) + " of " + less.title + ", so that the Jaccard coefficient can't be more than " +
        two_digits(static_cast<double>(smaller) / static_cast<double>(larger)) + ", whatever they have in common.");
    return notices;
}

std::vector<std::string> missing_coverage(const Named& thing, const Components& components, const Setting& setting) {
    const std::optional<Types> missing = uncovered(thing, components, setting);
    if (!missing || missing->empty()) return {};
    return {"Nobody has gone through " + what_it_has(thing, *missing) + ": what is like it there is unknown."};
}

std::vector<std::string> gaps(const std::vector<Named>& things, const Components& components, const Setting& setting) {
    std::vector<std::string> gaps;
    for (const Named& thing : things) {
        const std::optional<Types> missing = uncovered(thing, components, setting);
        if (missing && !missing->empty()) gaps.push_back(what_it_has(thing, *missing));
    }
    if (gaps.empty()) return {};
    return {"Nobody has gone through " + enumerated(gaps) + ": what is missing there is unknown, which is not a no."};
}

}  // namespace confer::engine::question
