#pragma once
// ast::Question: a question in controlled English, as it was understood word by word.
//
// A phrase is what the lexicon matched (longest match): a noun, a verb, a name; or words that it
// does not know, kept so that the error can point at them. Which node or relationship type a
// phrase stands for is settled later (question/).
//
// Source     the forms: docs/questions.md.
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/error.h"

namespace confer::engine::ast {

enum class PhraseKind : std::uint8_t { noun, verb, inverse_verb, name, unknown };

struct Phrase {
    PhraseKind kind = PhraseKind::unknown;
    std::string text;  // as written, quotes removed
    SourceSpan span;
};

// A condition on the thing asked for: verb + operand, combined with and, or, not.
struct Condition;
using ConditionPtr = std::unique_ptr<Condition>;
// "use mindfulness", "are used by DBT", "share techniques with gestalt therapy"…
struct VerbCondition {
    std::optional<Phrase> verb;  // absent: a name or noun alone after the verb's list ("… and homework")
    Phrase object;               // a name, or a noun ("use techniques"), or unknown
};
enum class Junction : std::uint8_t { conjunction, disjunction };
struct JunctionCondition {
    Junction junction;
    std::vector<ConditionPtr> parts;
};
struct NegatedCondition { ConditionPtr part; };
struct Condition {
    SourceSpan span;
    std::variant<VerbCondition, JunctionCondition, NegatedCondition> node;
};

// WHICH approaches use …? · WHAT treats insomnia? · WHO developed gestalt therapy?
struct WhichQuestion {
    std::optional<Phrase> noun;  // absent: WHAT, WHO, WHERE
    ConditionPtr condition;      // may be null: "which approaches"
};
// WHAT does CBT combine? · WHERE is integrative therapy delivered?
struct ObjectQuestion {
    Phrase subject;
    Phrase verb;
    std::optional<Phrase> noun;  // "what techniques does CBT use"
};
// WHICH approaches SHARE components [WITH gestalt therapy] [AT LEAST 3]
struct ShareQuestion {
    Phrase noun;
    std::optional<Phrase> component;  // absent: components
    std::optional<Phrase> with;
    std::optional<std::int64_t> at_least;
};
struct DescribeQuestion { Phrase name; };
struct ListQuestion { Phrase noun; };
struct HowManyQuestion {
    Phrase noun;
    ConditionPtr condition;  // may be null
};
struct LineageQuestion { Phrase name; };

struct Question {
    SourceSpan span;
    std::variant<WhichQuestion, ObjectQuestion, ShareQuestion, DescribeQuestion, ListQuestion, HowManyQuestion,
                 LineageQuestion>
        node;
};

}  // namespace confer::engine::ast
