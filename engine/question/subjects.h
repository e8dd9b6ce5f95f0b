#pragma once
// subjects: the things that a question sets side by side, named one by one or described.
//
// Errors     as resolve_name and bind; unknown_question for fewer than two things; unfitting_words for a description of
//            more than can be set side by side.
#include <string>
#include <vector>

#include "base/result.h"
#include "question/bind.h"
#include "question/resolve.h"

namespace confer::engine::question {

struct Subjects {
    std::vector<Named> things;  // 2 or more, each once
    Labels labels;              // of all of them
    // What each is called in a column: the abbreviation that was written, else its title; all different.
    std::vector<std::string> names;

    std::vector<std::string> titles() const;
};

// One of them. "Adlerian and gestalt therapy": the noun at the end belongs to each; so a name that fits with a noun of
// the labels behind it is that one, and so is an adverb ("psychodynamically trained").
Result<Named> resolve_subject(const ast::Phrase& name, const Labels& labels, const Setting& setting);

// `among`: what they can be where no noun says it.
Result<Subjects> resolve_subjects(const std::vector<ast::Operand>& operands, const Labels& among,
                                  const Setting& setting);

// All that the description fits, by title.
Result<Subjects> resolve_subjects(const ast::Selection& description, const Setting& setting);

// Those that can have one of `nouns`, whichever way they are joined; without nouns, those that can have components.
Result<Labels> labels_compared_by(const std::vector<ast::Phrase>& nouns, const Setting& setting);

}  // namespace confer::engine::question
