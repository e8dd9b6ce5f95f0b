#pragma once
// bind: a condition in words -> its Meaning: which relationship types each verb stands for, given what it is said of.
//
// A verb may stand for several types; those remain whose ends fit both the things asked for and the object.
// Errors     as resolve; unknown_relationship_type for words that are no verb; unfitting_words for a verb
//            that doesn't join such things.
#include "base/result.h"
#include "question/meaning.h"
#include "question/resolve.h"

namespace confer::engine::question {

// `asked`: what the condition is said of.
Result<Meaning> bind(const ast::Condition& condition, const Labels& asked, const Setting& setting);

// "humanistic approaches": what is joined with the name in the one way that there is; null: nothing is, or in several.
std::unique_ptr<Meaning> described(const ast::Phrase& name, const Labels& things, const Setting& setting);

// That both hold.
Meaning together(Meaning one, Meaning other);

// The things that a question asks for: their labels, and what is said of them (nothing: all of them).
struct Bound {
    Labels labels;
    std::optional<Meaning> meaning;
};
Result<Bound> bind(const ast::Selection& selection, const Setting& setting);

}  // namespace confer::engine::question
