#pragma once
// entity_tag: names of answers, so that caches need not fetch them again.
//
// A tag is weak: `seconds` differs each time an answer is made, and nothing else.
//
// Source     RFC 9110, 8.8 and 13.1.2.
#include <string>
#include <string_view>

#include "hosts/serve/reply.h"

namespace confer::hosts::serve {

// Of what `key` names, of the graph with that version, made by this version of Confer.
std::string entity_tag(std::string_view graph_version, std::string_view key);

// Whether the tag is in the list of If-None-Match, or that is `*`.
bool matches(std::string_view if_none_match, std::string_view tag);

// 304.
Reply not_modified(std::string_view tag, std::string_view graph_version, unsigned max_age);

}  // namespace confer::hosts::serve
