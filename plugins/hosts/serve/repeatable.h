#pragma once
// Repeatable: tells statements that give the same answer again, as long as the graph stays the same, from those that
// don't: they call something like `rand`, or measure themselves. Only answers of the former may be kept.
//
// It looks at the words only: a statement that just mentions such a name counts as calling it.
//
// Threads    immutable.
// Cost       linear in the statement for each function that isn't deterministic.
#include <string>
#include <string_view>
#include <vector>

#include "session/database.h"

namespace confer::hosts::serve {

class Repeatable {
public:
    // With the functions and procedures that the database has by now.
    explicit Repeatable(const engine::Database& database);

    bool operator()(std::string_view statement) const;

private:
    std::vector<std::string> changeable_;  // words in lower case
};

}  // namespace confer::hosts::serve
