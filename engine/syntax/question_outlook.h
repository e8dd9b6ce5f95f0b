#pragma once
// question_outlook: what could come next in a question that has been begun; for completion and for messages.
//
// Threads    safe from any number of threads at once.
// Cost       linear in the words of the question.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/parse.h"

namespace confer::engine::syntax {

// What a name that comes next is of, as far as the form of the question tells.
enum class Topic : std::uint8_t {
    none,       // no name comes next
    anything,   // "describe …"
    composed,   // something with components: "compare …"
    descended,  // something with a lineage: "lineage of …"
    purpose,    // what things serve: "select techniques for …"
};

struct QuestionOutlook {
    std::vector<ast::Phrase> phrases;  // the nouns, verbs and names so far, in order
    bool fits = true;                  // whether some question begins like this
    bool complete = false;             // whether the question may end here
    bool thing = false;                // a noun: what is asked for ("which …")
    bool component = false;            // a noun: what is shared, compared or selected
    bool group = false;                // a noun: groups of things ("from at least 3 …")
    Topic topic = Topic::none;         // a name: what is described, compared …
    bool source = false;               // the name of a source ("according to …")
    bool verb = false;
    bool object = false;  // a name or a noun: what a verb is said of
    bool actor = false;   // a name: who does what the verb says ("what does …")
    bool number = false;
    std::vector<std::string> keywords;  // one spelling of each
};

// `begun` is the beginning of a question, cut between two words. `phrases` may be null.
QuestionOutlook question_outlook(std::string_view begun, const PhraseMatcher* phrases);

}  // namespace confer::engine::syntax
