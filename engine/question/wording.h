#pragma once
// wording: pieces of English that messages and paraphrases are made of.
#include <string>
#include <string_view>
#include <vector>

#include "graph/lexicon.h"
#include "question/meaning.h"

namespace confer::engine::question {

// "a", "a or b", "a, b or c"
std::string enumerated(const std::vector<std::string>& words, std::string_view last = "or");
std::string ticked(std::string_view text);

// "approaches", "approaches or techniques"; "things" when there are more than three.
std::string plural_of(const Labels& labels);
// "approach", "approach or technique"; "thing" likewise.
std::string singular_of(const Labels& labels);
std::string with_article(std::string_view noun);  // "an approach"
std::string capitalised(std::string_view sentence);

// "approach" for Approach, "common_factor" for CommonFactor: how columns are called.
std::string column_of(const LabelSchema& label);
std::string plural_column_of(const LabelSchema& label);

// "at least 3", "fewer than 3", "exactly 3", "from 2 to 5"
std::string amount_of(const ast::Quantity& quantity);

// Without repetitions: "draw on or derive from". `way` as seen from the verb's subject.
std::string verbs_of(const std::vector<const RelationshipSchema*>& types, Way way, VerbForm form);

}  // namespace confer::engine::question
