// ANY SHORTEST, SHORTEST k, shortestPath( … ): which of the paths between two ends.
//
// A path of one relationship that is walked several times is selected while it is searched for; any other path when
// all of its matches are known.
#include <algorithm>

#include "semantics/resolve_pattern_internal.h"

namespace confer::engine::semantics {

namespace {

using Form = ast::PathSelector::Form;

bool is_call(const ast::PathPattern& path) {
    return path.selector &&
           (path.selector->form == Form::shortest_path || path.selector->form == Form::all_shortest_paths);
}

std::string call_name(const ast::PathPattern& path) {
    return path.selector->form == Form::shortest_path ? "`shortestPath`" : "`allShortestPaths`";
}

Result<void> check_call(const ast::PathPattern& path) {
    const SourceSpan span = path.selector->span;
    if (path.relationships.size() != 1 || path.relationships.front().path != nullptr) {
        return make_error(ErrorCode::invalid_relationship_pattern, path.span,
                          call_name(path) + " takes two nodes and one relationship between them",
                          {"write for example `shortestPath((a)-[:DERIVES_FROM*..5]-(b))`, or use `ANY SHORTEST`"});
    }
    const std::optional<ast::HopRange>& hops = path.relationships.front().hops;
    if (hops && hops->least.value_or(1) > 1) {
        return make_error(
            ErrorCode::invalid_relationship_pattern, path.relationships.front().span,
            call_name(path) + " searches from 0 or 1 relationships on",
            {"leave out the smaller number, or use `ANY SHORTEST` with `{" + std::to_string(*hops->least) + ",}`"});
    }
    if (path.nodes[0].variable && path.nodes[1].variable &&
        path.nodes[0].variable->text == path.nodes[1].variable->text) {
        return make_error(
            ErrorCode::invalid_relationship_pattern, span,
            call_name(path) + " joins two nodes, and both ends here are " + tick(path.nodes[0].variable->text),
            {"give one of them another name"});
    }
    return {};
}

}  // namespace

Result<void> check_selectors(std::span<const ast::PathPattern> paths) {
    for (const ast::PathPattern& path : paths) {
        if (is_call(path)) CONFER_CHECK(check_call(path));
        if (!path.selector || is_call(path) || paths.size() == 1) continue;
        return make_error(ErrorCode::invalid_relationship_pattern, path.selector->span,
                          "a path that is selected stands alone in its MATCH",
                          {"write a MATCH of its own for the other paths"});
    }
    return {};
}

Result<void> PatternResolver::select(const ast::PathPattern& path) {
    typed::PathSelector selector;
    const Form form = path.selector->form;
    selector.groups = form == Form::all_shortest || form == Form::all_shortest_paths || form == Form::shortest_groups;
    selector.ends_differ = is_call(path);
    if (path.selector->count != nullptr) {
        const auto* literal = std::get_if<ast::IntegerLiteral>(&path.selector->count->node);
        if (literal != nullptr && literal->value < 1) {
            return make_error(ErrorCode::invalid_argument_value, path.selector->count->span,
                              "at least one path has to be selected", {"write a number from 1 on"});
        }
        const bool is_one = literal != nullptr && literal->value == 1;
        if (!is_one) {
            CONFER_TRY(selector.count, resolve(in_, *path.selector->count));
        }
    }
    if (path.relationships.empty()) return {};  // there is one path between a node and itself
    typed::PatternRelationship& only = graph_.relationships.back();
    if (is_call(path) && !only.hops) {
        only.hops = typed::PatternRelationship::Hops{.least = 1, .most = 1};
    }
    const bool searched = path.relationships.size() == 1 && only.hops && !only.bound && path.where == nullptr;
    (searched ? only.selector : graph_.selector) = std::move(selector);
    return {};
}

}  // namespace confer::engine::semantics
