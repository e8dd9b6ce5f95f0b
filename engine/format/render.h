#pragma once
// render: an Answer in one of the output formats.
//
// Errors     none: every value has a text in every format.
// Threads    safe from any number of threads.
// Cost       linear in the answer.
// Source     csv: RFC 4180; markdown: GitHub-flavoured tables; json: DESIGN's answer object, docs/data.md.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "session/answer.h"

namespace confer::engine::format {

enum class Format : unsigned char { table, list, csv, json, markdown };

std::optional<Format> format_called(std::string_view name);
// All names, in the order of the documentation.
const std::vector<std::string>& format_names();

struct RenderOptions {
    std::size_t width = 0;  // terminal cells a line may take in tables; 0: as wide as it wants
    bool color = false;     // ANSI colours, in tables and lists
    bool sources = true;    // footnotes
};

// The whole text, ending with a newline (empty for an answer without columns, except in json).
std::string render(const Answer& answer, Format format, const RenderOptions& options = {});

}  // namespace confer::engine::format
