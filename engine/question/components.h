#pragma once
// components: what "components", or the nouns in its place, stand for when things are compared: by which relationship
// types they are reached.
//
// Errors     as resolve_noun; unfitting_words where the things have no such components, or have them in several ways.
#include <string>
#include <vector>

#include "base/result.h"
#include "comparison/components.h"
#include "question/meaning.h"
#include "question/resolve.h"
#include "question/sharing.h"

namespace confer::engine::question {

struct Components {
    std::vector<const RelationshipSchema*> types;  // from the things to them
    Labels labels;
    bool named = false;  // by nouns, rather than all components
};

// What `things` can have of `nouns`; of no nouns, all that the schema calls components. `at`: where an error points
// when there is no noun to point at.
Result<Components> resolve_components(const std::vector<ast::Phrase>& nouns, const Labels& things, SourceSpan at,
                                      const Setting& setting);

// The types between things of `from` and of `to`.
std::vector<const RelationshipSchema*> types_between(const Labels& from, const Labels& to, const Setting& setting);

// "components", "techniques or theories"
std::string plural_of(const Components& components);
// How a column of one of them is called: "component", "technique"; and one of a list of them.
std::string column_of(const Components& components);
std::string plural_column_of(const Components& components);

// The same for those who draw what is shared.
Sharing sharing_of(const Components& components);

// The same for counting in the graph.
comparison::Basis basis_of(const Components& components, const Setting& setting);

}  // namespace confer::engine::question
