#pragma once
// answer_text: an answer as it stands in a page: in the page's own syntax, as code, or as a picture in a file beside
// it.
//
// Threads    safe from any number of threads.
#include <cstddef>
#include <string>
#include <string_view>

#include "format/render.h"
#include "hosts/weave/page.h"
#include "session/answer.h"

namespace confer::hosts {

// The format that is the page's own.
engine::format::Format own_format(PageSyntax syntax);

// The answer in the format, as lines of the page. In Markdown, footnotes belong to the whole page: those of the second
// query and of later ones have its number in their labels. Formats that are not the page's own are shown as they are,
// as code; in Markdown, mermaid is a block that sites draw, and html is taken over. REQUIRES: no svg.
std::string answer_text(const engine::Answer& answer, engine::format::Format format, PageSyntax syntax,
                        std::size_t number, const engine::format::RenderOptions& options);

// A line that shows the picture in the file, which stands beside the page.
std::string picture_text(std::string_view file, std::string_view statement, PageSyntax syntax);

}  // namespace confer::hosts
