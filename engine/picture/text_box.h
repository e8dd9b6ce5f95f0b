#pragma once
// text_box: how much room text takes in a picture, and text in lines that fit.
//
// The picture is drawn with whatever sans-serif font its reader has. Widths are those of DejaVu Sans, which is as wide
// as such fonts get, so that text stays inside its box with all of them.
//
// Units      the picture's own, as font sizes.
// Cost       linear in the text. REQUIRES: valid UTF-8.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace confer::engine::picture {

enum class Weight : bool { normal, bold };

double text_width(std::string_view text, double font_size, Weight weight = Weight::normal);

// The text in lines no wider than `width`, broken at white space and after hyphens and slashes, and inside words that
// are wider; the last of `most_lines` ends in "…" where there is more. At least one line, which is empty when the text
// is.
std::vector<std::string> wrapped(std::string_view text, double width, double font_size, std::size_t most_lines,
                                 Weight weight = Weight::normal);

}  // namespace confer::engine::picture
