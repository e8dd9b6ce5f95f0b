#include "plan/rewrite.h"

#include "plan/liveness.h"

namespace confer::engine::plan {

void rewrite(Plan& plan, const PropertyGraph& graph, Rules rules) {
    if (rules.has(Rule::lengths)) take_lengths_from_walks(plan);
    if (rules.has(Rule::late)) {
        read_properties_late(plan, graph);
        fill_live(plan);
    }
    if (rules.has(Rule::reach)) reach_where_walks_do_not_matter(plan);
}

}  // namespace confer::engine::plan
