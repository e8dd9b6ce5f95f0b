#include "semantics/callee_internal.h"

#include <algorithm>

namespace confer::engine::semantics {

namespace {

// "substring(text, start, [length])"
std::string signature(std::string_view name, std::span<const ParameterSpec> parameters, bool variadic) {
    std::string text(name);
    text += '(';
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        if (i > 0) text += ", ";
        text += parameters[i].optional ? '[' + parameters[i].name + ']' : parameters[i].name;
    }
    return text + (variadic ? ", …)" : ")");
}

std::string count_text(std::size_t least, std::optional<std::size_t> most) {
    const auto arguments = [](std::size_t n) { return std::to_string(n) + (n == 1 ? " argument" : " arguments"); };
    if (!most) return "at least " + arguments(least);
    if (least == *most) return least == 0 ? "no arguments" : arguments(least);
    return std::to_string(least) + " to " + arguments(*most);
}

}  // namespace

Result<void> check_count(const Callee& callee, std::size_t given, SourceSpan span) {
    const auto least = static_cast<std::size_t>(std::count_if(callee.parameters.begin(), callee.parameters.end(),
                                                              [](const ParameterSpec& p) { return !p.optional; }));
    const std::optional<std::size_t> most = callee.variadic ? std::nullopt : std::optional(callee.parameters.size());
    if (given >= least && (!most || given <= *most)) return {};
    return make_error(ErrorCode::invalid_number_of_arguments, span,
                      tick(callee.name) + " takes " + count_text(least, most) + ", not " + std::to_string(given),
                      {"write it as `" + signature(callee.name, callee.parameters, callee.variadic) + "`"});
}

Result<void> check_types(const Callee& callee, std::span<const ExprPtr> arguments) {
    for (std::size_t i = 0; i < arguments.size() && !callee.parameters.empty(); ++i) {
        const ParameterSpec& parameter = callee.parameters[std::min(i, callee.parameters.size() - 1)];
        if (arguments[i]->type.overlaps(parameter.type)) continue;
        return make_error(ErrorCode::invalid_argument_type, arguments[i]->span,
                          "`" + parameter.name + "` of " + tick(callee.name) + " is " + with_article(parameter.type) +
                              ", and this is " + with_article(arguments[i]->type),
                          {"give it " + with_article(parameter.type) + ": `" +
                           signature(callee.name, callee.parameters, callee.variadic) + "`"});
    }
    return {};
}

Result<std::vector<ExprPtr>> resolve_arguments(Analysis& in, const std::vector<ast::ExprPtr>& arguments) {
    std::vector<ExprPtr> resolved;
    resolved.reserve(arguments.size());
    for (const ast::ExprPtr& argument : arguments) {
        CONFER_TRY(ExprPtr expr, resolve(in, *argument));
        resolved.push_back(std::move(expr));
    }
    return resolved;
}

}  // namespace confer::engine::semantics
