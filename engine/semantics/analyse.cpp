#include "semantics/analyse.h"

#include "semantics/resolve_internal.h"

namespace confer::engine::semantics {

Result<typed::Query> analyse(const ast::Query& query, const AnalyseContext& context) {
    Scope outermost;
    Analysis in{context};
    in.scope = &outermost;
    CONFER_TRY(typed::Query result, resolve_query(in, query));
    result.variables = in.variables.take();
    result.parameters = std::move(in.parameters);
    return result;
}

}  // namespace confer::engine::semantics
