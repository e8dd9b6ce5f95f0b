#pragma once
// trial: one graph and one statement, run by the oracle and by the engine.
#include <string>
#include <vector>

#include "plan/rules.h"
#include "random.h"
#include "sketch.h"

namespace confer::oracle {

struct Case {
    Sketch sketch;
    std::string statement;
};

// How the engine is to plan.
struct Setting {
    std::string name;
    engine::plan::Rules rules;
};
// With all rules, and with a few of them switched off.
std::vector<Setting> some_settings(Random& random);
// With all rules, with each of them switched off in turn, and with none.
std::vector<Setting> all_settings();

enum class Verdict {
    agreed,
    agreed_on_nothing,  // no rows and no changes, or an error
    refused,            // the engine refuses the statement before it runs; the oracle, which checks nothing, may answer
    open,               // the statement leaves its answer open, or the oracle doesn't know it
    too_much,           // one of them would take too long
    different,
};

struct Outcome {
    Verdict verdict = Verdict::agreed;
    std::string reason;        // refused: the error
    std::string right, given;  // different: both answers, or errors
    std::string plan = {};     // of a statement that reads, as EXPLAIN prints it
};

// One for each setting.
std::vector<Outcome> try_case(const Case& a_case, const std::vector<Setting>& settings);

}  // namespace confer::oracle
