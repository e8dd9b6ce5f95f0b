#include "question/several.h"

namespace confer::engine::question {

Names numbered(const std::string& variable, std::size_t count) {
    Names names;
    for (std::size_t i = 1; i <= count; ++i) names.push_back(variable + std::to_string(i));
    return names;
}

std::vector<ast::PathPattern> patterns_of(const std::vector<Named>& things, const std::string& variable) {
    const Names names = numbered(variable, things.size());
    std::vector<ast::PathPattern> patterns;
    for (std::size_t i = 0; i < things.size(); ++i) {
        patterns.push_back(path(node_with(things[i].key, things[i].value, names[i])));
    }
    return patterns;
}

std::vector<ast::Clause> each_of(const std::vector<Named>& things, const std::string& variable) {
    return make_list(match(patterns_of(things, variable)),
                     unwind(list_of(numbered(variable, things.size())), variable));
}

ast::ExprPtr list_of(const Names& variables) {
    std::vector<ast::ExprPtr> items;
    for (const std::string& name : variables) items.push_back(variable(name));
    return list(std::move(items));
}

}  // namespace confer::engine::question
