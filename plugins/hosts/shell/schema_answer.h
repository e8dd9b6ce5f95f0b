#pragma once
// schema_answer: what `:schema` shows: a graph's labels and relationship types with their words and numbers, as
// answers, so that they come in every format.
#include "session/answer.h"

namespace confer::hosts {

engine::Answer labels_answer(const engine::GraphPtr& graph);
engine::Answer relationships_answer(const engine::GraphPtr& graph);

}  // namespace confer::hosts
