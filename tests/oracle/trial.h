#pragma once
// trial: one graph and one statement, run by the oracle and by the engine.
#include <string>
#include <vector>

#include "sketch.h"

namespace confer::oracle {

struct Case {
    Sketch sketch;
    std::string statement;
};

// How the engine is to plan.
struct Setting {
    std::string name;
};
std::vector<Setting> settings();

enum class Verdict {
    agreed,
    agreed_on_nothing,  // no rows, or an error
    refused,            // the engine refuses the statement before it runs; the oracle, which checks nothing, may answer
    open,               // the statement leaves its answer open
    too_much,           // one of them would take too long
    different,
};

struct Outcome {
    Verdict verdict = Verdict::agreed;
    std::string reason;        // refused: the error
    std::string right, given;  // different: both answers, or errors
};

Outcome try_case(const Case& a_case, const Setting& setting);

}  // namespace confer::oracle
