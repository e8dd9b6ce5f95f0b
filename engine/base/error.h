#pragma once
// Error: a failure a person can act on: what went wrong, where, and what to try.
//
// Units      spans are byte offsets into the UTF-8 statement, half-open [begin, end).
//            Lines and columns (1-based, in code points) exist only in text_position.h and render().
// Threads    a plain value.
// Source     anatomy after Elm's Reporting.Report and prqlc's Error; types and detail codes after
//            the openCypher conformance suite; see docs/errors.md.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error_code.h"

namespace confer::engine {

struct SourceSpan {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;  // == begin marks a gap, e.g. the end of the statement

    friend bool operator==(const SourceSpan&, const SourceSpan&) = default;
};

// Where in a data file something is wrong.
struct FilePlace {
    std::string file;        // as the reader named it
    std::uint32_t line = 0;  // 1-based; 0: the file as a whole
    std::string pointer;     // RFC 6901 JSON pointer; empty: the whole document or not JSON
};

enum class Phase : std::uint8_t { compile, runtime };

struct Error {
    ErrorCode code = ErrorCode::internal;
    std::string message;                  // one sentence; names in `ticks`; no newline
    std::optional<SourceSpan> span = {};  // absent when the fault is not in the statement
    std::vector<std::string> hints = {};  // each tells the reader what to do; no newline
    Phase phase = Phase::compile;
    std::optional<FilePlace> place = {};  // present when the fault is in a data file
    std::vector<Error> problems = {};     // a summary's parts, e.g. all problems of one load
};

// Message, place, offending line with carets, hints; then the same for each of `problems`.
// A span beyond the source is clamped; of a long line only what is around the span is shown. No trailing newline. Cost
// O(|source|).
std::string render(const Error& error, std::string_view source, std::string_view source_name = "query");

}  // namespace confer::engine
