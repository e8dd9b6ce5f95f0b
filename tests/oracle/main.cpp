// oracle --cases N --seed S [--every-rule] [--show]: runs N random statements on random graphs, by the naive evaluator
// and by the engine, with all rules of its planner and with some of them switched off (--every-rule: each of them in
// turn), and compares the answers. A difference is made as small as it gets and printed as a golden pair. The seed of a
// case is printed with it: --cases 1 --seed THAT runs it again.
// Exit status 1 when something differs.
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <map>
#include <string>

#include "generate.h"
#include "shrink.h"
#include "trial.h"

namespace {

using namespace confer::oracle;

struct Options {
    std::size_t cases = 1000;
    std::uint64_t seed = 0;
    bool every_rule = false;
    bool show = false;
    std::size_t most_differences = 5;
};

Options read_options(int argc, char** argv) {
    Options options;
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        const auto value = [&] { return i + 1 < argc ? std::string(argv[++i]) : std::string("0"); };
        if (argument == "--cases") {
            options.cases = std::stoull(value());
        } else if (argument == "--seed") {
            const std::string seed = value();
            options.seed = seed == "random"
                               ? static_cast<std::uint64_t>(std::chrono::system_clock::now().time_since_epoch().count())
                               : std::stoull(seed);
        } else if (argument == "--show") {
            options.show = true;
        } else if (argument == "--every-rule") {
            options.every_rule = true;
        } else if (argument == "--differences") {
            options.most_differences = std::stoull(value());
        } else {
            std::cerr << "usage: oracle [--cases N] [--seed S|random] [--every-rule] [--show] [--differences N]\n";
            std::exit(2);
        }
    }
    return options;
}

Case make_case(std::uint64_t seed) {
    Random random(seed);
    Sketch sketch = random_sketch(random);
    return {std::move(sketch), random_statement(random)};
}

const char* name(Verdict verdict) {
    switch (verdict) {
        case Verdict::agreed:
            return "agreed";
        case Verdict::agreed_on_nothing:
            return "agreed on no rows or an error";
        case Verdict::refused:
            return "refused";
        case Verdict::open:
            return "open";
        case Verdict::too_much:
            return "too much";
        case Verdict::different:
            break;
    }
    return "different";
}

void report(const Case& wrong, const Setting& setting, std::uint64_t seed) {
    const Case small = shrink(
        wrong, [&](const Case& candidate) { return try_case(candidate, {setting})[0].verdict == Verdict::different; });
    const Outcome outcome = try_case(small, {setting})[0];
    std::cout << "--- seed " << seed << ", " << setting.name << ": " << wrong.statement
              << "\n-- graph: " << to_json(small.sketch) << "\n-- rows: any order\n"
              << small.statement << "\nright:\n"
              << outcome.right << "given:\n"
              << outcome.given << '\n';
}

}  // namespace

int main(int argc, char** argv) {
    const Options options = read_options(argc, argv);
    std::cout << "seed " << options.seed << '\n';
    std::map<Verdict, std::size_t> verdicts;
    std::map<std::string, std::size_t> refusals;
    std::map<std::string, std::size_t> other_plans;  // by setting: how many it plans differently
    for (std::size_t i = 0; i < options.cases; ++i) {
        const std::uint64_t seed = options.seed + i;
        const Case made = make_case(seed);
        if (options.show) std::cout << seed << ": " << made.statement << std::endl;
        Random choices(~seed);
        const std::vector<Setting> settings = options.every_rule ? all_settings() : some_settings(choices);
        const std::vector<Outcome> outcomes = try_case(made, settings);
        for (std::size_t which = 0; which < settings.size(); ++which) {
            const Outcome& outcome = outcomes[which];
            ++verdicts[outcome.verdict];
            if (outcome.plan != outcomes.front().plan) ++other_plans[settings[which].name];
            if (outcome.verdict == Verdict::refused) ++refusals[outcome.reason.substr(0, outcome.reason.find(':'))];
            if (options.show) std::cout << "    " << name(outcome.verdict) << " " << outcome.reason << "\n";
            if (outcome.verdict != Verdict::different) continue;
            report(made, settings[which], seed);
            if (verdicts[Verdict::different] >= options.most_differences) return 1;
            break;
        }
    }
    for (const auto& [verdict, count] : verdicts) std::cout << count << ' ' << name(verdict) << '\n';
    for (const auto& [setting, count] : other_plans)
        if (options.every_rule) std::cout << count << " other plans " << setting << '\n';
    for (const auto& [reason, count] : refusals) std::cout << "refused " << count << ": " << reason << '\n';
    return verdicts[Verdict::different] == 0 ? 0 : 1;
}
