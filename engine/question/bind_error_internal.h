#pragma once
// Why the words of a condition don't fit together, and what to say instead.
#include <string>
#include <vector>

#include "base/error.h"
#include "question/reading_internal.h"

namespace confer::engine::question {

// The verbs that join two kinds of things: "approaches treat conditions".
std::vector<std::string> sentences_joining(const Labels& here, const Labels& there, const Setting& setting);

Error unknown_verb(const ast::Phrase& verb, const Labels& asked, const Setting& setting);
// "where was it developed?", when only by whom is recorded.
Error nowhere(const ast::Phrase& verb, const Setting& setting);
Error verb_of_other_things(const ast::Phrase& verb, const Readings& readings, bool operand_acts, const Labels& asked,
                           const Setting& setting);
Error not_joined(const ast::Operand& operand, const Labels& asked, const Labels& there);
// "approaches for insomnia" may be those that treat it and those that harm: the question has to say.
Error verb_needed(const ast::Operand& operand, const Readings& readings, const Labels& asked, const Labels& there);

}  // namespace confer::engine::question
