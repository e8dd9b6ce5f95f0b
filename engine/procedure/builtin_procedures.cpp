#include "procedure/builtin_procedures.h"

#include "procedure/builtin_internal.h"

namespace confer::engine {

const ProcedureRegistry& builtin_procedures() {
    static const ProcedureRegistry registry = [] {
        ProcedureRegistry all;
        for (auto* const theme : {builtin::schema_procedures, builtin::integration_procedures})
            for (ProcedureSpec& spec : theme()) all.add(std::move(spec));
        return all;
    }();
    return registry;
}

}  // namespace confer::engine
