#pragma once
// complete: what may come next in a question: nouns, verbs that fit the noun, names that fit the verb, keywords.
//
// Errors     none: where nothing is known, nothing is offered.
// Cost       linear in the graph's names.
#include <string>
#include <string_view>
#include <vector>

#include "question/vocabulary.h"

namespace confer::engine::question {

struct Completion {
    enum class Kind : std::uint8_t { noun, verb, name, keyword } kind = Kind::keyword;
    std::string text;       // the whole phrase
    std::size_t begin = 0;  // byte offset in the question from which on it replaces what was typed
};

// `begun` ends at the cursor. The longest piece of typed text that a candidate completes comes first; then nouns and
// verbs before names before keywords. Of verbs and names those come first that most relationships of the graph have,
// of keywords those of the forms that come first in the grammar. At most `most`.
std::vector<Completion> complete(std::string_view begun, const Vocabulary& vocabulary, std::size_t most = 100);

}  // namespace confer::engine::question
