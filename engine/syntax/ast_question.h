#pragma once
// ast::Question: a question in controlled English, as it was understood word by word.
//
// A phrase is what the lexicon matched (longest match): a noun, a verb, a name; or words that it
// does not know, kept so that the error can point at them. Which node or relationship type a
// phrase stands for is settled later (question/). A verb that was said once for several objects
// ("use mindfulness and homework") stands in each condition.
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

// noun_or_name: the lexicon's noun and a name are spelt alike ("family"); its place in the question decides.
enum class PhraseKind : std::uint8_t { noun, verb, name, noun_or_name, unknown };

struct Phrase {
    PhraseKind kind = PhraseKind::unknown;
    std::string text;  // as written, quotes removed
    SourceSpan span;
    bool quoted = false;
};

struct Condition;
using ConditionPtr = std::unique_ptr<Condition>;

// What a verb is said of: "mindfulness", "the technique mindfulness", "the humanistic family",
// "techniques", "techniques that treat insomnia". At least one of name and noun is there.
struct Operand {
    SourceSpan span;
    std::optional<Phrase> name;
    std::optional<Phrase> noun;
    ConditionPtr that;  // may be null; only with a noun alone
};

// A condition on the thing asked for.
struct VerbCondition {
    std::optional<Phrase> verb;  // absent: only a preposition or nothing ("from the humanistic family")
    Operand operand;
    bool operand_acts = false;  // "that DBT uses": the operand is the verb's subject
};
enum class Junction : std::uint8_t { conjunction, disjunction };
struct JunctionCondition {
    Junction junction = Junction::conjunction;
    std::vector<ConditionPtr> parts;  // 2 or more
};
struct NegatedCondition {
    ConditionPtr part;
};
struct Condition {
    SourceSpan span;
    std::variant<VerbCondition, JunctionCondition, NegatedCondition> node;
};

// The things a question is about: "approaches", "humanistic approaches that treat insomnia".
struct Selection {
    std::optional<Phrase> noun;  // absent: WHAT, WHO, WHERE
    ConditionPtr condition;      // may be null
};

// WHICH approaches use …? · WHAT treats insomnia? · WHO developed gestalt therapy? · WHAT does CBT combine?
enum class AskWord : std::uint8_t { which, what, who, where };
struct WhichQuestion {
    AskWord ask = AskWord::which;
    Selection selection;
};
// WHICH approaches SHARE components [WITH gestalt therapy] [AT LEAST 3]
struct ShareQuestion {
    Selection selection;
    std::vector<Phrase> components;  // nouns; none: all components
    std::optional<Operand> with;
    std::optional<std::int64_t> at_least;
};
struct DescribeQuestion {
    Operand subject;
};
struct ListQuestion {
    Selection selection;
};
struct HowManyQuestion {
    Selection selection;
};
struct LineageQuestion {
    Operand subject;
};

struct Question {
    SourceSpan span;
    std::string text;  // what is written there
    std::variant<WhichQuestion, ShareQuestion, DescribeQuestion, ListQuestion, HowManyQuestion, LineageQuestion> node;
    std::vector<std::string> notices;  // whole sentences: how words that could be read in two ways were read
};

}  // namespace confer::engine::ast
