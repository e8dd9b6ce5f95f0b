#pragma once
// What the formats that are markup have in common.
#include <string>
#include <string_view>

#include "format/render.h"

namespace confer::engine::format {

// Text in which <, >, & and both quotes are entities, line breaks <br>, and other control characters, which documents
// must not hold, the replacement character.
std::string html_escaped(std::string_view text);

// The same for XML, which has no <br>: white space of any kind is a space.
std::string xml_escaped(std::string_view text);

// Text that a line or a document may hold: line breaks and tabs stay, other control characters (C0, DEL, C1) and
// characters that are none (U+FFFE, U+FFFF) become the replacement character, carriage returns nothing.
std::string without_controls(std::string_view text);

// Whether some of the text is written from right to left or could turn what stands beside it: it then belongs into a
// <bdi> of its own.
bool needs_isolation(std::string_view text);

// Whether a source's address may become a link: http or https.
bool is_linkable(std::string_view url);

// An address that ends where it ends in a wiki's links: spaces and what is markup there are escaped as URLs do.
std::string link_target(std::string_view url);

// Without the characters that turn the direction of what stands beside them, for formats that can't keep it apart.
std::string without_turns(std::string_view text);

// What is the same for the same statement, so that the anchors of several answers on one page stay apart.
std::string anchor_prefix(const Answer& answer);

}  // namespace confer::engine::format
