#pragma once
// example_questions: one question of each form that a graph can be asked, in its own words.
//
// Shapes     they are about what many relationships meet, which people know, and of that what has a short name or
//            abbreviation; a form for which the schema lacks a role
//            (lineage, what things serve) has no example. Empty without a schema or without relationships.
// Cost       linear in the nodes of the labels that they are about.
#include <string>
#include <vector>

#include "question/vocabulary.h"

namespace confer::engine::question {

std::vector<std::string> example_questions(const Vocabulary& vocabulary);

// A few about the nodes, by the names that they were written with: of two or more, what they are to each other.
std::vector<std::string> example_questions_about(const Vocabulary& vocabulary, const std::vector<NodeId>& nodes,
                                                 const std::vector<std::string>& names);

}  // namespace confer::engine::question
