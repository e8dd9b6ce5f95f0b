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
#include "syntax/ast_expr.h"

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
// "techniques", "techniques that treat insomnia", "anything that DBT rejects".
struct Operand {
    SourceSpan span;
    std::optional<Phrase> name;
    std::optional<Phrase> noun;
    ConditionPtr that;     // may be null; not with a name alone
    bool every = false;    // "every approach", "every humanistic approach": all of them at once
    bool exactly = false;  // the thing itself, nothing narrower
};

// How many: "at least 3 techniques", "fewer than two treatments", "between 5 and 8"; both ends included.
struct Quantity {
    std::optional<std::int64_t> from, to;  // one of them at least
};

// How well sources support what is said: "with strong evidence"; without a level: graded at all.
struct Grading {
    SourceSpan span;
    std::optional<Phrase> level;
};

// A condition on the thing asked for.
struct VerbCondition {
    std::optional<Phrase> verb;  // absent: only a preposition or nothing ("from the humanistic family")
    Operand operand;             // neither name nor noun: anybody or anything ("that nobody developed")
    bool operand_acts = false;   // "that DBT uses": the operand is the verb's subject
    bool serving = false;        // "for insomnia": without a verb, what serves it is meant
    std::optional<Grading> grading;
    bool being = false;   // "that aren't CBT-I": the thing itself, or else what it groups
    bool having = false;  // "that CBT has": made of it; without a verb
    bool alone = false;   // "unique to DBT": joined with nothing else of its kind
    std::optional<Quantity> quantity;
};
enum class Junction : std::uint8_t { conjunction, disjunction };
struct JunctionCondition {
    Junction junction = Junction::conjunction;
    std::vector<ConditionPtr> parts;  // 2 or more
};
// "developed before 1970", "in the 1980s": the years that it came about in; both ends included.
struct DatedCondition {
    std::optional<Phrase> verb;
    std::optional<std::int64_t> from, to;
};
struct NegatedCondition {
    ConditionPtr part;
};
struct Condition {
    SourceSpan span;
    std::variant<VerbCondition, JunctionCondition, NegatedCondition, DatedCondition> node;
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
    std::optional<Phrase> further;  // "… and who developed them": a verb, whose objects are shown beside
    bool when = false;              // "… and when": the year beside
};
// WHICH approaches SHARE [AT LEAST 3 | THE MOST | NO] components [WITH gestalt therapy]
struct ShareQuestion {
    Selection selection;
    std::vector<Phrase> components;  // nouns; none: all components
    bool each = false;               // "both techniques and theories": some of each
    std::optional<Operand> with;
    std::optional<Quantity> how_many;
    bool none = false;                 // nothing at all
    std::optional<std::int64_t> most;  // rows
};
// DESCRIBE gestalt therapy · OTHER NAMES FOR it · WHEN was it developed?
enum class DescribePart : std::uint8_t { everything, names, year };
struct DescribeQuestion {
    Operand subject;
    DescribePart part = DescribePart::everything;
};
// LIST techniques · LIST 5 techniques · LIST approaches BY YEAR · THE 5 OLDEST approaches
enum class ListOrder : std::uint8_t { by_name, by_year, oldest_first, newest_first };
struct ListQuestion {
    Selection selection;
    ListOrder order = ListOrder::by_name;
    std::optional<std::int64_t> most = std::nullopt;  // rows
};
struct HowManyQuestion {
    Selection selection;
};
enum class LineagePart : std::uint8_t { all, ancestors, descendants };
struct LineageQuestion {
    Operand subject;
    LineagePart part = LineagePart::all;
};

// WHAT DO CBT and gestalt therapy SHARE? · WHICH techniques DO they HAVE IN COMMON?
struct CommonQuestion {
    std::vector<Operand> subjects;
    std::vector<Phrase> components;      // nouns; none: all components
    std::optional<Selection> selection;  // instead of subjects: "all humanistic approaches"
    bool counted = false;                // HOW MANY techniques DO they SHARE?
};
// COMPARE CBT, gestalt therapy [BY techniques, theories] [ONLY DIFFERENCES | ONLY SHARED]
enum class CompareOnly : std::uint8_t { everything, differences, shared };
struct CompareQuestion {
    std::vector<Operand> subjects;
    std::optional<Selection> selection;  // instead of subjects: "compare humanistic approaches"
    std::vector<Phrase> dimensions;      // nouns; none: all components
    CompareOnly only = CompareOnly::everything;
    std::vector<Operand> purposes;  // "for insomnia": which of them serve it, too
};
// HOW SIMILAR ARE CBT and REBT [BY techniques]?
struct SimilarityQuestion {
    std::vector<Operand> subjects;
    std::vector<Phrase> dimensions;  // nouns; none: all components
};
// WHICH approaches ARE MOST LIKE DBT [BY techniques]?
struct LikeQuestion {
    std::optional<Selection> selection;  // absent: WHAT
    ConditionPtr further;                // "… but not humanistic"; may be null
    Operand subject;
    std::vector<Phrase> dimensions;  // nouns; none: all components
    std::optional<std::int64_t> most;
};
// HOW IS CBT RELATED TO buddhist psychology?
struct RelatedQuestion {
    Operand from;
    std::vector<Operand> to;  // one or more
};
// WHAT ARE THE SOURCES FOR DBT?
struct SourcesQuestion {
    Operand subject;
};
// WHY DOES CBT use exposure? · WHO SAYS THAT …
struct WhyQuestion {
    Operand subject;
    ConditionPtr condition;
    bool whether = false;  // DOES CBT use exposure?
};
// IS functional family therapy THE SAME AS family-focused therapy?
struct SameQuestion {
    Operand one, other;
};
// MOST COMMON techniques ACROSS humanistic approaches · HOW MANY approaches DOES EACH family contain?
// WHO developed THE MOST approaches?
struct RankQuestion {
    std::optional<Phrase> noun;        // what is ranked; absent: WHO, WHAT
    std::optional<VerbCondition> by;   // what is counted for each; absent: what has it as a component
    std::optional<std::int64_t> most;  // rows
    bool each = false;                 // all of them are shown
    bool listed = false;               // … with the names of what is counted instead: LIST approaches BY family
    bool fewest = false;               // THE FEWEST approaches
};
// COMMON FACTORS OF CBT, gestalt therapy [IN AT LEAST 2]
struct CommonFactorsQuestion {
    std::vector<Operand> subjects;
    std::optional<Selection> selection;  // instead of subjects: "of humanistic approaches"
    std::optional<std::int64_t> at_least;
};
// SELECT techniques FOR anxiety, insomnia [FROM AT LEAST 3 families]
struct SelectQuestion {
    Phrase wanted;               // a noun
    std::optional<Phrase> verb;  // "that treat", for FOR
    std::vector<Operand> purposes;
    std::optional<std::int64_t> at_least;
    std::optional<Phrase> groups;  // a noun, with at_least
};
// ASSIMILATE [techniques] INTO psychodynamic therapy [FOR panic disorder] [FROM CBT, ACT]
struct AssimilateQuestion {
    std::vector<Phrase> components;  // nouns; none: all components
    std::optional<Operand> piece;    // instead of them: "mindfulness", "CBT techniques"
    Operand home;
    std::vector<Operand> purposes, donors;  // none: whatever
};
// INTEGRATE [theories OF] CBT, psychodynamic therapy
struct IntegrateQuestion {
    std::vector<Phrase> components;  // nouns; none said: left to the schema
    std::vector<Operand> subjects;
};

// ACCORDING TO "…" · WITHOUT WEAK SOURCES: which claims count.
struct Restriction {
    std::vector<Phrase> according_to;  // none: anybody
    bool without_weak = false;
};

struct Question {
    SourceSpan span;
    std::string text;  // what is written there
    std::variant<WhichQuestion, ShareQuestion, DescribeQuestion, ListQuestion, HowManyQuestion, LineageQuestion,
                 CommonQuestion, CompareQuestion, SimilarityQuestion, LikeQuestion, RelatedQuestion, WhyQuestion,
                 CommonFactorsQuestion, SelectQuestion, AssimilateQuestion, IntegrateQuestion, SameQuestion,
                 RankQuestion, SourcesQuestion>
        node;
    Restriction restriction;
    std::vector<std::string> notices;  // whole sentences: how words that could be read in two ways were read
};

}  // namespace confer::engine::ast
