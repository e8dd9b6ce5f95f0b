#pragma once
// shrink: the same difference in a smaller graph and a shorter statement.
//
// Source     Zeller, Hildebrandt, "Simplifying and Isolating Failure-Inducing Input", IEEE TSE 28(2), 2002; here one
//            part after the other, on the syntax tree.
#include <functional>
#include <vector>

#include "trial.h"

namespace confer::oracle {

// Leaves out whatever can be left out while `is_wrong` holds.
Case shrink(Case wrong, const std::function<bool(const Case&)>& is_wrong);

// The statement with one part left out or put more simply: the `which`th way to do so; empty when there is no such.
std::string simpler(const std::string& statement, std::size_t which);

}  // namespace confer::oracle
