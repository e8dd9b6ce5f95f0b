#pragma once
// What html and wikitext have in common.
#include <string>
#include <string_view>

#include "format/render.h"

namespace confer::engine::format {

// Text in which <, >, & and both quotes are entities, line breaks <br>, and other control characters, which documents
// must not hold, the replacement character.
std::string html_escaped(std::string_view text);

// Whether some of the text is written from right to left or could turn what stands beside it: it then belongs into a
// <bdi> of its own.
bool needs_isolation(std::string_view text);

// Whether a source's address may become a link: http or https.
bool is_linkable(std::string_view url);

// What is the same for the same statement, so that the anchors of several answers on one page stay apart.
std::string anchor_prefix(const Answer& answer);

}  // namespace confer::engine::format
