// Included before every file of the instrumented engine (instrument.py wraps its conditions): the condition numbered
// MUTANT is turned round wherever it is asked, and with TRACE=FILE the numbers of those that were asked are written
// there at the end.
#pragma once
#if defined(__cplusplus) && __cplusplus >= 202002L  // what ANTLR writes is older
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <type_traits>

struct ConferMutation {
    static constexpr std::size_t most = 1 << 14;
    std::size_t mutant = std::getenv("MUTANT") != nullptr ? std::strtoull(std::getenv("MUTANT"), nullptr, 10) : 0;
    bool asked[most] = {};

    ~ConferMutation() {
        const char* path = std::getenv("TRACE");
        std::FILE* file = path != nullptr ? std::fopen(path, "w") : nullptr;
        if (file == nullptr) return;
        for (std::size_t number = 0; number < most; ++number) {
            if (asked[number]) std::fprintf(file, "%zu\n", number);
        }
        std::fclose(file);
    }
};

inline ConferMutation confer_mutation;

// What isn't a condition after all (an operator that gives no bool) passes through.
template <class T>
constexpr std::remove_cvref_t<T> confer_mutated(std::size_t number, T&& condition) {
    if constexpr (std::is_same_v<std::remove_cvref_t<T>, bool>) {
        if (__builtin_is_constant_evaluated()) return condition;
        confer_mutation.asked[number] = true;
        return condition != (confer_mutation.mutant == number);
    } else {
        return static_cast<T&&>(condition);
    }
}
#endif
