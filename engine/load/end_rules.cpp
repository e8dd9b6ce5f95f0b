#include "load/end_rules_internal.h"

namespace confer::engine::load {

namespace {

// Suggestions look at every id, so they are left out of large graphs.
constexpr NodeId most_ids_to_compare = 20'000;

std::string label_list(const GraphBuilder& builder, std::span<const LabelId> labels, std::string_view last_word) {
    std::string text;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (i > 0) text += i + 1 == labels.size() ? " " + std::string(last_word) + " " : ", ";
        text += "`" + builder.labels().name(labels[i]) + "`";
    }
    return text;
}

void report_wrong_end(LoadState& state, TypeId type, NodeId node, const std::vector<LabelId>& wanted,
                      std::string_view verb, LoadState::FileLine at, const std::string& pointer) {
    state.problems.add(at.file, at.line, pointer, [&] {
        const GraphBuilder& builder = state.builder;
        const auto labels = builder.labels_of(node);
        return Problem{"`" + builder.types().name(type) + "` " + std::string(verb) + " " +
                           label_list(builder, wanted, "or") + ", but `" + std::string(builder.id_of(node)) + "` " +
                           (labels.empty() ? "has no label" : "is " + label_list(builder, labels, "and")),
                       {}};
    });
}

std::vector<std::string> declared_ids(const GraphBuilder& builder) {
    std::vector<std::string> ids;
    if (builder.node_count() > most_ids_to_compare) return ids;
    for (NodeId node = 0; node < builder.node_count(); ++node) {
        if (builder.is_declared(node)) ids.emplace_back(builder.id_of(node));
    }
    return ids;
}

}  // namespace

bool ends_fit(const GraphBuilder& builder, const SchemaRules::Type& rule, EdgeEnds ends) {
    return may_stand(builder.labels_of(ends.source), rule.from) && may_stand(builder.labels_of(ends.target), rule.to);
}

void report_wrong_ends(LoadState& state, TypeId type, EdgeEnds ends, LoadState::FileLine at,
                       const std::string& pointer) {
    const SchemaRules::Type& rule = *state.rules.type(type);
    if (!may_stand(state.builder.labels_of(ends.source), rule.from)) {
        report_wrong_end(state, type, ends.source, rule.from, "goes from", at, child_pointer(pointer, "from"));
    }
    if (!may_stand(state.builder.labels_of(ends.target), rule.to)) {
        report_wrong_end(state, type, ends.target, rule.to, "goes to", at, child_pointer(pointer, "to"));
    }
}

void settle(LoadState& state) {
    std::optional<std::vector<std::string>> ids;
    for (const LoadState::Unsettled& one : state.unsettled) {
        const EdgeEnds ends = state.builder.ends(one.edge);
        const std::string pointer = child_pointer("/edges", one.index);
        bool complete = true;
        for (const auto& [node, key] : {std::pair(ends.source, "from"), {ends.target, "to"}}) {
            if (state.builder.is_declared(node)) continue;
            complete = false;
            if (state.incomplete) continue;  // the node may stand in what could not be read
            state.problems.add(one.file, one.line, child_pointer(pointer, key), [&, node = node] {
                if (!ids) ids = declared_ids(state.builder);
                const std::string_view id = state.builder.id_of(node);
                return Problem{"no node has the id `" + std::string(id) + "`", suggestion(id, *ids)};
            });
        }
        const TypeId type = state.builder.type_of(one.edge);
        const SchemaRules::Type* rule = state.rules.type(type);
        if (complete && rule != nullptr && !ends_fit(state.builder, *rule, ends)) {
            report_wrong_ends(state, type, ends, {one.file, one.line}, pointer);
        }
    }
}

}  // namespace confer::engine::load
