// Test: tests/suites/pictures/text_box_test.cpp.
#include "picture/text_box.h"

#include <array>

#include "base/text_position.h"

namespace confer::engine::picture {

namespace {

// Of U+0020 to U+007E, in thousandths of the font size.
constexpr std::array<short, 95> normal_widths = {
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361,  318, 337, 636, 636, 636,
    636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632,
    575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635,  611, 732, 684, 989, 685,
    611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352,  635, 634, 278, 278, 579,
    278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592,  525, 636, 337, 636, 838};
constexpr double bold_factor = 1.15;        // no common letter grows by more
constexpr double wide = 1.0, other = 0.85;  // of East Asian characters and emoji; of letters that are not ASCII

double width_of(char32_t point) {
    if (point >= 0x20 && point < 0x7F) return normal_widths[point - 0x20] / 1000.0;
    if (point < 0x20 || (point >= 0x7F && point < 0xA0)) return wide;  // drawn as a replacement character
    const unsigned cells = display_width(point);
    if (cells == 0) return 0;
    if (cells > 1 || point == U'…') return wide;
    return point == U'Ж' || point == U'Щ' || point == U'Ю' ? 1.1 : other;
}

// What stays on one line: words, and parts of them that end in a hyphen or a slash.
struct Piece {
    std::string_view text;
    bool begins_word;
};

std::vector<Piece> pieces_of(std::string_view text) {
    constexpr std::string_view space = " \t\r\n", breaking = "-/";
    std::vector<Piece> pieces;
    std::size_t at = 0;
    while ((at = text.find_first_not_of(space, at)) != std::string_view::npos) {
        const std::size_t end = std::min(text.find_first_of(space, at), text.size());
        bool begins_word = true;
        while (at < end) {
            std::size_t part = std::min(text.find_first_of(breaking, at + 1), end);
            if (part < end) part = std::min(text.find_first_not_of(breaking, part), end);
            pieces.push_back({text.substr(at, part - at), begins_word});
            begins_word = false;
            at = part;
        }
    }
    return pieces;
}

class Lines {
public:
    Lines(double width, double font_size, Weight weight) : width_(width), size_(font_size), weight_(weight) {}

    void add(const Piece& piece) {
        const std::string_view word = piece.text;
        const bool apart = piece.begins_word && !lines_.back().empty();
        const std::string longer = lines_.back() + (apart ? " " : "") + std::string(word);
        if (fits(longer)) {
            lines_.back() = longer;
            return;
        }
        if (!lines_.back().empty()) lines_.emplace_back();
        if (fits(word)) {
            lines_.back() = word;
            return;
        }
        for (std::size_t at = 0; at < word.size();) {
            const std::size_t begin = at;
            next_code_point(word, at);
            const std::string_view character = word.substr(begin, at - begin);
            if (!lines_.back().empty() && !fits(lines_.back() + std::string(character))) lines_.emplace_back();
            lines_.back() += character;
        }
    }

    std::vector<std::string> take(std::size_t most) {
        if (lines_.size() <= most) return std::move(lines_);
        lines_.resize(most);
        std::string& last = lines_.back();
        while (!last.empty() && !fits(last + "…")) {
            do last.pop_back();
            while (!last.empty() && (static_cast<unsigned char>(last.back()) & 0xC0U) == 0x80U);
            if (!last.empty() && static_cast<unsigned char>(last.back()) >= 0xC0U) last.pop_back();
        }
        last += "…";
        return std::move(lines_);
    }

private:
    bool fits(std::string_view text) const { return text_width(text, size_, weight_) <= width_; }

    double width_, size_;
    Weight weight_;
    std::vector<std::string> lines_{""};
};

}  // namespace

double text_width(std::string_view text, double font_size, Weight weight) {
    double width = 0;
    for (std::size_t at = 0; at < text.size();) width += width_of(next_code_point(text, at));
    return width * font_size * (weight == Weight::bold ? bold_factor : 1);
}

std::vector<std::string> wrapped(std::string_view text, double width, double font_size, std::size_t most_lines,
                                 Weight weight) {
    Lines lines(width, font_size, weight);
    for (const Piece& piece : pieces_of(text)) lines.add(piece);
    return lines.take(most_lines);
}

}  // namespace confer::engine::picture
