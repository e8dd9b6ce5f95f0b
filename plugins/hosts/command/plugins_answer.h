#pragma once
// plugins_answer: what `confer plugins` shows: the plugins that are loaded, as an answer, so that it comes in every
// format.
#include "session/database.h"

namespace confer::hosts {

engine::Answer plugins_answer(const engine::Database& database);

}  // namespace confer::hosts
