#include "base/suggest.h"

#include <algorithm>

#include "base/text_position.h"

namespace confer::engine {

namespace {

// Code points with ASCII letters in lower case. Names come from files and statements that were
// validated, but a stray byte must not lead past the end: it stands for itself.
std::u32string folded(std::string_view text) {
    std::u32string out;
    out.reserve(text.size());
    const bool valid = !invalid_utf8(text).has_value();
    for (std::size_t at = 0; at < text.size();) {
        char32_t letter = valid ? next_code_point(text, at) : static_cast<unsigned char>(text[at++]);
        if (letter >= U'A' && letter <= U'Z') letter += U'a' - U'A';
        out.push_back(letter);
    }
    return out;
}

unsigned distance(const std::u32string& a, const std::u32string& b, unsigned limit) {
    const std::size_t longer = std::max(a.size(), b.size()), shorter = std::min(a.size(), b.size());
    if (longer - shorter > limit) return limit + 1;
    std::vector<unsigned> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) above[j] = static_cast<unsigned>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = static_cast<unsigned>(i);
        unsigned least = row[0];
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const unsigned change = a[i - 1] == b[j - 1] ? 0 : 1;
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], before[j - 2] + 1);
            }
            least = std::min(least, row[j]);
        }
        // A transposition looks two rows back, so one bad row is no proof; but it costs one edit more
        // than the best of that row, hence two rows' minimum can't be beaten.
        if (least > limit + 1) return limit + 1;
        before.swap(above);
        above.swap(row);
    }
    return std::min(above[b.size()], limit + 1);
}

}  // namespace

unsigned edit_distance(std::string_view a, std::string_view b, unsigned limit) {
    return distance(folded(a), folded(b), limit);
}

std::vector<std::string> nearest_names(std::string_view name, std::span<const std::string> candidates,
                                       std::size_t most) {
    constexpr std::size_t shortest_prefix = 3;
    struct Near {
        std::size_t distance;
        const std::string* text;
    };
    const std::u32string wanted = folded(name);
    const auto limit = static_cast<unsigned>(std::max<std::size_t>(1, wanted.size() / 3));

    std::vector<Near> near;
    for (const std::string& candidate : candidates) {
        const std::u32string letters = folded(candidate);
        const bool prefix = std::min(letters.size(), wanted.size()) >= shortest_prefix &&
                            (letters.starts_with(wanted) || wanted.starts_with(letters));
        // For a prefix the distance is what is missing.
        const std::size_t apart =
            prefix ? std::max(letters.size(), wanted.size()) - std::min(letters.size(), wanted.size())
                   : distance(wanted, letters, limit);
        if (prefix || apart <= limit) near.push_back({apart, &candidate});
    }
    std::sort(near.begin(), near.end(), [](const Near& a, const Near& b) {
        return a.distance != b.distance ? a.distance < b.distance : *a.text < *b.text;
    });

    std::vector<std::string> names;
    for (const Near& one : near) {
        if (names.size() == most) break;
        if (names.empty() || names.back() != *one.text) names.push_back(*one.text);
    }
    return names;
}

std::string did_you_mean(std::span<const std::string> names) {
    if (names.empty()) return {};
    std::string text = "did you mean ";
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) text += i + 1 == names.size() ? " or " : ", ";
        text += '`' + names[i] + '`';
    }
    return text + '?';
}

}  // namespace confer::engine
