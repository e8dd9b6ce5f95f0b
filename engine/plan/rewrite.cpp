#include "plan/rewrite.h"

namespace confer::engine::plan {

void rewrite(Plan& plan, Rules rules) {
    if (rules.has(Rule::reach)) reach_where_walks_do_not_matter(plan);
}

}  // namespace confer::engine::plan
