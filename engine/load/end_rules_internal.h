#pragma once
// end_rules: whether a relationship's ends have labels that the schema allows it, and the message when not.
#include "load/load_state_internal.h"

namespace confer::engine::load {

bool ends_fit(const GraphBuilder& builder, const SchemaRules::Type& rule, EdgeEnds ends);

// REQUIRES: not ends_fit().
void report_wrong_ends(LoadState& state, TypeId type, EdgeEnds ends, LoadState::FileLine at,
                       const std::string& pointer);

// Judges the relationships that named a node before it was declared: those that lead nowhere, and those
// whose ends the schema does not allow.
void settle(LoadState& state);

}  // namespace confer::engine::load
