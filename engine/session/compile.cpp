// The whole compiler. If this file stops fitting on a screen, a floor is missing.
#include "session/compile.h"

#include "exec/query.h"
#include "plan/build.h"
#include "question/translate.h"
#include "semantics/analyse.h"
#include "session/doubts.h"
#include "session/transaction.h"
#include "syntax/parse.h"
#include "syntax/unparse.h"

namespace confer::engine {
namespace {

Result<void> compile_query(const ast::Query& query, const CompileContext& context, Compiled& compiled) {
    const semantics::AnalyseContext names{context.graph.schema(), context.functions, &context.parameters,
                                          &context.procedures, context.limits};
    CONFER_TRY(typed::Query typed, semantics::analyse(query, names));
    if (typed.writes()) {
        for (const typed::Column& column : typed.columns) compiled.columns.push_back({column.name, column.type});
        if (compiled.mode == ast::Mode::explain) {
            CONFER_TRY(compiled.plan, explain_steps(std::move(typed), context.graph, context.limits));
        } else {
            compiled.update = std::make_shared<typed::Query>(std::move(typed));
        }
        return {};
    }
    const bool has_evidence = typed.has_evidence;
    CONFER_TRY(const plan::Plan plan, plan::build(std::move(typed), context.graph, {}, context.limits));
    if (compiled.mode == ast::Mode::explain) compiled.plan = plan::explain(plan);
    if (compiled.mode == ast::Mode::profile) {
        compiled.outline = plan::outline(plan);
        compiled.profile = std::make_unique<exec::Profile>(plan);
    }
    CONFER_TRY(compiled.query, exec::lower(plan, context.graph, nullptr, compiled.profile.get()));
    for (const typed::Column& column : plan.column_info) compiled.columns.push_back({column.name, column.type});
    compiled.has_evidence = has_evidence;
    return {};
}

Result<Compiled> compile_lifted(ast::Query query, std::string_view statement, const CompileContext& context) {
    Compiled compiled;
    compiled.literals = *context.literals;
    compiled.lifted = lift(query, compiled.literals);
    compiled.pattern = syntax::unparse(query);
    compiled.sought = sought_by(query);
    auto parameters = context.parameters;
    for (std::size_t i = 0; i < compiled.lifted.size(); ++i) {
        if (compiled.lifted[i]) parameters.emplace(lifted_name(i), value_of(compiled.literals[i], statement).kind());
    }
    const CompileContext lifted{context.graph,      context.vocabulary, context.functions,
                                context.procedures, parameters,         context.limits};
    CONFER_CHECK(compile_query(query, lifted, compiled));
    return compiled;
}

}  // namespace

Result<Compiled> compile(std::string_view statement, const CompileContext& context) {
    CONFER_TRY(ast::Statement parsed, syntax::parse(statement, &context.vocabulary, context.limits));
    Compiled compiled;
    compiled.mode = parsed.mode;
    if (context.literals != nullptr) {
        compiled.literals = *context.literals;
        compiled.lifted.resize(compiled.literals.size(), false);
    }
    if (auto* query = std::get_if<ast::Query>(&parsed.body)) {
        compiled.notices = doubts_about(*query, context.graph);
        if (compiled.mode == ast::Mode::run && !compiled.literals.empty() && !ast::writes(*query)) {
            auto lifted = compile_lifted(std::move(*query), statement, context);
            if (lifted) lifted.value().notices = std::move(compiled.notices);
            if (lifted || info(lifted.error().code).exit_status == 4) return lifted;
            // Without lifting, for an error in the statement's own words.
            CONFER_TRY(parsed, syntax::parse(statement, &context.vocabulary, context.limits));
        }
        compiled.pattern = syntax::unparse(*query);
        query->with_sources = query->with_sources && context.with_evidence;
        compiled.sought = sought_by(*query);
        CONFER_CHECK(compile_query(*query, context, compiled));
        return compiled;
    }

    CONFER_TRY(question::Translation translation,
               question::translate(std::get<ast::Question>(parsed.body), context.vocabulary));
    compiled.pattern = std::move(translation.text);
    compiled.understood = std::move(translation.paraphrase);
    compiled.notices = std::move(translation.notices);
    compiled.matrix = std::move(translation.matrix);
    compiled.sharing = std::move(translation.sharing);
    compiled.tree = translation.tree;
    if (!context.with_evidence || compiled.mode != ast::Mode::run) {
        CONFER_CHECK(compile_query(translation.pattern, context, compiled));
        return compiled;
    }
    if (!translation.evidence) {
        translation.pattern.with_sources = true;
        CONFER_CHECK(compile_query(translation.pattern, context, compiled));
        return compiled;
    }
    CONFER_CHECK(compile_query(*translation.evidence, context, compiled));
    compiled.has_evidence = true;
    compiled.columns.pop_back();
    return compiled;
}

}  // namespace confer::engine
