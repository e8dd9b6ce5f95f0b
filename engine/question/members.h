#pragma once
// members: the nodes that a description fits, looked up in the graph itself: for what has to be known before there is a
// pattern, such as the columns of a matrix.
//
// Cost       linear in the nodes with the labels and the relationships that the description follows.
#include <vector>

#include "question/bind.h"
#include "question/resolve.h"

namespace confer::engine::question {

std::vector<NodeId> members(const Bound& bound, const Setting& setting);

}  // namespace confer::engine::question
