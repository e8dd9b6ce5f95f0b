#pragma once
// complete: what may come next in a pattern statement, for the shell's and the web page's completion.
//
// Keywords are given as they are; names are the session's to fill in, since only it knows the graph.
//
// Errors     none: where nothing is known, nothing is offered.
// Cost       as expected_after: fine for statements that people type.
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace confer::engine::syntax {

enum class Completable : std::uint8_t {
    variable,
    label,
    relationship_type,
    property,
    function,
    procedure,
    procedure_output,
};

struct Completion {
    SourceSpan word;                     // what has been typed of the word at the cursor: to be replaced
    std::vector<std::string> keywords;   // that begin with the word, in upper case, two-word ones whole: "ORDER BY"
    std::set<Completable> kinds;         // of names that may stand there
    std::vector<std::string> variables;  // that the statement has used so far, when one may stand there
    std::string procedure;               // the one that was called last, when one of its outputs may stand there
};

// What may stand at the cursor, a byte offset. Questions, strings and comments get nothing.
Completion complete_pattern(std::string_view text, std::size_t cursor);

}  // namespace confer::engine::syntax
