#pragma once
// number_text: numbers as text and back, exactly.
//
// Source     floats: the shortest text that reads back the same (std::to_chars), always with a point or an exponent.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace confer::interchange {

// How a format spells what is no number, and whether an exponent has a plus sign.
struct FloatNames {
    const char* nan;
    const char* infinity;
    const char* minus_infinity;
};

inline constexpr FloatNames java_names{"NaN", "Infinity", "-Infinity"};
inline constexpr FloatNames xml_names{"NaN", "INF", "-INF"};

std::string float_text(double number, const FloatNames& names);
// The same with an exponent always, and no plus sign: "1.5E0", as RDF and openCypher have it.
std::string scientific_text(double number, const FloatNames& names);

// All of the text, or nothing. Takes every spelling of FloatNames, and a plus sign.
std::optional<std::int64_t> parse_integer(std::string_view text);
std::optional<double> parse_float(std::string_view text);
std::optional<bool> parse_boolean(std::string_view text);  // true, false, in any case; 1, 0

}  // namespace confer::interchange
