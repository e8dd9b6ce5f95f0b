#pragma once
// Reading: one relationship type that words may stand for, seen from the things asked for; bind leaves of all readings
// those that fit.
#include <string>
#include <vector>

#include "question/meaning.h"
#include "question/resolve.h"

namespace confer::engine::question {

struct Reading {
    const RelationshipSchema* type;
    Way way;

    friend bool operator==(const Reading&, const Reading&) = default;
};
using Readings = std::vector<Reading>;

Labels labels_here(const Reading& reading, const Setting& setting);
Labels labels_there(const Reading& reading, const Setting& setting);
Labels labels_there(const Readings& readings, const Setting& setting);

// Those that can join one of the labels with one of the others.
Readings joining(const Readings& readings, const Labels& here, const Labels& there, const Setting& setting);

// Every type, both ways.
Readings all_readings(const Setting& setting);

// `shortened`: "works", of what works for something, even where the verb has a sense of its own without the
// preposition.
Readings readings_of_verb(const ast::Phrase& verb, bool operand_acts, const Setting& setting, bool shortened = false);

// "a form of CBT", where nothing broader than such things is recorded: what they descend from, and what they are
// grouped under.
Readings read_as_kin(const ast::Phrase& verb, const Readings& known, const Labels& asked, const Setting& setting,
                     std::vector<std::string>& notices);

// "where is it delivered?"
bool asks_where(const Setting& setting);

// Whether a verb of the type asks for a place: "delivered in".
bool leads_to_places(const RelationshipSchema& type, Direction direction);

}  // namespace confer::engine::question
